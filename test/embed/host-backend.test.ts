// The example of a host's own backend, on a page with the built file and nothing else.
import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../support/wait-until.js';

interface HostPage extends Window {
  readonly Enrollkit: { EnrollkitError: typeof Error; ERROR_CODES: object } & Readonly<Record<string, unknown>>;
  courseCompleted(id: string): unknown;
}

async function openExample(): Promise<HostPage> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="host" width="600" height="600"></iframe>`);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = '/packages/embed/examples/host-backend.html';
  await loaded;
  return frame.contentWindow as unknown as HostPage;
}

describe('The example of a host’s own backend', () => {
  let page: HostPage;
  const elements = () => [...page.document.querySelectorAll('enrollment-status')];
  const find = <Found extends Element>(element: Element | undefined, selector: string): Found | null =>
    element?.shadowRoot?.querySelector<Found>(selector) ?? null;
  const label = (element: Element | undefined) => find(element, '[part=label]')?.textContent.trim();
  const said = (part: string) => find(elements()[0], `[part=${part}]`)?.textContent.replace(/\s+/g, ' ') ?? '';

  beforeEach(async () => {
    page = await openExample();
    await waitUntil(() => label(elements()[0]) === 'Gestart', 'the record of the LMS is shown');
  });

  it('shows the status of the host, whatever the calendar would make of it', async () => {
    await waitUntil(() => find(elements()[2], '[part~=problem]'));
    expect(label(elements()[1])).to.equal('Gestart');
    expect(find(elements()[2], '[part~=problem]')?.textContent).to.contain('niet gevonden');
    expect(elements()[0]?.shadowRoot?.textContent).not.to.match(/[Ww]ordt|vanzelf/);
  });

  it('keeps a change by hand, and names who made it', async () => {
    find<HTMLButtonElement>(elements()[0], '[part~=edit-button]')!.click();
    await waitUntil(() => find(elements()[0], 'input[value=no-show]'));
    find<HTMLInputElement>(elements()[0], 'input[value=no-show]')!.click();
    find<HTMLButtonElement>(elements()[0], '[part~=update-button]')!.click();
    await waitUntil(() => elements().every((one, index) => index === 2 || label(one) === 'No-show'), 'both agree');
    expect(said('history')).to.contain('Kim de Vries').and.not.to.contain('u9');
  });

  it('tells what the host saw under the host’s own name', async () => {
    page.courseCompleted('17');
    await waitUntil(() => elements().every((one, index) => index === 2 || label(one) === 'Afgerond'), 'both agree');
    expect(said('history')).to.contain('Moodle: cursus voltooid');
  });

  it('finds in the global what such a host needs', () => {
    for (const name of ['EnrollkitError', 'evaluateEnrollment', 'fromWireBooking', 'toWireBooking', 'toWireName']) {
      expect(page.Enrollkit[name], name).to.be.a('function');
    }
    expect(page.Enrollkit.ERROR_CODES).to.have.property('not-found');
  });
});
