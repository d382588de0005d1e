import {
  EnrollkitBackend,
  defineBackendType,
  type BackendConfig,
  type EnrollmentStatus,
  type OwnedBackend,
} from '@enrollkit/elements';
import '@enrollkit/elements/enrollment-status.js';
import { expect, fixture, html } from '@open-wc/testing';
import { HostRecords } from '../enrollment-status/host-backend.js';
import { waitUntil } from '../../support/wait-until.js';

// Not registered by the import above: most tests need it, one needs it to come late.
const define = (): unknown => import('@enrollkit/elements/enrollkit-backend.js');

const label = (element: Element): string => element.shadowRoot?.querySelector('[part=label]')?.textContent.trim() ?? '';

interface Made extends BackendConfig {
  closed: boolean;
  readonly backend: OwnedBackend;
}

/** A kind of backend that remembers what was asked of it. */
function defineRecordedType(type: string): Made[] {
  const made: Made[] = [];
  defineBackendType(type, (config) => {
    const backend: OwnedBackend = { ...new HostRecords().backend(), close: () => void (entry.closed = true) };
    const entry: Made = { ...config, closed: false, backend };
    made.push(entry);
    return backend;
  });
  return made;
}

describe('<enrollkit-backend>', () => {
  it('serves children that were upgraded before it', async () => {
    const page = await fixture(html`
      <enrollkit-backend><enrollment-status enrollment-id="e1"></enrollment-status></enrollkit-backend>
    `);
    const element = page.querySelector<EnrollmentStatus>('enrollment-status')!;
    await element.updateComplete;
    expect(page).not.to.be.instanceOf(EnrollkitBackend);
    await define();
    Object.assign(page, { backend: new HostRecords().backend() });
    await waitUntil(() => label(element) === 'Gestart');
  });

  it('tells the backend where tokens come from, and when that has been said', async () => {
    const made = defineRecordedType('signed');
    let toldChanges = 0;
    const page = await fixture<EnrollkitBackend>(html`
      <enrollkit-backend type="signed" token-url="/my/token" provider-id="acme"></enrollkit-backend>
    `);
    await define();
    await waitUntil(() => made.length === 1);
    const [config] = made;
    expect([config?.tokenUrl, config?.providerId]).to.deep.equal(['/my/token', 'acme']);
    expect(config?.isTokenReady()).to.equal(false);
    Object.assign(made[0]!.backend, { tokenChanged: () => (toldChanges += 1) });
    page.getToken = () => 'late';
    await page.updateComplete;
    expect([config?.isTokenReady(), await config?.getToken(), toldChanges]).to.deep.equal([true, 'late', 1]);
    expect(config?.signal.aborted).to.equal(false);
    page.remove();
    await waitUntil(() => config?.signal.aborted);
  });

  it('makes the backend that its attributes say, once', async () => {
    const made = defineRecordedType('recorded');
    const page = await fixture<EnrollkitBackend>(html`
      <enrollkit-backend type="recorded" base-url="/api" database="school" time-zone="Europe/Lisbon">
        <enrollment-status enrollment-id="e1"></enrollment-status>
        <enrollment-status enrollment-id="e1"></enrollment-status>
      </enrollkit-backend>
    `);
    await waitUntil(() => [...page.children].every(label));
    expect(made).to.have.length(1);
    expect(made[0]).to.include({ baseUrl: '/api', database: 'school', timeZone: 'Europe/Lisbon' });
  });

  it('asks the newest getToken, without making another backend', async () => {
    const made = defineRecordedType('token');
    const page = await fixture<EnrollkitBackend>(html`<enrollkit-backend type="token"></enrollkit-backend>`);
    page.getToken = () => 'first';
    await page.updateComplete;
    page.getToken = () => 'second';
    await page.updateComplete;
    expect(made).to.have.length(1);
    expect(await made[0]!.getToken()).to.equal('second');
  });

  it('closes the old backend when an attribute changes, and its own when it leaves', async () => {
    const made = defineRecordedType('closing');
    const page = await fixture<EnrollkitBackend>(
      html`<enrollkit-backend type="closing" database="a"></enrollkit-backend>`,
    );
    page.database = 'b';
    await page.updateComplete;
    expect(made.map(({ closed }) => closed)).to.deep.equal([true, false]);
    const parent = page.parentElement!;
    parent.append(page); // a move is no leaving
    await page.updateComplete;
    expect(made.map(({ closed }) => closed)).to.deep.equal([true, false]);
    page.remove();
    await Promise.resolve();
    expect(made.map(({ closed }) => closed)).to.deep.equal([true, true]);
    parent.append(page);
    await page.updateComplete;
    expect(made).to.have.length(3);
  });

  it('a provider inside another one serves its own part of the page', async () => {
    const outer = new HostRecords({ status: 'no-show' }).backend();
    const inner = new HostRecords({ status: 'did-not-pass' }).backend();
    const page = await fixture(html`
      <enrollkit-backend .backend=${outer}>
        <enrollment-status enrollment-id="e1"></enrollment-status>
        <enrollkit-backend .backend=${inner}
          ><enrollment-status enrollment-id="e1"></enrollment-status
        ></enrollkit-backend>
      </enrollkit-backend>
    `);
    const [first, second] = [...page.querySelectorAll('enrollment-status')];
    await waitUntil(() => label(first!) === 'No-show' && label(second!) === 'Niet geslaagd');
  });
});
