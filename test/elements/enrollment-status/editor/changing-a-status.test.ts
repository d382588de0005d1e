import type { StatusChangeDetail } from '@enrollkit/elements';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { isSaid } from '../../said.js';
import { HostRecords, keptUntilStored, started } from '../host-backend.js';
import { part, textOf, focused, shown, edited } from '../status-page.js';
import { sendKeys } from '../../../support/keys.js';
import { waitUntil } from '../../../support/wait-until.js';
import { expectAccessibleInOneEngine } from '../../../support/one-engine.js';

describe('<enrollment-status>: changing it', () => {
  it('is done with the keyboard alone: pencil, arrow, Enter', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    await edited(element);
    expect((focused(element) as HTMLInputElement).value).to.equal('started');
    await sendKeys({ press: 'ArrowDown' });
    const changed = oneEvent(element, 'ek-status-changed');
    await sendKeys({ press: 'Enter' });
    const { detail } = (await changed) as CustomEvent<StatusChangeDetail>;
    expect(detail).to.deep.equal({ enrollmentId: 'e1', from: 'started', to: 'completed' });
    await waitUntil(() => textOf(element, 'label') === 'Afgerond');
    await isSaid('De status is nu Afgerond.');
    expect(part(element, 'panel')).to.equal(null);
    expect(focused(element)).to.equal(part(element, 'edit-button'));
  });

  it('closes on Escape, gives the focus back, changes nothing, and keeps the key from the page', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    const keys: string[] = [];
    const listen = (event: KeyboardEvent): number => keys.push(event.key);
    document.addEventListener('keydown', listen);
    await edited(element);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !part(element, 'panel'));
    document.removeEventListener('keydown', listen);
    expect(keys).not.to.contain('Escape');
    expect(focused(element)).to.equal(part(element, 'edit-button'));
    expect(records.calls).to.deep.equal([]);
    expect(textOf(element, 'label')).to.equal('Gestart');
  });

  it('in a dialog of the page: the first Escape closes the panel only', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog></dialog>`);
    dialog.showModal();
    const element = document.createElement('enrollment-status');
    Object.assign(element, { backend: new HostRecords().backend(), enrollmentId: 'e1', editable: true });
    dialog.append(element);
    await waitUntil(() => part(element, 'label'));
    await edited(element);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !part(element, 'panel'));
    expect(dialog.open).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialog.open);
  });

  it('comes back with the choice when it was closed while waiting and then failed', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    let open!: () => void;
    records.gate = new Promise((resolve) => (open = resolve));
    records.failWrite = { code: 'timeout' };
    await edited(element);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.matches(':state(busy)'));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !part(element, 'panel'));
    open();
    await waitUntil(() => part(element, 'problem'));
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('input:checked')!.value).to.equal('completed');
  });

  it('without a connection: says that the choice is kept, takes no second one, and shows it once it is stored', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    const { sent, store } = keptUntilStored(records);
    records.failWrite = { code: 'queued', sent };
    await edited(element);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.matches(':state(queued)'));
    const sentence = 'Wordt Afgerond zodra er weer verbinding is. De wijziging is in deze browser bewaard.';
    expect(textOf(element, 'queued')).to.equal(sentence);
    await isSaid(sentence);
    expect(textOf(element, 'label')).to.equal('Gestart');
    expect(focused(element)).to.equal(part(element, 'edit-button'));
    expect(part(element, 'edit-button')!.ariaDisabled).to.equal('true');
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(part(element, 'panel')).to.equal(null);
    await expectAccessibleInOneEngine(element);

    const changed = oneEvent(element, 'ek-status-changed');
    store({ status: 'completed' });
    await changed;
    await waitUntil(() => textOf(element, 'label') === 'Afgerond');
    expect(part(element, 'queued')).to.equal(null);
    expect(records.calls).to.have.length(1);
  });

  it('without a connection, and refused later: gives the choice back with the reason', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    const { sent, refuse } = keptUntilStored(records);
    records.failWrite = { code: 'queued', sent };
    await edited(element);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.matches(':state(queued)'));
    refuse('forbidden');
    await waitUntil(() => part(element, 'problem'));
    expect(part(element, 'queued')).to.equal(null);
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('input:checked')!.value).to.equal('completed');
  });

  for (const failWrite of [undefined, { code: 'timeout' } as const]) {
    it(`keeps ${failWrite ? 'the problem' : 'the answer'} of one enrollment away from the next`, async () => {
      const records = new HostRecords();
      const next = { ...started, id: 'e2', status: 'no-show' } as const;
      const element = await shown(records);
      const backend = records.backend();
      element.backend = {
        ...backend,
        getEnrollment: async (id) => (id === 'e2' ? next : backend.getEnrollment!(id)),
      };
      await element.updateComplete;
      await waitUntil(() => part(element, 'edit-button'));
      let open!: () => void;
      records.gate = new Promise((resolve) => (open = resolve));
      records.failWrite = failWrite;
      await edited(element);
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => element.matches(':state(busy)'));

      element.enrollmentId = 'e2';
      await waitUntil(() => textOf(element, 'label') === 'No-show');
      expect(part(element, 'panel')).to.equal(null);
      open();
      await waitUntil(() => !element.matches(':state(busy)'));
      await element.updateComplete;
      expect(textOf(element, 'label')).to.equal('No-show');
      expect(part(element, 'panel')).to.equal(null);
      expect(part(element, 'problem')).to.equal(null);
    });
  }

  it('with the pointer: the pencil opens and closes, a press elsewhere closes too', async () => {
    const element = await shown(new HostRecords());
    const { x, y, width, height } = part(element, 'edit-button')!.getBoundingClientRect();
    const pencil: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'click', position: pencil });
    await waitUntil(() => part(element, 'panel'));
    await sendMouse({ type: 'click', position: pencil });
    await waitUntil(() => !part(element, 'panel'));
    await sendMouse({ type: 'click', position: pencil });
    await waitUntil(() => part(element, 'panel'));
    await sendMouse({ type: 'click', position: [innerWidth - 4, innerHeight - 4] });
    await waitUntil(() => !part(element, 'panel'));
    await resetMouse();
  });

  it('asks the page before, tells it after, and only for what a person does', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    const events: string[] = [];
    for (const type of ['ek-status-change', 'ek-status-changed', 'input', 'change', 'submit']) {
      element.addEventListener(type, (event) => events.push(`${event.type} ${records.calls.length}`));
    }
    records.change({ status: 'no-show' });
    await waitUntil(() => textOf(element, 'label') === 'No-show');
    expect(events).to.deep.equal([]);
    await edited(element);
    await sendKeys({ press: 'ArrowUp' });
    const changed = oneEvent(element, 'ek-status-changed');
    await sendKeys({ press: 'Enter' });
    await changed;
    expect(events).to.deep.equal(['ek-status-change 0', 'ek-status-changed 1']);
  });

  it('does nothing when the page prevents it', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    element.addEventListener('ek-status-change', (event) => event.preventDefault());
    await edited(element);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !part(element, 'panel'));
    expect(records.calls).to.deep.equal([]);
  });

  it('shows the old status until the backend has confirmed, and takes one press only', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    let open!: () => void;
    records.gate = new Promise((resolve) => (open = resolve));
    await edited(element);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.matches(':state(busy)'));
    await sendKeys({ press: 'Enter' });
    expect(textOf(element, 'label')).to.equal('Gestart');
    expect(textOf(element, 'update-button')).to.equal('Bezig met bijwerken');
    const changed = oneEvent(element, 'ek-status-changed');
    open();
    await changed;
    expect(records.calls.length).to.equal(1);
  });

  it('keeps the choice when it could not be stored, and sends the same key again', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    records.failWrite = { code: 'offline' };
    await edited(element);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => part(element, 'problem'));
    expect(textOf(element, 'problem')).to.contain('geen internetverbinding');
    expect((focused(element) as HTMLInputElement).value).to.equal('completed');
    records.failWrite = undefined;
    const changed = oneEvent(element, 'ek-status-changed');
    await sendKeys({ press: 'Enter' });
    await changed;
    const [first, second] = records.calls;
    expect(first!.options!.idempotencyKey).to.match(/^[0-9a-f]{32}$/);
    expect(second!.options!.idempotencyKey).to.equal(first!.options!.idempotencyKey);
  });

  it('shows what somebody else chose meanwhile, keeps the own choice and redoes it in one press', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    records.listeners.clear(); // the change isn't heard: the write runs into it
    await edited(element);
    await sendKeys({ press: 'ArrowDown' });
    records.change({ status: 'no-show' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => textOf(element, 'label') === 'No-show');
    expect(element.shadowRoot!.querySelector('[role=alert]')!.textContent.trim()).to.equal(
      'Intussen is de status gewijzigd in No-show.',
    );
    expect(textOf(element, 'update-button')).to.equal('Toch wijzigen in Afgerond');
    const changed = oneEvent(element, 'ek-status-changed');
    await sendKeys({ press: 'Enter' });
    expect(((await changed) as CustomEvent<StatusChangeDetail>).detail).to.deep.equal({
      enrollmentId: 'e1',
      from: 'no-show',
      to: 'completed',
    });
  });

  it('says so at once when it hears of the other change while the panel is open', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    await edited(element);
    await sendKeys({ press: 'ArrowDown' });
    records.change({ status: 'no-show' });
    await waitUntil(() => textOf(element, 'update-button') === 'Toch wijzigen in Afgerond');
  });

  it('writes over a newer version in which the status is the same', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    records.listeners.clear();
    records.change({ invoiceUploadedAt: '2026-08-30T10:00:00.000Z' });
    await edited(element);
    await sendKeys({ press: 'ArrowDown' });
    const changed = oneEvent(element, 'ek-status-changed');
    await sendKeys({ press: 'Enter' });
    await changed;
    expect(records.calls.map(({ options }) => options!.expectedVersion)).to.deep.equal([3, 4]);
  });

  it('lets go when the enrollment is cancelled meanwhile', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    await edited(element);
    records.change({ status: 'cancelled' });
    await waitUntil(() => textOf(element, 'label') === 'Geannuleerd');
    await isSaid('Intussen is de status gewijzigd in Geannuleerd.');
    expect(part(element, 'panel')).to.equal(null);
  });

  it('opens the panel inside the window in a right-to-left page, with the arrow keys still up and down', async () => {
    const wrapper = await fixture<HTMLElement>(html`<div dir="rtl"></div>`);
    const records = new HostRecords();
    const element = document.createElement('enrollment-status');
    Object.assign(element, { backend: records.backend(), enrollmentId: 'e1', editable: true });
    wrapper.append(element);
    await waitUntil(() => part(element, 'label'));
    await edited(element);
    const box = part(element, 'panel')!.getBoundingClientRect();
    expect(box.left).to.be.at.least(0);
    expect(box.right).to.be.closeTo(part(element, 'base')!.getBoundingClientRect().right, 1);
    await sendKeys({ press: 'ArrowDown' });
    expect((focused(element) as HTMLInputElement).value).to.equal('completed');
  });
});
