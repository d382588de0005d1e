import type { AcceptOptions, Enrollment, NotedWriteOptions } from '@enrollkit/core';
import type { EnrollmentStatus } from '@enrollkit/elements';
import { expect } from '@open-wc/testing';
import { isSaid } from '../../said.js';
import { HostRecords, NOW, started } from '../host-backend.js';
import { focused, part, shown, textOf } from '../status-page.js';
import { sendKeys } from '../../../support/keys.js';
import { waitUntil } from '../../../support/wait-until.js';
import { expectAccessibleInOneEngine } from '../../../support/one-engine.js';

const asked: Partial<Enrollment> = {
  status: 'unknown',
  bookingState: 'requested',
  requestedAt: '2026-08-30T10:00:00.000Z',
  bookingHistory: [{ to: 'requested', at: '2026-08-30T10:00:00.000Z', name: 'Sanne Jansen' }],
  history: [],
  startDate: '2026-10-01',
  endDate: '2026-10-02',
  allowed: ['enrollment.accept', 'enrollment.decline', 'enrollment.overbook', 'enrollment.change-status'],
};

/** The host's own two methods on top of what it reads. */
class Requests extends HostRecords {
  readonly decisions: [string, AcceptOptions | NotedWriteOptions | undefined][] = [];
  fail: Error | undefined;

  override backend() {
    const decide = (verdict: 'accepted' | 'declined') => async (_id: string, options?: NotedWriteOptions) => {
      this.decisions.push([verdict, options]);
      await this.gate;
      if (this.fail) throw this.fail;
      const note = options?.note === undefined ? {} : { note: options.note };
      const bookingHistory = [...asked.bookingHistory!, { to: verdict, at: NOW, name: 'Fatima', ...note }];
      const becomes: Partial<Enrollment> =
        verdict === 'accepted'
          ? { bookingState: verdict, status: 'enrolled', acceptedAt: NOW, bookingHistory }
          : { bookingState: verdict, declinedAt: NOW, bookingHistory };
      this.change(becomes);
      return { ...started, ...asked, ...becomes, version: 4 };
    };
    return { ...super.backend(), acceptEnrollment: decide('accepted'), declineEnrollment: decide('declined') };
  }
}

const offered = (element: EnrollmentStatus) => waitUntil(() => part(element, 'accept-button'), 'accepting is offered');
const rowsOf = (element: EnrollmentStatus): string[] =>
  [...element.shadowRoot!.querySelectorAll('li')].map((li) => li.innerText.replace(/\s+/g, ' ').trim());

describe('<enrollment-status> of a request', () => {
  it('says that it was asked for, what comes next and since when, in both languages', async () => {
    const element = await shown(new Requests(asked), { editable: false });
    expect(textOf(element, 'label')).to.equal('Aangevraagd');
    expect(textOf(element, 'next')).to.equal('Wordt Ingeschreven als de opleider de aanvraag accepteert.');
    part(element, 'why-button')!.click();
    await element.updateComplete;
    expect(textOf(element, 'why')).to.contain('Aangevraagd op 30 augustus 2026.');
    expect(rowsOf(element)).to.deep.equal(['30 aug 2026 Aangevraagd aangevraagd door Sanne Jansen']);
    expect(part(element, 'accept-button')).to.equal(null);
    await expectAccessibleInOneEngine(element);
    const english = await shown(new Requests({ ...asked, bookingState: 'declined' }), { editable: false, lang: 'en' });
    expect(textOf(english, 'label')).to.equal('Declined');
  });

  it('says that a consumer has withdrawn', async () => {
    const element = await shown(new Requests({ ...asked, bookingState: 'withdrawn', status: 'cancelled' }));
    expect(textOf(element, 'label')).to.equal('Herroepen');
    expect(part(element, 'edit-button')).to.equal(null);
  });

  it('offers the decision to whoever may decide, and no pencil', async () => {
    const element = await shown(new Requests(asked));
    await offered(element);
    expect(part(element, 'edit-button')).to.equal(null);
    const mayNot = await shown(new Requests({ ...asked, allowed: [] }));
    await mayNot.updateComplete;
    expect(part(mayNot, 'decision')).to.equal(null);
  });

  it('accepts by keyboard, tells the page before and after, and goes on with the status', async () => {
    const records = new Requests(asked);
    const element = await shown(records);
    await offered(element);
    const heard: string[] = [];
    for (const name of ['ek-booking-decide', 'ek-booking-decided'] as const) {
      element.addEventListener(name, ({ detail, cancelable }) => {
        heard.push(`${name} ${detail.enrollmentId} ${detail.verdict} ${String(cancelable)}`);
      });
    }
    part(element, 'accept-button')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => textOf(element, 'label') === 'Ingeschreven');
    await isSaid('De aanvraag is geaccepteerd.');
    await waitUntil(() => heard.length === 2);
    expect(heard).to.deep.equal(['ek-booking-decide e1 accepted true', 'ek-booking-decided e1 accepted false']);
    expect(records.decisions[0]![1]).to.include({ expectedVersion: 3 });
  });

  it('declines with a note that says who reads it, and shows the note as the reason', async () => {
    const records = new Requests(asked);
    const element = await shown(records);
    await offered(element);
    part(element, 'decline-button')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(element)?.matches('textarea'));
    await expectAccessibleInOneEngine(element);
    expect(part(element, 'field')).to.have.attribute('maxlength', '500');
    expect(element.shadowRoot!.querySelector('#decline-hint')).to.contain.text('opleider, HR en deelnemer');
    await sendKeys({ type: 'De groep is vol.' });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused(element) === part(element, 'decline-button'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(element)?.matches('textarea'));
    expect((part(element, 'field') as HTMLTextAreaElement).value, 'nothing written is lost').to.equal(
      'De groep is vol.',
    );
    part(element, 'decline-button')!.click();
    await waitUntil(() => textOf(element, 'label') === 'Afgewezen');
    expect(records.decisions.map(([verdict, options]) => [verdict, options?.note])).to.deep.equal([
      ['declined', 'De groep is vol.'],
    ]);
    expect(textOf(element, 'next')).to.contain('afgewezen: De groep is vol.');
    await offered(element);
    expect(part(element, 'decline-button'), 'what was declined can only be accepted').to.equal(null);
  });

  it('does nothing when the page says no, and decides once however often it is pressed', async () => {
    const records = new Requests(asked);
    const element = await shown(records);
    await offered(element);
    element.addEventListener('ek-booking-decide', (event) => event.preventDefault(), { once: true });
    part(element, 'accept-button')!.click();
    expect(records.decisions).to.have.lengthOf(0);
    part(element, 'accept-button')!.click();
    part(element, 'accept-button')!.click();
    await waitUntil(() => textOf(element, 'label') === 'Ingeschreven');
    expect(records.decisions).to.have.lengthOf(1);
  });

  it('says that the start is full, and lets a provider accept knowingly', async () => {
    const records = new Requests(asked);
    records.fail = Object.assign(new Error('full'), { code: 'invalid', issues: [{ code: 'start-full' }] });
    const element = await shown(records);
    await offered(element);
    part(element, 'accept-button')!.click();
    await waitUntil(() => textOf(element, 'problem').startsWith('De start is vol.'));
    expect(textOf(element, 'accept-button')).to.equal('Toch accepteren, ook al is de start vol');
    records.fail = undefined;
    part(element, 'accept-button')!.click();
    await waitUntil(() => textOf(element, 'label') === 'Ingeschreven');
    expect((records.decisions[1]![1] as AcceptOptions).overbook).to.equal(true);
  });

  it('keeps the note through an error, and sends the same key again', async () => {
    const records = new Requests(asked);
    records.fail = Object.assign(new Error('slow'), { code: 'timeout' });
    const element = await shown(records);
    await offered(element);
    part(element, 'decline-button')!.click();
    await waitUntil(() => focused(element)?.matches('textarea'));
    await sendKeys({ type: 'Vol.' });
    part(element, 'decline-button')!.click();
    await waitUntil(() => textOf(element, 'problem') !== '');
    expect((part(element, 'field') as HTMLTextAreaElement).value).to.equal('Vol.');
    records.fail = undefined;
    part(element, 'decline-button')!.click();
    await waitUntil(() => textOf(element, 'label') === 'Afgewezen');
    const keys = records.decisions.map(([, options]) => options?.idempotencyKey);
    expect(new Set(keys).size).to.equal(1);
  });
});
