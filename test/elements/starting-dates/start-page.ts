import '@enrollkit/elements/starting-dates.js';
import type { OfferedProduct, StartChangeDetail, StartingDates } from '@enrollkit/elements/starting-dates.js';
import type { CourseDay, StartingDate } from '@enrollkit/core';
import { fixture, html } from '@open-wc/testing';

export const clock = () => '2026-09-01T08:00:00.000Z';

export function courseDay(date: string, overrides: Partial<CourseDay> = {}): CourseDay {
  return { date, place: 'Utrecht', name: '', startTime: '09:00', endTime: '17:00', ...overrides };
}

/** A start of one day in Utrecht. */
export function start(id: string, startDate: string, overrides: Partial<StartingDate> = {}): StartingDate {
  return {
    id,
    startDate,
    startDateIsMonthOnly: false,
    endDateIsMonthOnly: false,
    place: 'Utrecht',
    schedule: [],
    ...overrides,
  };
}

export const productOf = (
  startingDates: readonly StartingDate[],
  more: Partial<OfferedProduct> = {},
): OfferedProduct => ({
  id: 'course',
  name: 'Projectmatig werken',
  startingDates,
  ...more,
});

/** One start of each kind, none of them in order. */
export const everyKind: OfferedProduct = productOf(
  [
    start('later', '2026-11-30', { place: 'Zwolle', availableSeats: 5 }),
    start('over', '2026-08-31'),
    start('guaranteed', '2026-09-21', {
      endDate: '2026-09-22',
      startGuaranteed: true,
      maxSeats: 12,
      schedule: [courseDay('2026-09-22', { name: 'Oefenen', place: 'Zeist' }), courseDay('2026-09-21')],
    }),
    start('full', '2026-10-05', { availableSeats: 4 }),
    start('closed', '2026-10-06', { availableSeats: 0 }),
    start('cancelled', '2026-10-07', { startGuaranteed: true }),
    start('month', '2027-03-01', { startDateIsMonthOnly: true, place: 'Online' }),
  ],
  {
    startStates: [
      { startingDateId: 'full', seatsLeft: 0 },
      { startingDateId: 'cancelled', cancelledAt: '2026-08-30T10:00:00.000Z' },
    ],
  },
);

type Properties = Partial<
  Pick<
    StartingDates,
    'product' | 'productId' | 'backend' | 'selectable' | 'required' | 'showPast' | 'limit' | 'value' | 'name'
  >
>;

/** A `<starting-dates>` on the page, in the language that the test needs. */
export async function show(properties: Properties, lang = 'nl'): Promise<StartingDates> {
  const wrapper = await fixture<HTMLDivElement>(html`<div lang=${lang}></div>`);
  const element = document.createElement('starting-dates');
  Object.assign(element, { backend: { clock }, ...properties });
  wrapper.append(element);
  await element.updateComplete;
  return element;
}

/** Text as a reader sees it: one kind of space, no line breaks. */
export const read = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/[\s\u00a0\u202f\u2009]+/g, ' ').trim();

export const all = <Found extends HTMLElement = HTMLElement>(element: StartingDates, selector: string): Found[] => [
  ...element.shadowRoot!.querySelectorAll<Found>(selector),
];

export const radios = (element: StartingDates): HTMLInputElement[] => all(element, 'input[type="radio"]');

/** What each start says of itself, without its schedule. */
export const starts = (element: StartingDates): string[] => all(element, '.summary').map(read);

export const shadowText = (element: StartingDates): string => read(element.shadowRoot!.querySelector('[part="dates"]'));

export function heardChanges(element: StartingDates): StartChangeDetail[] {
  const heard: StartChangeDetail[] = [];
  element.addEventListener('ek-start-change', (event) => heard.push(event.detail));
  return heard;
}
