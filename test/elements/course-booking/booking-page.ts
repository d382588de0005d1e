import '@enrollkit/elements/course-booking.js';
import {
  bookedPrice,
  type Change,
  type Enrollment,
  type NewEnrollment,
  type StoredProduct,
  type WriteOptions,
} from '@enrollkit/core';
import type { CourseBooking, HostBackend } from '@enrollkit/elements';
import { fixture, html } from '@open-wc/testing';
import { course } from '../price-breakdown/courses.js';
import { waitUntil } from '../../support/wait-until.js';

const NOW = '2026-09-01T10:00:00.000Z';

const start = (id: string, startDate: string, place: string, more = {}) => ({
  id,
  startDate,
  startDateIsMonthOnly: false,
  endDateIsMonthOnly: false,
  place,
  schedule: [],
  ...more,
});

const product = {
  ...course,
  name: 'PRINCE2 Foundation',
  description: '',
  imageUrls: [],
  language: 'nl',
  trainerEmails: [],
  courseType: 'training',
  allowedSites: [],
  regions: [],
  costPlacements: [],
  pePoints: [],
  moments: [],
  startingDates: [
    start('s1', '2026-10-19', 'Utrecht'),
    start('s2', '2026-11-09', 'Zwolle', { availableSeats: 2 }),
    start('s3', '2026-11-23', 'Utrecht', { maxSeats: 0 }),
  ],
  ltiParams: [],
  extraInstructionsAfterBooking: 'Neem een laptop mee.\nDe zaal is open vanaf 08:30.',
  state: 'active',
  certificationIds: [],
  startStates: [],
  version: 1,
} as const satisfies StoredProduct;

/** What a host may hand in: two methods over records of its own. */
export class BookingHost {
  readonly calls: { readonly input: NewEnrollment; readonly key: string | undefined }[] = [];
  readonly made = new Map<string, Enrollment>();
  readonly listeners = new Set<(change: Change) => void>();
  /** Asked before each booking: an error is thrown, and `lost` is thrown after it was booked. */
  answers: (Error | { readonly lost: Error } | undefined)[] = [];
  /** Writes wait until it resolves. */
  gate: Promise<void> = Promise.resolve();
  product: StoredProduct;

  constructor(more: Partial<StoredProduct> = {}) {
    this.product = { ...product, ...more };
  }

  change(more: Partial<StoredProduct>): void {
    this.product = { ...this.product, ...more };
    for (const listener of this.listeners) listener({ kind: 'product', id: this.product.id });
  }

  backend(): HostBackend {
    return {
      clock: () => NOW,
      getProduct: async () => this.product,
      createEnrollment: async (input: NewEnrollment, { idempotencyKey = '' }: WriteOptions = {}) => {
        this.calls.push({ input, key: idempotencyKey });
        await this.gate;
        const answer = this.answers.shift();
        if (answer instanceof Error) throw answer;
        const again = this.made.get(idempotencyKey);
        const enrollment = again ?? this.#make(input);
        this.made.set(idempotencyKey, enrollment);
        if (answer) throw answer.lost;
        return enrollment;
      },
      subscribe: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
  }

  #make(input: NewEnrollment): Enrollment {
    const booked = bookedPrice(this.product, input, NOW)!;
    return {
      id: `e${this.made.size + 1}`,
      productId: input.productId,
      participant: input.participant,
      bookingState: booked.display === 'on-request' ? 'requested' : 'accepted',
      booked,
      status: booked.display === 'on-request' ? 'unknown' : 'enrolled',
      history: [],
      version: 1,
    };
  }
}

export const refusal = (code: string, issues: readonly { code: string; params?: object }[] = []): Error =>
  Object.assign(new Error(code), { code, issues });

export async function show(host: BookingHost, more: Partial<CourseBooking> = {}, lang = 'nl'): Promise<CourseBooking> {
  const page = await fixture<HTMLDivElement>(html`<div lang=${lang}></div>`);
  return showIn(page, host, more);
}

export async function showIn(page: Element, host: Pick<BookingHost, 'backend'>, more: Partial<CourseBooking> = {}) {
  const element = document.createElement('course-booking');
  Object.assign(element, { backend: host.backend(), productId: 'prince2', ...more });
  page.append(element);
  await waitUntil(() => element.shadowRoot?.querySelector('form, [part~="notice"], [part~="receipt"]'), 'it is shown');
  await inner(element, 'starting-dates')?.updateComplete;
  await inner(element, 'price-breakdown')?.updateComplete;
  return element;
}

export const inner = <Tag extends 'starting-dates' | 'price-breakdown'>(
  element: CourseBooking,
  tag: Tag,
): HTMLElementTagNameMap[Tag] | null => element.shadowRoot!.querySelector(tag);

export const part = (element: CourseBooking, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part~="${name}"]`);

export const parts = (element: CourseBooking, name: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${name}"]`),
];

export const read = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();

export const field = (element: CourseBooking, id: string): HTMLInputElement =>
  element.shadowRoot!.querySelector<HTMLInputElement>(`#${id}`)!;

export const radios = (element: CourseBooking): HTMLInputElement[] => [
  ...inner(element, 'starting-dates')!.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type="radio"]'),
];

export const costs = (element: CourseBooking): HTMLInputElement[] => [
  ...inner(element, 'price-breakdown')!.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'),
];

export function type(element: CourseBooking, id: string, value: string): void {
  const input = field(element, id);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

export const buyer = (element: CourseBooking, value: string): void =>
  element.shadowRoot!.querySelector<HTMLInputElement>(`input[value="${value}"]`)!.click();

/** The first start, with lunch, by a consumer. */
export async function fill(element: CourseBooking): Promise<void> {
  radios(element)[0]!.click();
  costs(element)[0]!.click();
  type(element, 'name-0', 'Jan Jansen');
  type(element, 'email-0', 'jan@example.nl');
  buyer(element, 'consumer');
  await element.updateComplete;
}

export const submit = (element: CourseBooking): void => part(element, 'book-button')!.click();
export const isBooked = (element: CourseBooking): Promise<void> =>
  waitUntil(() => part(element, 'receipt'), 'the receipt is shown');
