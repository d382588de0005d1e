// A page that is there before the kit, and a kit that is there before its data: nothing may move when they come.
import type { HostBackend } from '@enrollkit/elements';
import { expect } from '@open-wc/testing';
import { CertificateHost } from '../certificate-upload/certificate-host.js';
import { HostRecords } from '../enrollment-status/host-backend.js';
import { official } from '../price-breakdown/courses.js';
import { backendOf } from '../price-breakdown/price-page.js';
import { framedPage } from './framed-page.js';
import { waitUntil } from '../../support/wait-until.js';

const TAGS = {
  'enrollment-status': '<enrollment-status enrollment-id="e1" editable></enrollment-status>',
  'enrollment-status[compact]': '<enrollment-status enrollment-id="e1" editable compact></enrollment-status>',
  'price-breakdown': `<price-breakdown product-id="${official.id}"></price-breakdown>`,
  'certificate-upload': '<certificate-upload enrollment-id="e1"></certificate-upload>',
};

/** What people see move, in px: less than that is a rounding of lines. */
const STEADY = 6;

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
}

/** Answers when the test says so. */
function lateBackend(): { readonly backend: HostBackend; readonly answer: () => void } {
  const certificates = new CertificateHost().backend();
  let answer!: () => void;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const later =
    <Args extends unknown[]>(call: (...args: Args) => Promise<unknown>) =>
    async (...args: Args): Promise<unknown> => {
      await answered;
      return call(...args);
    };
  const products = backendOf([official]);
  const backend = {
    ...certificates,
    ...new HostRecords().backend(),
    getEnrollment: later(new HostRecords().backend().getEnrollment!),
    getProduct: later((id: string) =>
      id === official.id ? products.getProduct(id) : certificates.getProduct!(id, {}),
    ),
    listCertifications: later(certificates.listCertifications!),
  } as unknown as HostBackend;
  return { backend, answer };
}

describe('When the kit comes late to a page with its reserving style sheet', () => {
  for (const width of [800, 320]) {
    it(`nothing moves on a page of ${width} px, neither when the script comes nor when the data does`, async () => {
      const page = await framedPage({
        width,
        body: `<link rel="stylesheet" href="/packages/elements/reserve.css">
          <style>body { margin: 0; font: 16px/1.5 sans-serif }</style>
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
      const heights = (): Record<string, number> =>
        Object.fromEntries(
          Object.keys(TAGS).map((tag, index) => [tag, document.querySelectorAll('section')[index]!.offsetHeight]),
        );
      const painted = async (): Promise<void> => {
        for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      };
      const expectSteady = (before: Record<string, number>, after: Record<string, number>): void => {
        for (const tag of Object.keys(TAGS)) expect(after[tag], tag).to.be.closeTo(before[tag]!, STEADY);
      };

      await painted();
      const reserved = heights();
      await page.load('/bundled-kit/first.js');
      const { backend, answer } = lateBackend();
      Object.assign(document.querySelector('enrollkit-backend')!, { backend });
      const elements = [...document.querySelectorAll('section > *')];
      await waitUntil(() => elements.every((element) => element.shadowRoot?.querySelector('.skeleton, .placeholder')));
      await painted();
      const skeletons = heights();
      expectSteady(reserved, skeletons);
      answer();
      await waitUntil(() => elements.every((element) => !element.matches(':state(loading)')));
      await painted();
      expectSteady(skeletons, heights());
      if (canMeasure) expect(shifts.reduce((sum, value) => sum + value, 0)).to.be.at.most(0.05);
      expect(page.errors).to.deep.equal([]);
    });
  }
});
