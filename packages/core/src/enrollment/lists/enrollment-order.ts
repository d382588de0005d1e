import { addDays, firstDayOfNextMonth } from '../../calendar/calendar-day.js';
import { isCalendarDay } from '../../calendar/is-calendar-day.js';
import type { CalendarDay } from '../../calendar/time.js';
import { foldText, searchWords } from '../../search/search-words.js';
import type { Enrollment } from '../enrollment.js';

/** After every day and every moment. */
const NEVER = '9999-12-31T23:59:59.999Z';

/** What a list can be ordered by: a text for each enrollment, compared letter by letter. What isn't known comes last. */
export const ENROLLMENT_ORDERS = {
  participant: ({ participant }) => sortName(participant.name),
  status: ({ status }) => status,
  booked: ({ createdAt }) => createdAt ?? NEVER,
  changed: ({ updatedAt }) => updatedAt ?? NEVER,
  ends: (enrollment) => lastDayOf(enrollment) ?? NEVER.slice(0, 10),
} as const satisfies Readonly<Record<string, (enrollment: Enrollment) => string>>;

export type EnrollmentOrder = keyof typeof ENROLLMENT_ORDERS;

/** `-` before it: the last comes first. */
export type OrderBy = EnrollmentOrder | `-${EnrollmentOrder}`;

/** `undefined`: by id. */
export function readOrder(orderBy: OrderBy | undefined): { order: EnrollmentOrder | undefined; isDescending: boolean } {
  const isDescending = orderBy?.startsWith('-') ?? false;
  return { order: orderBy?.replace(/^-/, '') as EnrollmentOrder | undefined, isDescending };
}

/**
 * Compares two enrollments as a list with this order has them; two that are alike stand in the order of their ids, and those of
 * several providers with one id in the order of theirs. So that who shows a list can put one in its place that has changed.
 *
 * @example
 * rows.sort(compareEnrollments('-changed'));
 */
export function compareEnrollments(orderBy?: OrderBy): (a: Enrollment, b: Enrollment) => number {
  const { order, isDescending } = readOrder(orderBy);
  const valueOf = order === undefined ? () => '' : ENROLLMENT_ORDERS[order];
  const sign = isDescending ? -1 : 1;
  return (a, b) =>
    sign * (compare(valueOf(a), valueOf(b)) || compare(a.id, b.id) || compare(a.providerId ?? '', b.providerId ?? ''));
}

/** The name as it sorts: as long as an index of a database holds. */
export function sortName(name: string): string {
  return foldText(name)
    .slice(0, 100)
    .replace(/[\uD800-\uDBFF]$/u, '');
}

/** What an enrollment is found by: name, address, the key in the provider's system, and its own id when that is whole. */
export function enrollmentWords({ id, participant }: Pick<Enrollment, 'id' | 'participant'>): readonly string[] {
  const { name, email, externalId } = participant;
  const wholeId = searchWords([id.replace(/[^\p{L}\p{N}]+/gu, '')]);
  return [...new Set([...searchWords([name, email, externalId]), ...wholeId])].sort();
}

/** The last day of the course: of a month, when only that is known. */
export function lastDayOf({
  endDate,
  endDateIsMonthOnly,
}: Pick<Enrollment, 'endDate' | 'endDateIsMonthOnly'>): CalendarDay | undefined {
  if (endDate === undefined || !isCalendarDay(endDate)) return undefined;
  return endDateIsMonthOnly ? addDays(firstDayOfNextMonth(endDate), -1) : endDate;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
