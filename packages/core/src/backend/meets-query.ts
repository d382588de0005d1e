import { normalizeEmail } from '../access/scope.js';
import { bookingStateOf } from '../booking/booking-state.js';
import { dayOf } from '../calendar/time-zone.js';
import type { EvaluationOptions } from '../enrollment/rules/evaluate-status.js';
import { conditionsOfNeed } from '../enrollment/lists/enrollment-needs.js';
import { enrollmentWords, lastDayOf } from '../enrollment/lists/enrollment-order.js';
import type { Enrollment } from '../enrollment/enrollment.js';
import { DEFAULT_TIME_ZONE, type CalendarDay } from '../calendar/time.js';
import { meetsSearch, parseSearch } from '../search/search-words.js';
import type { EnrollmentQuery } from './ports/enrollment-port.js';
import type { EnrollmentRowQuery } from './store.js';

/** What a query asks for, with what must be done written out; without where a page begins. */
export type EnrollmentConditions = Omit<EnrollmentQuery, 'needs'> &
  Pick<EnrollmentRowQuery, 'leadsToCertificate' | 'hasUnverifiedCertificate'>;

/**
 * Whether an enrollment that is up to date meets a query, whatever its page: so that who holds the rows filters them without
 * asking. `undefined`: other records decide it (`needs` `certificate` and `verification`), and everything else is met.
 *
 * @example
 * rows.filter((row) => meetsEnrollmentQuery(row, { search: 'smit', missing: 'invoice' }, { now }) !== false);
 */
export function meetsEnrollmentQuery(
  enrollment: Enrollment,
  query: EnrollmentQuery,
  { now, timeZone = DEFAULT_TIME_ZONE }: EvaluationOptions,
): boolean | undefined {
  const conditions = withNeeds(query, dayOf(now, timeZone));
  if (!meetsConditions(enrollment, conditions)) return false;
  return conditions.leadsToCertificate || conditions.hasUnverifiedCertificate ? undefined : true;
}

/** Of the conditions those that the enrollment itself tells. */
export function meetsConditions(enrollment: Enrollment, conditions: EnrollmentConditions): boolean {
  const { ids, status, bookingState, search, missing, endsBefore, email } = conditions;
  const { participant } = enrollment;
  const state = bookingStateOf(enrollment);
  const lastDay = lastDayOf(enrollment);
  return (
    isOneOf(ids, enrollment.id) &&
    isOneOf(status, enrollment.status) &&
    isOneOf(bookingState, state) &&
    isOneOf(conditions.productId, enrollment.productId) &&
    isOneOf(conditions.startingDateId, enrollment.startingDateId) &&
    isOneOf(conditions.externalId, participant.externalId) &&
    isOneOf(email && normalizeEmail(email), normalizeEmail(participant.email)) &&
    isFrom(conditions.createdFrom, enrollment.createdAt) &&
    isFrom(conditions.updatedFrom, enrollment.updatedAt) &&
    [missing ?? []].flat().every((fact) => state === 'accepted' && enrollment[`${fact}UploadedAt`] === undefined) &&
    (endsBefore === undefined || (lastDay !== undefined && lastDay < endsBefore)) &&
    (search === undefined || meetsSearch(enrollmentWords(enrollment), parseSearch(search)))
  );
}

/** What must be done is a few conditions more. */
export function withNeeds({ needs, ...query }: EnrollmentQuery, today: CalendarDay): EnrollmentConditions {
  if (needs === undefined) return query;
  const { status, bookingState, missing, isOver, ...rest } = conditionsOfNeed(needs);
  const endsBefore = isOver && (query.endsBefore === undefined || query.endsBefore > today) ? today : query.endsBefore;
  return {
    ...query,
    ...rest,
    ...(status && { status: both(query.status, status) }),
    ...(bookingState && { bookingState: both(query.bookingState, [bookingState]) }),
    ...(missing && { missing: [...new Set([query.missing ?? [], missing].flat())] }),
    ...(endsBefore !== undefined && { endsBefore }),
  };
}

function both<Value>(asked: Value | readonly Value[] | undefined, needed: readonly Value[]): readonly Value[] {
  if (asked === undefined) return needed;
  const all = [asked].flat() as readonly Value[];
  return needed.filter((value) => all.includes(value));
}

function isOneOf<Value extends string>(
  asked: Value | readonly Value[] | undefined,
  actual: Value | undefined,
): boolean {
  return asked === undefined || [asked].flat().includes(actual as Value);
}

function isFrom(asked: string | undefined, actual: string | undefined): boolean {
  return asked === undefined || (actual !== undefined && actual >= asked);
}
