// A page that is there before the kit, and a kit that is there before its data: nothing may move when they come.
import type { HostBackend } from '@enrollkit/elements';
import { expect } from '@open-wc/testing';
import { pdf } from '../../contract/records.js';
import { waitUntil } from '../../support/wait-until.js';
import { ready, type Tag } from './every-element.js';
import { everyRecord, product } from './every-record.js';
import { framedPage } from './framed-page.js';

/** What most pages have of each: `reserve.css` keeps room for that. */
const TAGS: Readonly<Record<Tag | 'enrollment-status[compact]', string>> = {
  'enrollment-status': '<enrollment-status enrollment-id="e3" editable></enrollment-status>',
  'enrollment-status[compact]': '<enrollment-status enrollment-id="e3" editable compact></enrollment-status>',
  'price-breakdown': '<price-breakdown product-id="course" selectable></price-breakdown>',
  'certificate-upload': '<certificate-upload enrollment-id="e3"></certificate-upload>',
  'feed-check': '<feed-check></feed-check>',
  // Of a date, for which no other test file has left files in this browser.
  'certificate-bundle': '<certificate-bundle product-id="course" starting-date-id="s2"></certificate-bundle>',
  'enrollment-roster': '<enrollment-roster product-id="course" editable></enrollment-roster>',
  'certificate-list': '<certificate-list></certificate-list>',
  'course-booking': '<course-booking product-id="course"></course-booking>',
  'booking-withdrawal': '<booking-withdrawal enrollment-id="e3"></booking-withdrawal>',
  'invoice-upload': '<invoice-upload enrollment-id="e3"></invoice-upload>',
  'product-certifications': '<product-certifications product-id="course" editable></product-certifications>',
  'product-details': `<product-details product-id="course"
    only="description kind level language duration participants completion trainers contact website"></product-details>`,
  'starting-dates': '<starting-dates product-id="short"></starting-dates>',
};

/** Of the window: 800 px high, as the frame is. */
const WINDOW_PX = 800;
/** A layout shift is the share of the window that moves by the share of it by which that moves: all of it, at worst. */
const MOST_SHIFT = 0.05;

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
}

/** Answers when the test says so. */
async function lateBackend(): Promise<{ readonly backend: HostBackend; readonly answer: () => void }> {
  const { provider } = await everyRecord();
  await provider.putProduct({
    ...product,
    id: 'short',
    name: 'Kort',
    startingDates: product.startingDates.slice(0, 3),
  });
  await provider.createCertification({ id: 'c3', name: 'PRINCE2 Agile', requiresValidUntil: false });
  for (const name of ['Anna', 'Bart', 'Cato', 'Daan', 'Evi', 'Fleur', 'Guus', 'Hanna', 'Isa', 'Jan']) {
    const participant = { name: `${name} Jansen`, email: `${name.toLowerCase()}@jansen.example` };
    const { id } = await provider.createEnrollment({ productId: 'course', startingDateId: 's2', participant });
    if (name > 'Bo') continue;
    const draft = { enrollmentId: id, certificationId: 'c1', validFrom: '2026-08-30', showsResults: false };
    await provider.uploadCertificate({ ...draft, file: pdf(name) });
  }
  let answer!: () => void;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const later =
    (method: (...args: never[]) => unknown) =>
    async (...args: never[]): Promise<unknown> => {
      await answered;
      return method(...args);
    };
  const methods = Object.entries(provider).map(([name, value]): readonly [string, unknown] =>
    typeof value === 'function' && /^(get|list)/.test(name) ? [name, later(value as never)] : [name, value],
  );
  return { backend: Object.fromEntries(methods) as HostBackend, answer };
}

describe('When the kit comes late to a page with its reserving style sheet', () => {
  for (const width of [800, 320]) {
    it(`nothing moves on a page of ${width} px, neither when the script comes nor when the data does`, async () => {
      const page = await framedPage({
        width,
        body: `<link rel="stylesheet" href="/packages/elements/reserve.css">
          <style>body { margin: 0; font: 16px/1.5 sans-serif } section { display: flow-root }</style>
          <enrollkit-backend>${Object.values(TAGS)
            .map((tag) => `<section>${tag}</section>`)
            .join('')}<p>Below them all</p></enrollkit-backend>`,
      });
      const { document, window } = page;
      const shifts: number[] = [];
      const canMeasure = window.PerformanceObserver.supportedEntryTypes.includes('layout-shift');
      if (canMeasure) {
        new window.PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as LayoutShift).value);
        }).observe({ type: 'layout-shift', buffered: true });
      }
      /** What lies beyond the window moves unseen. */
      const heights = (): Record<string, number> =>
        Object.fromEntries(
          Object.keys(TAGS).map((tag, index) => [
            tag,
            Math.min(document.querySelectorAll('section')[index]!.offsetHeight, WINDOW_PX),
          ]),
        );
      const painted = async (): Promise<void> => {
        for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      };
      const moved: string[] = [];
      const compare = (what: string, before: Record<string, number>, after: Record<string, number>): void => {
        for (const tag of Object.keys(TAGS)) {
          const shift = Math.abs(after[tag]! - before[tag]!) / WINDOW_PX;
          if (shift > MOST_SHIFT) moved.push(`${tag}, ${what}: ${before[tag]} to ${after[tag]} px`);
        }
      };

      await painted();
      const reserved = heights();
      const { backend, answer } = await lateBackend();
      const kit = (await page.load('/bundled-elements/first.js')) as unknown as { defineElements(): void };
      kit.defineElements();
      Object.assign(document.querySelector('enrollkit-backend')!, { backend });
      const elements = [...document.querySelectorAll('section > *')];
      const isLoading = (element: Element): boolean => element.matches(':state(loading)');
      await waitUntil(() => elements.every((each) => isLoading(each) || each.localName === 'feed-check'));
      await painted();
      const skeletons = heights();
      compare('when the script comes', reserved, skeletons);
      answer();
      await waitUntil(() => !elements.some(isLoading));
      for (const element of elements) await ready(element);
      await painted();
      compare('when the data come', skeletons, heights());
      expect(moved).to.deep.equal([]);
      if (canMeasure) expect(shifts.reduce((sum, value) => sum + value, 0)).to.be.at.most(MOST_SHIFT);
      expect(page.errors).to.deep.equal([]);
    });
  }
});
