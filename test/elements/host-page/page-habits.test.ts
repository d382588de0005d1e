// What pages do that nobody here wrote: libraries that change the language, swaps of content, the back button, labels.
import type { CourseBooking, EnrollmentStatus, HostBackend, PriceBreakdown, StartingDates } from '@enrollkit/elements';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { expect, fixture, html } from '@open-wc/testing';
import { settle } from '../../security/page-errors.js';
import { HostRecords } from '../enrollment-status/host-backend.js';
import { course } from '../price-breakdown/courses.js';
import { boxes, part, read } from '../price-breakdown/price-page.js';
import { BookingHost } from '../course-booking/booking-page.js';
import { clock, everyKind, radios } from '../starting-dates/start-page.js';
import { framedPage } from './framed-page.js';
import { waitUntil } from '../../support/wait-until.js';

const label = (element: Element): string => element.shadowRoot?.querySelector('[part=label]')?.textContent.trim() ?? '';

/** Scripts that a page may have run before the kit, each with what it left behind. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'Prototype.js': ['/page-library/prototype.js'],
  MooTools: ['/page-library/mootools.js'],
  'a toJSON of arrays and texts, as old versions of Prototype.js have': [
    scriptOf(`
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
    String.prototype.toJSON = function () { return '"' + this + '"'; };`),
  ],
  'an enumerable method of every object': [scriptOf(`Object.prototype.extend = function () { return this; };`)],
};

function scriptOf(code: string): string {
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}

interface Kit {
  setDefaultBackend(backend: HostBackend): void;
  openIndexedDbBackend(options: { database: string }): Promise<unknown>;
}

describe('On a page with', () => {
  for (const [library, scripts] of Object.entries(LIBRARIES)) {
    it(`${library}, a status is changed, a cost chosen, and search engines are told`, async () => {
      const page = await framedPage({
        scripts,
        body: `<form><enrollment-status enrollment-id="e1" editable></enrollment-status>
          <price-breakdown name="extra" selectable json-ld></price-breakdown></form>`,
      });
      const kit = (await page.load('/bundled-kit/first.js')) as unknown as Kit;
      const records = new HostRecords();
      kit.setDefaultBackend(records.backend());
      const status = page.document.querySelector<EnrollmentStatus>('enrollment-status')!;
      await waitUntil(() => label(status) === 'Gestart');
      status.shadowRoot!.querySelector<HTMLElement>('.edit')!.click();
      await waitUntil(() => status.shadowRoot!.querySelector('.panel'));
      status.shadowRoot!.querySelector<HTMLElement>('input[value=no-show]')!.click();
      status.shadowRoot!.querySelector<HTMLElement>('.primary')!.click();
      await waitUntil(() => label(status) === 'No-show');
      expect(records.calls[0]!.options!.idempotencyKey).to.match(/^[0-9a-f]{32}$/);

      const price = page.document.querySelector<PriceBreakdown>('price-breakdown')!;
      price.product = {
        ...course,
        name: 'PRINCE2',
        description: '',
        imageUrls: [],
        startingDates: [],
        regions: [],
      } as never;
      await price.updateComplete;
      const total = read(part(price, 'total-amount'));
      boxes(price)[0]!.click();
      await price.updateComplete;
      expect(read(part(price, 'total-amount'))).not.to.equal(total);
      const form = page.document.querySelector('form')!;
      expect(new page.window.FormData(form).get('extra')).to.equal('lunch');
      await waitUntil(() => page.document.querySelector('script[type="application/ld+json"]')?.textContent);
      const told = JSON.parse(page.document.querySelector('script[type="application/ld+json"]')!.textContent) as object;
      expect(told).to.include({ name: 'PRINCE2' });
      expect(page.errors).to.deep.equal([]);
    });
  }

  it('a focus style for everything, nothing but what has the focus is outlined', async () => {
    const page = await fixture(html`
      <div class="theme">
        <style>
          :where(.theme :focus) {
            outline: 3px solid red;
          }
        </style>
        <price-breakdown selectable .product=${course}></price-breakdown>
        <price-breakdown selectable .product=${course} tabindex="-1"></price-breakdown>
      </div>
    `);
    const [price, focusable] = [...page.querySelectorAll('price-breakdown')] as [PriceBreakdown, PriceBreakdown];
    await price.updateComplete;
    boxes(price)[0]!.focus();
    expect(getComputedStyle(price).outlineStyle).to.equal('none');
    focusable.focus();
    expect(getComputedStyle(focusable).outlineStyle).to.equal('solid');
  });

  it('html at 62.5%, everything is as wide as elsewhere', async () => {
    const widthOf = async (): Promise<number> => {
      const page = await fixture<HTMLElement>(html`<div><price-breakdown .product=${course}></price-breakdown></div>`);
      page.style.cssText = 'inline-size: 1200px; font-size: 16px';
      const price = page.querySelector('price-breakdown')!;
      await price.updateComplete;
      return part(price, 'price')!.getBoundingClientRect().width;
    };
    const usual = await widthOf();
    document.documentElement.style.fontSize = '62.5%';
    try {
      expect(await widthOf()).to.equal(usual);
    } finally {
      document.documentElement.style.fontSize = '';
    }
  });

  it('a label for the element, a press on it goes to the first box', async () => {
    const page = await fixture<HTMLElement>(html`
      <form>
        <label for="extra">Extra</label>
        <price-breakdown id="extra" name="extra" selectable .product=${course}></price-breakdown>
      </form>
    `);
    const price = page.querySelector('price-breakdown')!;
    await price.updateComplete;
    page.querySelector('label')!.click();
    expect(price.shadowRoot!.activeElement).to.equal(boxes(price)[0]);
    expect(boxes(price)[0]!.checked).to.equal(false);
  });

  it('a form around a form, what is pressed inside an element sends neither', async () => {
    const sent: Event[] = [];
    const page = await fixture<HTMLElement>(html`
      <form @submit=${(event: Event) => (event.preventDefault(), sent.push(event))}>
        <enrollment-status enrollment-id="e1" editable .backend=${new HostRecords().backend()}></enrollment-status>
      </form>
    `);
    const status = page.querySelector('enrollment-status')!;
    await waitUntil(() => label(status) === 'Gestart');
    status.shadowRoot!.querySelector<HTMLElement>('.edit')!.click();
    await waitUntil(() => status.shadowRoot!.querySelector('form'));
    status.shadowRoot!.querySelector('form')!.requestSubmit();
    await settle();
    expect(sent).to.deep.equal([]);
  });
});

describe('When a page swaps what it shows', () => {
  async function chosen(): Promise<PriceBreakdown> {
    const page = await fixture(html`
      <div lang="nl"><price-breakdown name="extra" selectable .product=${course}></price-breakdown></div>
    `);
    const price = page.querySelector('price-breakdown')!;
    await price.updateComplete;
    boxes(price)[1]!.click();
    await price.updateComplete;
    return price;
  }
  const ticked = (price: PriceBreakdown): readonly boolean[] => boxes(price).map(({ checked }) => checked);

  it('a copy of an element, as Turbo keeps of a page, has the choices of the original', async () => {
    const price = await chosen();
    const copy = price.cloneNode(true) as PriceBreakdown;
    price.replaceWith(copy);
    copy.product = course;
    await copy.updateComplete;
    expect(ticked(copy)).to.deep.equal([false, true]);
    copy.remove();
  });

  it('a move keeps them', async () => {
    const price = await chosen();
    const place = await fixture(html`<section></section>`);
    place.append(price);
    await price.updateComplete;
    expect(ticked(price)).to.deep.equal([false, true]);
  });

  it('morphing attributes into what the server sends keeps them, also for the next copy', async () => {
    const price = await chosen();
    const fromServer = new DOMParser().parseFromString(
      '<price-breakdown name="extra" selectable site="alliander"></price-breakdown>',
      'text/html',
    ).body.firstElementChild!;
    for (const name of price.getAttributeNames()) if (!fromServer.hasAttribute(name)) price.removeAttribute(name);
    for (const { name, value } of fromServer.attributes) price.setAttribute(name, value);
    await price.updateComplete;
    expect(ticked(price)).to.deep.equal([false, true]);
    const copy = price.cloneNode() as PriceBreakdown;
    expect(copy.selectedCosts).to.deep.equal(['fee']);
  });

  it('a start that was chosen is still chosen in a copy, in what htmx kept as text, after a move and after morphing', async () => {
    const page = await fixture<HTMLElement>(html`
      <form lang="nl">
        <starting-dates
          name="start"
          value="later"
          selectable
          .backend=${{ clock }}
          .product=${everyKind}
        ></starting-dates>
      </form>
    `);
    const starts = page.querySelector('starting-dates')!;
    await starts.updateComplete;
    radios(starts)[0]!.click();
    await starts.updateComplete;
    const show = async (other: Element | null): Promise<StartingDates> => {
      const element = other as StartingDates;
      Object.assign(element, { backend: { clock }, product: everyKind });
      await element.updateComplete;
      return element;
    };
    const chosen = (element: StartingDates): readonly (string | null)[] => [
      element.value,
      radios(element).find(({ checked }) => checked)!.value,
      new FormData(element.form as HTMLFormElement).get('start') as string,
    ];
    const expected = ['guaranteed', 'guaranteed', 'guaranteed'];
    expect(chosen(starts)).to.deep.equal(expected);

    const text = page.innerHTML;
    const copy = starts.cloneNode(true) as StartingDates;
    starts.replaceWith(copy);
    expect(chosen(await show(copy)), 'cloned').to.deep.equal(expected);
    page.innerHTML = text;
    const parsed = await show(page.querySelector('starting-dates'));
    expect(chosen(parsed), 'parsed').to.deep.equal(expected);
    const place = await fixture<HTMLElement>(html`<form></form>`);
    place.append(parsed);
    await parsed.updateComplete;
    expect(chosen(parsed), 'moved').to.deep.equal(expected);
    parsed.removeAttribute('selected-start');
    await parsed.updateComplete;
    expect(chosen(parsed), 'morphed').to.deep.equal(expected);
    expect((parsed.cloneNode() as StartingDates).value, 'morphed and cloned').to.equal('guaranteed');

    // What it began with needs no attribute, and comes back with a reset.
    (parsed.form as HTMLFormElement).reset();
    await parsed.updateComplete;
    expect([parsed.value, parsed.hasAttribute('selected-start')]).to.deep.equal(['later', false]);
  });

  it('a booking that is half filled in is so in a copy too', async () => {
    sessionStorage.clear();
    const backend = new BookingHost().backend();
    const page = await fixture<HTMLElement>(html`
      <div lang="nl"><course-booking product-id="prince2" .backend=${backend}></course-booking></div>
    `);
    const name = (element: Element): HTMLInputElement | null => element.shadowRoot!.querySelector('input[type=email]');
    const booking = page.querySelector('course-booking')!;
    await waitUntil(() => name(booking));
    name(booking)!.value = 'noor@voorbeeld.nl';
    name(booking)!.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    const copy = booking.cloneNode(true) as CourseBooking;
    copy.backend = backend;
    booking.replaceWith(copy);
    await waitUntil(() => name(copy));
    expect(name(copy)!.value).to.equal('noor@voorbeeld.nl');
  });

  it('ids with spaces and signs come over too', async () => {
    const price = await chosen();
    price.selectedCosts = ['a b', 'ü%', 'c"d'];
    await price.updateComplete;
    expect((price.cloneNode() as PriceBreakdown).selectedCosts).to.deep.equal(['a b', 'ü%', 'c"d']);
    price.setAttribute('selected-costs', '100% lunch');
    expect(price.selectedCosts).to.deep.equal(['100%', 'lunch']);
  });

  it('the back button shows what is true by then', async () => {
    const records = new HostRecords();
    const silent = { ...records.backend(), subscribe: () => () => undefined };
    const element = await fixture(html`<enrollment-status enrollment-id="e1" .backend=${silent}></enrollment-status>`);
    await waitUntil(() => label(element) === 'Gestart');
    records.change({ status: 'no-show' });
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => label(element) === 'No-show');
  });
});
