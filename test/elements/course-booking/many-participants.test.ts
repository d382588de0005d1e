import { expect } from '@open-wc/testing';
import { said } from '../said.js';
import {
  BookingHost,
  buyer,
  field,
  isBooked,
  part,
  parts,
  radios,
  read,
  refusal,
  show,
  submit,
} from './booking-page.js';
import { waitUntil } from '../../support/wait-until.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';

beforeEach(() => sessionStorage.clear());

const SHEET =
  'Naam\tE-mail\nJan Jansen\tjan@example.nl\nPetra de Vries\tpetra@example.nl\r\nFatima\tÖztürk\tfatima@example.nl\n';

function paste(input: HTMLInputElement, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new Event('paste', { bubbles: true, composed: true, cancelable: true });
  // Firefox makes its own clipboard for a scripted ClipboardEvent.
  return input.dispatchEvent(Object.assign(event, { clipboardData }));
}

async function filled(host: BookingHost) {
  const element = await show(host, { participants: 'many' });
  radios(element)[0]!.click();
  paste(field(element, 'name-0'), SHEET);
  buyer(element, 'company');
  await element.updateComplete;
  return element;
}

describe('<course-booking participants="many">', () => {
  it('makes rows of what is pasted from a spreadsheet, without its heading, and counts them in the total', async () => {
    const element = await filled(new BookingHost());
    const rows = parts(element, 'row').map((row) => [...row.querySelectorAll('input')].map(({ value }) => value));
    expect(rows).to.deep.equal([
      ['Jan Jansen', 'jan@example.nl'],
      ['Petra de Vries', 'petra@example.nl'],
      ['Fatima Öztürk', 'fatima@example.nl'],
    ]);
    expect(read(part(element, 'total'))).to.contain('€ 1.646,37 3 deelnemers à € 548,79');
    // They are others: the browser would fill in who sits here.
    const fields = parts(element, 'row').flatMap((row) => [...row.querySelectorAll('input')]);
    expect(fields.map(({ autocomplete }) => autocomplete)).to.deep.equal(fields.map(() => 'off'));
    await expectAccessibleInOneEngine(element);
    expect(paste(element.shadowRoot!.querySelector('input[type="email"]')!, 'one@example.nl')).to.equal(true);
  });

  it('tells what became of each, keeps those that failed, and sends only them again', async () => {
    const host = new BookingHost();
    const element = await filled(host);
    host.answers = [undefined, refusal('invalid', [{ code: 'email-invalid' }]), undefined];
    submit(element);
    await waitUntil(() => parts(element, 'outcome').length === 3 && !element.matches(':state(busy)'));
    expect(parts(element, 'outcome').map(read)).to.deep.equal([
      'Geboekt',
      'Dit is geen e-mailadres. Vul het in als naam@voorbeeld.nl.',
      'Geboekt',
    ]);
    await waitUntil(() => said().at(-1)?.includes('2 van de 3 deelnemers'));
    await expectAccessibleInOneEngine(element);
    submit(element);
    await isBooked(element);
    expect(host.calls.map(({ input }) => input.participant.name)).to.deep.equal([
      'Jan Jansen',
      'Petra de Vries',
      'Fatima Öztürk',
      'Petra de Vries',
    ]);
    expect(host.made.size).to.equal(3);
    const facts = [...parts(element, 'receipt')[0]!.querySelectorAll('dd')].map(read);
    expect(facts.slice(5)).to.deep.equal(['€ 1.646,37 (3 deelnemers à € 548,79)']);
  });

  it('stops where the others would meet the same, and says what was not sent', async () => {
    const host = new BookingHost();
    const element = await filled(host);
    host.answers = [undefined, refusal('offline')];
    submit(element);
    await waitUntil(() => part(element, 'problem') && !element.matches(':state(busy)'));
    expect(host.calls).to.have.lengthOf(2);
    submit(element);
    await isBooked(element);
    expect(host.made.size).to.equal(3);
  });

  it('adds and takes away rows, and marks an address that is there twice', async () => {
    const element = await show(new BookingHost(), { participants: 'many' });
    part(element, 'add-button')!.click();
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'name-1');
    paste(field(element, 'name-1'), 'Jan\tjan@example.nl\nJan\tjan@example.nl');
    await element.updateComplete;
    submit(element);
    await element.updateComplete;
    expect(parts(element, 'fault').map(read)).to.include(
      'Dit e-mailadres is hierboven al gebruikt. Vul voor elke deelnemer een eigen adres in.',
    );
    part(element, 'remove-button')!.click();
    await waitUntil(() => parts(element, 'row').length === 2);
  });
});
