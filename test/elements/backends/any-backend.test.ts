// The elements that book, link and complete, on records that are really stored: in the browser, and on a running server.
import '@enrollkit/elements/booking-withdrawal.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/invoice-upload.js';
import '@enrollkit/elements/price-breakdown.js';
import '@enrollkit/elements/product-certifications.js';
import '@enrollkit/elements/product-details.js';
import '@enrollkit/elements/starting-dates.js';
import type { Actor, Backend, Product } from '@enrollkit/core';
import type { HostBackend } from '@enrollkit/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { deleteWorlds, makeIndexedDbWorld } from '../../adapters/indexeddb/worlds.js';
import { newProduct, pdf } from '../../contract/records.js';
import { Scene, type MakeWorld } from '../../contract/world.js';
import { restWorlds } from '../../support/rest-world.js';
import { buyer, fill, isBooked, part, radios, read, showIn, submit, type } from '../course-booking/booking-page.js';
import { waitUntil } from '../../support/wait-until.js';

/** A server on a busy machine may take its time. */

const JAN: Actor = { id: 'jan', role: 'participant', email: 'jan@example.nl' };
const HR: Actor = { id: 'karim', role: 'employer-hr', employerId: 'acme' };
const STAFF: Actor = { id: 'femke', role: 'platform-staff' };

const start = { startDateIsMonthOnly: false, endDateIsMonthOnly: false, schedule: [] };

function course(amountMinor: number): Product {
  return {
    ...newProduct('prince2'),
    name: 'PRINCE2 Foundation',
    completion: 'Examen van een uur',
    price: { amountMinor, vat: 'exempt', period: 'all', complete: true },
    additionalCosts: [{ id: 'lunch', type: 'lunch', amountMinor: 4000, vat: 'exempt', mandatory: false }],
    startingDates: [
      { ...start, id: 's1', startDate: '2098-10-20', endDate: '2098-10-21', place: 'Utrecht', maxSeats: 1 },
      { ...start, id: 's2', startDate: '2098-11-10', endDate: '2098-11-11', place: 'Zwolle' },
    ],
  };
}

/** The elements that show a product, what of it they show first, and words in that. */
const READERS = [
  ['course-booking', 'book-button', 'Boeken'],
  ['price-breakdown', 'total', ''],
  ['product-certifications', 'empty', ''],
  ['product-details', 'facts', 'Examen van een uur'],
  ['starting-dates', 'dates', 'Utrecht'],
] as const;

/** An element of this person's page, once it shows this part. */
async function show<Tag extends keyof HTMLElementTagNameMap>(
  page: Element,
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> & { readonly backend: HostBackend },
  shown: string,
  words = '',
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  page.append(element);
  await seen(element, shown, words);
  return element;
}

const find = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`) ?? null;

const seen = (element: Element, name: string, words = ''): Promise<void> =>
  waitUntil(() => read(find(element, name)).includes(words) && find(element, name), `${name}: ${words}`);

async function press(element: Element, name: string): Promise<void> {
  await seen(element, name);
  find(element, name)!.click();
}

const WORLDS: readonly (readonly [string, MakeWorld])[] = [
  ['IndexedDB', makeIndexedDbWorld],
  ['REST', restWorlds()],
];

after(deleteWorlds);

for (const [name, makeWorld] of WORLDS) {
  describe(`On ${name}`, () => {
    let scene: Scene;
    let page: HTMLElement;
    let provider: Backend;
    beforeEach(async () => {
      scene = await Scene.open(makeWorld);
      // A page has its own clock: the server's must be the same.
      scene.now = new Date().toISOString();
      page = await fixture(html`<div lang="nl"></div>`);
      provider = scene.provider;
    });
    afterEach(async () => {
      page.remove();
      await scene.world.dispose();
    });

    it('a course is shown, booked at the price that it has by then, full after that, and free again when withdrawn', async () => {
      await provider.putProduct(course(39_900));
      const backend = scene.as(JAN);
      const details = await show(page, 'product-details', { backend, productId: 'prince2' }, 'facts');
      expect(read(find(details, 'facts'))).to.contain('Examen van een uur');
      const starts = await show(page, 'starting-dates', { backend, productId: 'prince2' }, 'dates');
      await seen(starts, 'dates', 'Utrecht');
      const booking = await showIn(page, { backend: () => backend });
      await fill(booking);

      await provider.putProduct(course(45_000));
      await seen(booking, 'notice', '439,00');
      expect(read(part(booking, 'notice'))).to.contain('490,00');
      submit(booking);
      await waitUntil(() => part(booking, 'receipt'), 'the receipt is shown');
      await isBooked(booking);
      const [enrollment] = (await provider.listEnrollments()).items;
      expect(enrollment?.booked?.totalMinor).to.equal(49_000);
      expect(enrollment?.startingDateId).to.equal('s1');
      await seen(starts, 'dates', 'Vol');

      const properties = { backend, enrollmentId: enrollment!.id };
      const withdrawal = await show(page, 'booking-withdrawal', properties, 'withdraw-button');
      await press(withdrawal, 'withdraw-button');
      await press(withdrawal, 'next-button');
      await press(withdrawal, 'confirm-button');
      await seen(withdrawal, 'acknowledgement', 'Jan Jansen');
      const ended = await provider.listEnrollments({ bookingState: 'withdrawn' });
      expect(ended.items.map(({ id }) => id)).to.deep.equal([enrollment!.id]);
      await waitUntil(() => !read(find(starts, 'dates')).includes('Vol'), 'the seat is free');
    });

    it('a group’s course is seen and booked by its people where the page says their site, and nowhere else', async () => {
      await provider.putProduct({
        ...course(39_900),
        productType: 'group',
        price: { amountMinor: 39_900, vat: 'exempt', exemptAmountMinor: 35_000, period: 'all', complete: true },
        discounts: [{ site: 'acme', percentage: '10' }],
        allowedSites: ['acme', 'beta'],
      });
      for (const [actor, employerId] of [
        [JAN, undefined],
        [HR, 'acme'],
      ] as const) {
        const backend = scene.as(actor);
        const reading = { backend, productId: 'prince2' };
        // At once: neither may get the other's answer.
        const shown = READERS.map(async ([tag, name, words]) => {
          const [here, elsewhere, nowhere] = await Promise.all([
            show(page, tag, { ...reading, site: 'acme' }, name, words),
            show(page, tag, { ...reading, site: 'elsewhere' }, 'problem', 'Dit is niet gevonden.'),
            show(page, tag, reading, 'problem', 'Dit is niet gevonden.'),
          ]);
          nowhere.site = 'beta';
          here.site = 'elsewhere';
          await seen(nowhere, name, words);
          await seen(here, 'problem', 'Dit is niet gevonden.');
          for (const element of [here, elsewhere, nowhere]) element.remove();
        });
        await Promise.all(shown);

        const booking = await showIn(
          page,
          { backend: () => backend },
          { site: 'acme', audience: 'vat-exempt', ...(employerId && { employerId }) },
        );
        radios(booking)[0]!.click();
        type(booking, 'name-0', 'Jan Jansen');
        type(booking, 'email-0', 'jan@example.nl');
        if (!employerId) buyer(booking, 'company');
        await seen(booking, 'total', '315,00');
        submit(booking);
        await isBooked(booking);
        booking.remove();
      }
      const { items } = await provider.listEnrollments();
      expect(
        items.map(({ startingDateId, booked }) => [startingDateId, booked?.site, booked?.audience, booked?.totalMinor]),
      ).to.have.deep.members([
        ['s1', 'acme', 'vat-exempt', 31_500],
        ['s2', 'acme', 'vat-exempt', 31_500],
      ]);
    });

    it('a certification is made, linked, rejected and verified, and an invoice completes what is over', async () => {
      await provider.putProduct(course(39_900));
      const linking = { backend: provider, productId: 'prince2', editable: true };
      const own = await show(page, 'product-certifications', linking, 'add-button');
      await press(own, 'add-button');
      await seen(own, 'form');
      const input = own.shadowRoot!.querySelector<HTMLInputElement>('#name')!;
      input.value = 'PRINCE2 Foundation';
      input.dispatchEvent(new Event('input'));
      await press(own, 'create-button');
      await seen(own, 'certification', 'Wacht op goedkeuring');
      await waitUntil(() => own.shadowRoot!.querySelector<HTMLInputElement>('li input')?.checked, 'ticked');

      const staff = await show(
        page,
        'product-certifications',
        { backend: scene.as(STAFF), reviewable: true },
        'verify-button',
      );
      await press(staff, 'reject-button');
      await seen(staff, 'field');
      const reason = staff.shadowRoot!.querySelector('textarea')!;
      reason.value = 'De naam klopt niet.';
      reason.dispatchEvent(new Event('input'));
      await press(staff, 'reject-button');
      await seen(own, 'certification', 'Reden: De naam klopt niet.');
      await press(staff, 'undo-button');
      await press(staff, 'verify-button');
      await seen(own, 'certification', 'Goedgekeurd');
      const [linked] = (await provider.listCertifications({ productId: 'prince2' })).items;
      expect(linked?.verified).to.equal(true);

      const { id } = await provider.createEnrollment({
        productId: 'prince2',
        participant: { name: 'Jan Jansen', email: 'jan@example.nl' },
        startDate: '2026-08-03',
        endDate: '2026-08-04',
      });
      const properties = { backend: provider, enrollmentId: id };
      const status = await show(page, 'enrollment-status', properties, 'label');
      const invoice = await show(page, 'invoice-upload', properties, 'drop-zone');
      const transfer = new DataTransfer();
      transfer.items.add(pdf('factuur', 'factuur.pdf'));
      const chooser = invoice.shadowRoot!.querySelector<HTMLInputElement>('#file')!;
      chooser.files = transfer.files;
      chooser.dispatchEvent(new Event('change'));
      await press(invoice, 'upload-button');
      await seen(invoice, 'state', 'Geüpload op ');
      await seen(status, 'label', 'Afgerond');
      const stored = await provider.openInvoiceFile(id);
      expect(stored.size).to.equal(pdf('factuur').size);
    });
  });
}
