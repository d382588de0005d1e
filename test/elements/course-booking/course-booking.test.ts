import { defineElements, type CourseBooking } from '@enrollkit/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { isSaid } from '../said.js';
import { free, withPrice } from '../price-breakdown/courses.js';
import {
  BookingHost,
  buyer,
  costs,
  field,
  fill,
  inner,
  isBooked,
  part,
  parts,
  radios,
  read,
  refusal,
  show,
  showIn,
  submit,
  type,
} from './booking-page.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';

beforeEach(() => sessionStorage.clear());

const focused = (element: Element): Element | null => element.shadowRoot!.activeElement;

describe('<course-booking>', () => {
  it('is accessible, with the total beside a button that says that booking means paying', async () => {
    const element = await show(new BookingHost());
    await expect(element).to.be.accessible();
    expect(read(part(element, 'total'))).to.equal('Totaal € 548,79 incl. btw en alle verplichte en gekozen kosten');
    expect(read(part(element, 'book-button'))).to.equal('Boeken met betalingsverplichting');
    expect(radios(element)).to.have.lengthOf(2);
    expect(radios(element).some(({ checked }) => checked)).to.equal(false);
    expect(field(element, 'name-0').autocomplete).to.equal('name');
    expect(field(element, 'email-0').autocomplete).to.equal('email');
  });

  it('leaves nothing that has the focus behind its bar (WCAG 2.4.11), as narrow as it gets', async () => {
    const element = await show(new BookingHost());
    element.style.inlineSize = '18rem';
    // A page goes on below it.
    element.style.marginBlockEnd = '100vh';
    const bar = element.shadowRoot!.querySelector('.bar')!;
    const reached = (root: ShadowRoot): readonly HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) =>
        each.shadowRoot ? reached(each.shadowRoot) : each.matches('input, button, summary, select') ? [each] : [],
      );
    const targets = reached(element.shadowRoot!).filter((each) => each.checkVisibility() && !bar.contains(each));
    expect(targets.length).to.be.greaterThan(5);
    for (const each of targets) {
      scrollTo(0, 0);
      each.focus();
      await waitUntil(
        () => each.getBoundingClientRect().bottom <= bar.getBoundingClientRect().top + 1,
        `this came above the bar: ${each.outerHTML}`,
      );
    }
  });

  it('books by keyboard: start, lunch, person and consumer, with the total that was seen', async () => {
    const host = new BookingHost();
    const element = await show(host);
    const heard: unknown[] = [];
    element.addEventListener('ek-book', ({ detail }) => heard.push(detail.startingDateId, detail.totalMinor));
    element.addEventListener('ek-booked', ({ detail }) => heard.push(detail.enrollmentId, detail.bookingState));
    radios(element)[0]!.focus();
    await sendKeys({ press: 'ArrowDown' });
    costs(element)[0]!.focus();
    await sendKeys({ press: 'Space' });
    field(element, 'name-0').focus();
    await sendKeys({ type: 'Jan Jansen' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'jan@example.nl' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await waitUntil(() => read(part(element, 'total')).includes('€ 591,79'));
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => focused(element) === part(element, 'book-button'));
    await sendKeys({ press: 'Enter' });
    await isBooked(element);
    expect(host.calls.map(({ input }) => input)).to.deep.equal([
      {
        productId: 'prince2',
        startingDateId: 's2',
        participant: { name: 'Jan Jansen', email: 'jan@example.nl' },
        selectedCosts: ['lunch'],
        expectedTotalMinor: 59179,
        consumer: true,
      },
    ]);
    expect(heard).to.deep.equal(['s2', 59179, 'e1', 'accepted']);
  });

  it('tells who can’t book so before anything is filled in, keeps what is filled in, and books once they have signed in', async () => {
    const host = new BookingHost({ allowed: [] });
    const element = await show(host, { signInUrl: '/sign-in' });
    await expectAccessibleInOneEngine(element);
    const told = part(element, 'notice')!;
    expect(read(told)).to.equal(
      'Boeken kan zodra je bent ingelogd met een account dat mag boeken. Wat je hier invult, blijft bewaard. Inloggen',
    );
    expect(told.compareDocumentPosition(part(element, 'start')!) & Node.DOCUMENT_POSITION_FOLLOWING).to.equal(4);
    expect(told.querySelector('a')!.getAttribute('href')).to.equal('/sign-in');
    // Its words stay whole beside the sentence, or below it.
    element.style.inlineSize = '280px';
    expect(told.querySelector('a')!.getClientRects().length).to.equal(1);
    expect(told.querySelector('a')!.offsetHeight).to.be.lessThan(40);
    await fill(element);
    let asked = 0;
    element.addEventListener('ek-book', () => (asked += 1));
    submit(element);
    await waitUntil(() => focused(element) === told, 'the focus is where it is said');
    expect([asked, host.calls.length]).to.deep.equal([1, 0]);

    // The page is loaded anew, for somebody who can.
    element.remove();
    const member = new BookingHost({ allowed: ['enrollment.create'] });
    const again = await show(member);
    expect(part(again, 'notice') === null).to.equal(true);
    submit(again);
    await isBooked(again);
    expect(member.calls).to.have.lengthOf(1);
  });

  it('shows a receipt of exactly that, with what the provider has to say, and forgets what was filled in', async () => {
    const element = await show(new BookingHost());
    await fill(element);
    submit(element);
    await isBooked(element);
    await waitUntil(() => focused(element)?.id === 'receipt-heading');
    await inner(element, 'price-breakdown')!.updateComplete;
    expect(read(part(element, 'receipt')!.querySelector('dl'))).to.contain('PRINCE2 Foundation');
    expect(read(part(element, 'receipt'))).to.contain('19 oktober 2026, Utrecht');
    expect(read(part(element, 'receipt'))).to.contain('Jan Jansen, jan@example.nl');
    expect(read(inner(element, 'price-breakdown')!.shadowRoot!.querySelector('[part="price"]'))).to.match(
      /€ 591,79.*Lunch.*Prijs zoals geboekt op 1 september 2026\./,
    );
    const instructions = part(element, 'instructions')!;
    expect(instructions.textContent.trim()).to.equal('Neem een laptop mee.\nDe zaal is open vanaf 08:30.');
    expect(getComputedStyle(instructions).whiteSpace).to.match(/^pre-line/);
    await expectAccessibleInOneEngine(element);
    expect(sessionStorage).to.have.lengthOf(0);
    part(element, 'again-button')!.click();
    await waitUntil(() => part(element, 'book-button'));
    expect(field(element, 'name-0').value).to.equal('');
  });

  it('says beside each choice and field what is missing, books nothing, and goes to the first', async () => {
    const host = new BookingHost();
    const element = await show(host);
    type(element, 'email-0', 'jan');
    submit(element);
    await element.updateComplete;
    await element.updateComplete;
    expect(parts(element, 'fault').map(read)).to.deep.equal([
      'Kies een startdatum.',
      'Vul een naam in.',
      'Dit is geen e-mailadres. Vul het in als naam@voorbeeld.nl.',
      'Kies of je als consument of voor een bedrijf boekt.',
      'Nog niet geboekt. Vul aan wat hierboven is aangegeven.',
    ]);
    expect(field(element, 'email-0')).to.have.attribute('aria-describedby', 'email-0-fault');
    // Each choice says that it must be made.
    expect(part(element, 'buyer')).to.have.attribute('aria-required', 'true');
    const starts = inner(element, 'starting-dates')!.shadowRoot!.querySelector('[role=radiogroup]');
    expect(starts).to.have.attribute('aria-required', 'true');
    expect(focused(element)).to.equal(inner(element, 'starting-dates'));
    expect(host.calls).to.deep.equal([]);
    // Told once: by the live region, and not by an alert as well.
    await isSaid('Nog niet geboekt. Vul aan wat hierboven is aangegeven.');
    const alerts = [...element.shadowRoot!.querySelectorAll('[role=alert]')].map(read).filter(Boolean);
    expect(alerts).to.deep.equal(['Kies een startdatum.', 'Kies of je als consument of voor een bedrijf boekt.']);
    await expectAccessibleInOneEngine(element);
    await fill(element);
    expect(parts(element, 'fault')).to.deep.equal([]);
  });

  it('says "Inschrijven" for what is free, and "Aanvragen" where the price is on request', async () => {
    const gratis = await show(new BookingHost({ ...free, id: 'prince2' }));
    expect(read(part(gratis, 'book-button'))).to.equal('Inschrijven');
    const onRequest = { ...withPrice({ onRequest: true }), productType: 'in-company' } as const;
    const host = new BookingHost({ ...onRequest, startingDates: [], additionalCosts: [] });
    const element = await show(host);
    expect(read(part(element, 'book-button'))).to.equal('Aanvragen');
    type(element, 'name-0', 'Jan');
    type(element, 'email-0', 'jan@example.nl');
    buyer(element, 'company');
    await element.updateComplete;
    submit(element);
    await isBooked(element);
    expect(host.calls[0]!.input).to.include({ consumer: false });
    expect(host.calls[0]!.input).not.to.have.property('expectedTotalMinor');
    expect(read(part(element, 'heading'))).to.equal('Aangevraagd');
    expect(read(part(element, 'receipt'))).to.contain('De opleider bekijkt de aanvraag');
  });

  it('offers no booking of what takes none, and says why', async () => {
    expect(read(part(await show(new BookingHost({ state: 'deleted' })), 'notice'))).to.contain('niet meer aangeboden');
    expect(read(part(await show(new BookingHost({ maxParticipants: 0 })), 'notice'))).to.contain('Deze cursus is vol.');
    const host = new BookingHost();
    const closed = await show(new BookingHost({ startingDates: [host.product.startingDates[2]!] }));
    expect(read(part(closed, 'notice'))).to.contain('Er zijn nu geen startdata');
    expect(part(closed, 'book-button')).to.equal(null);
  });

  it('sends nothing when the page says no', async () => {
    const host = new BookingHost();
    const element = await show(host);
    element.addEventListener('ek-book', (event) => event.preventDefault());
    await fill(element);
    submit(element);
    await element.updateComplete;
    expect(host.calls).to.deep.equal([]);
  });

  it('books once however often the button is pressed, and once more after an answer that was lost', async () => {
    const host = new BookingHost();
    const element = await show(host);
    const codes: string[] = [];
    element.addEventListener('ek-booking-error', ({ detail }) => codes.push(detail.code));
    await fill(element);
    host.answers = [{ lost: refusal('timeout') }];
    submit(element);
    submit(element);
    await waitUntil(() => part(element, 'problem'));
    expect(host.calls).to.have.lengthOf(1);
    expect(codes).to.deep.equal(['timeout']);
    expect(field(element, 'name-0').value).to.equal('Jan Jansen');
    submit(element);
    await isBooked(element);
    expect(host.made.size).to.equal(1);
  });

  it('keeps everything through a reload, and the key with it', async () => {
    const host = new BookingHost();
    const page = await fixture(html`<div lang="nl"></div>`);
    const before = await showIn(page, host);
    await fill(before);
    host.answers = [{ lost: refusal('offline') }];
    submit(before);
    await waitUntil(() => part(before, 'problem'));
    before.remove();
    const after = await showIn(page, host);
    await waitUntil(() => radios(after)[0]!.checked);
    expect(costs(after)[0]!.checked).to.equal(true);
    expect([field(after, 'name-0').value, field(after, 'email-0').value]).to.deep.equal([
      'Jan Jansen',
      'jan@example.nl',
    ]);
    submit(after);
    await isBooked(after);
    expect(host.made.size).to.equal(1);
  });

  it('shows both totals when the price has changed, keeps everything, and books only when asked again', async () => {
    const host = new BookingHost();
    const element = await show(host);
    await fill(element);
    host.product = { ...host.product, ...withPrice({ amountMinor: 49900, vatMinor: 10479 }) };
    host.answers = [
      refusal('conflict', [{ code: 'price-changed', params: { expectedTotalMinor: 59179, totalMinor: 71279 } }]),
    ];
    submit(element);
    await waitUntil(() => read(part(element, 'notice')).includes('veranderd'));
    expect(read(part(element, 'notice'))).to.contain('van € 591,79 in € 712,79');
    await waitUntil(() => read(part(element, 'total')).includes('€ 712,79'));
    expect(part(element, 'receipt')).to.equal(null);
    expect(field(element, 'name-0').value).to.equal('Jan Jansen');
    // Also in a language that is chosen only now.
    element.locale = 'en';
    await waitUntil(() => read(part(element, 'notice')).includes('€591.79'), 'the amounts as English has them');
    expect(read(part(element, 'notice'))).to.contain('€712.79');
    element.locale = undefined;
    submit(element);
    await isBooked(element);
    expect(host.calls[1]!.input.expectedTotalMinor).to.equal(71279);
    expect(host.calls[1]!.key).not.to.equal(host.calls[0]!.key);
  });

  it('tells of a price that changes while the form is filled in', async () => {
    const host = new BookingHost();
    const element = await show(host);
    await fill(element);
    host.change(withPrice({ amountMinor: 49900, vatMinor: 10479 }));
    await waitUntil(() => read(part(element, 'notice')).includes('van € 591,79 in € 712,79'));
  });

  it('says beside the starts that the chosen one has become full, and keeps the rest', async () => {
    const host = new BookingHost();
    const element = await show(host);
    await fill(element);
    host.answers = [refusal('invalid', [{ code: 'start-full' }])];
    host.product = {
      ...host.product,
      startStates: [{ startingDateId: 's1', seatsLeft: 0 }],
    };
    submit(element);
    await waitUntil(() => read(part(element, 'start')).includes('Deze startdatum is intussen vol.'));
    element.locale = 'en';
    await waitUntil(() => read(part(element, 'start')).includes('full'), 'the same in English');
    element.locale = undefined;
    await waitUntil(() => read(part(element, 'start')).includes('Deze startdatum is intussen vol.'));
    expect(field(element, 'email-0').value).to.equal('jan@example.nl');
    await waitUntil(() => radios(element).length === 1);
    radios(element)[0]!.click();
    await element.updateComplete;
    submit(element);
    await isBooked(element);
    expect(host.calls[1]!.input.startingDateId).to.equal('s2');
  });

  it('has filled in who is known to the page, once: what somebody writes or empties stays', async () => {
    const known = { name: 'Noor el Khatib', email: 'noor@example.nl' };
    const host = new BookingHost();
    const element = await show(host, { knownParticipant: known });
    const fields = (): string[] => ['name-0', 'email-0'].map((id) => field(element, id).value);
    expect(fields()).to.deep.equal(['Noor el Khatib', 'noor@example.nl']);
    type(element, 'name-0', '');
    type(element, 'email-0', '');
    element.knownParticipant = { ...known };
    await element.updateComplete;
    expect(fields()).to.deep.equal(['', '']);
    type(element, 'name-0', 'Jan');
    // A page that finds out later.
    element.knownParticipant = { name: 'Sem', email: 'sem@example.nl' };
    await element.updateComplete;
    expect(fields()).to.deep.equal(['Jan', '']);
  });

  it('asks nobody who books for an employer which buyer it is, and has the browser fill in nothing', async () => {
    const host = new BookingHost();
    const element = await show(host, { employerId: 'acme' });
    expect(part(element, 'buyer')).to.equal(null);
    expect(field(element, 'name-0').autocomplete).to.equal('off');
    radios(element)[0]!.click();
    type(element, 'name-0', 'Jan');
    type(element, 'email-0', 'jan@example.nl');
    await element.updateComplete;
    submit(element);
    await isBooked(element);
    expect(host.calls[0]!.input.participant).to.deep.equal({
      name: 'Jan',
      email: 'jan@example.nl',
      employerId: 'acme',
    });
    expect(host.calls[0]!.input.consumer).to.equal(false);
  });

  it('fits in 320 px from right to left, with total and button in view, in English', async () => {
    const page = await fixture<HTMLDivElement>(
      html`<div lang="en" dir="rtl" style="inline-size: 320px; block-size: 400px; overflow: auto"></div>`,
    );
    const element = await showIn(page, new BookingHost());
    expect(page.scrollWidth).to.be.at.most(320);
    const { bottom } = part(element, 'book-button')!.getBoundingClientRect();
    expect(bottom).to.be.at.most(page.getBoundingClientRect().bottom);
    expect(read(part(element, 'book-button'))).to.equal('Book with obligation to pay');
    await expectAccessibleInOneEngine(element);
  });

  it('is made of elements with its own prefix', async () => {
    defineElements({ prefix: 'acme' });
    const element = document.createElement('acme-course-booking') as CourseBooking;
    Object.assign(element, { backend: new BookingHost().backend(), productId: 'prince2' });
    (await fixture(html`<div lang="nl"></div>`)).append(element);
    await waitUntil(() => part(element, 'book-button'));
    const own = [...element.shadowRoot!.querySelectorAll('.inner, [part="costs"] > *')].map(
      ({ localName }) => localName,
    );
    expect(own).to.deep.equal(['acme-starting-dates', 'acme-price-breakdown']);
    expect(element.shadowRoot!.querySelector('acme-starting-dates')?.shadowRoot?.querySelector('input')).not.to.equal(
      null,
    );
  });
});
