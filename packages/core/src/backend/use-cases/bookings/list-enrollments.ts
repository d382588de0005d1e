import { throwIfAborted } from '../../../abort.js';
import type { BookingState } from '../../../booking/booking-state.js';
import type { Page } from '../../../call-options.js';
import { dayOf } from '../../../calendar/time-zone.js';
import type { Instant } from '../../../calendar/time.js';
import { ENROLLMENT_ORDERS, readOrder } from '../../../enrollment/lists/enrollment-order.js';
import type { Enrollment } from '../../../enrollment/enrollment.js';
import type { ParticipationStatus } from '../../../enrollment/participation-status.js';
import { parseInput } from '../../input/parse-input.js';
import { DEFAULT_PAGE_SIZE, ENROLLMENT_QUERY } from '../../input/query-input.js';
import { withNeeds, type EnrollmentConditions } from '../../meets-query.js';
import type { EnrollmentPort, EnrollmentQuery } from '../../ports/enrollment-port.js';
import { invalid } from '../../refusals.js';
import type { EnrollmentRowQuery, OrderPosition, ReadTables } from '../../store.js';
import { tenantOf } from '../../tenant.js';
import { presentMoment, type UseCaseContext } from '../../use-case-context.js';
import { allowedWith } from './allowed.js';
import { upToDate } from './enrollment-records.js';
import { settleDueEnrollments } from './settle-due-enrollments.js';

const NOTHING: Page<Enrollment> = { items: [], total: 0 };

/** Pages of enrollments, each with every rule applied that is due. */
export function listEnrollments(context: UseCaseContext): EnrollmentPort['listEnrollments'] {
  return async (query = {}, options = {}) => {
    const asked = parseInput(ENROLLMENT_QUERY, query);
    throwIfAborted(options.signal);
    const { store } = context;
    const now = presentMoment(context);
    const { afterId, afterProviderId: _, ...asking } = asked;
    const conditions = await conditionsFor(context, asking, now);
    if (!conditions) return NOTHING;
    const page = await store.read(
      async (tables) => {
        const after = afterId === undefined ? undefined : await positionOf(tables, { ...asked, afterId });
        const wanted = { size: DEFAULT_PAGE_SIZE, ...conditions, ...(after && { after }) };
        return tables.enrollments.list(wanted);
      },
      { isList: true, isOneQuestion: isOneQuestion(asked) },
    );
    return { ...page, items: page.items.map((row) => allowedWith(context, upToDate(row, context, now))) };
  };
}

/** What rows must meet, once every status that is due is written; `undefined`: none can. */
export async function conditionsFor(
  context: UseCaseContext,
  asked: Omit<EnrollmentQuery, 'afterId' | 'afterProviderId'>,
  now: Instant,
): Promise<EnrollmentRowQuery | undefined> {
  const { scope, timeZone, verifyCertifications } = context;
  if (!scope) return undefined;
  const conditions = withNeeds(asked, dayOf(now, timeZone));
  if (isContradiction(conditions) || (asked.needs === 'verification' && !verifyCertifications)) return undefined;
  if (looksAtStatus(conditions)) await settleDueEnrollments(context, now);
  return { ...conditions, scope };
}

/** Pages further on may have to be counted apart, and what few may meet is counted before it is put in order. */
function isOneQuestion({ afterId, offset = 0, search, missing, needs }: EnrollmentQuery): boolean {
  return offset === 0 && [afterId, search, missing, needs].every((part) => part === undefined);
}

/** Nothing is one of no statuses. */
function isContradiction({ status, bookingState }: EnrollmentConditions): boolean {
  const isEmpty = (asked: ParticipationStatus | BookingState | readonly unknown[] | undefined): boolean =>
    Array.isArray(asked) && asked.length === 0;
  return isEmpty(status) || isEmpty(bookingState);
}

/** A database finds, and orders by, what is written in it. */
function looksAtStatus({ status, updatedFrom, orderBy }: EnrollmentConditions): boolean {
  const { order } = readOrder(orderBy);
  return status !== undefined || updatedFrom !== undefined || order === 'status' || order === 'changed';
}

async function positionOf(
  { enrollments }: Pick<ReadTables, 'enrollments'>,
  {
    afterId: id,
    afterProviderId: providerId,
    orderBy,
  }: Pick<EnrollmentQuery, 'afterProviderId' | 'orderBy'> & { readonly afterId: string },
): Promise<OrderPosition> {
  const { order } = readOrder(orderBy);
  if (order === undefined) return { id, value: '', ...(providerId !== undefined && { providerId }) };
  const row = await enrollments.get(id, providerId);
  if (!row) throw invalid('after-id-unknown', 'afterId', { afterId: id });
  return { id, value: ENROLLMENT_ORDERS[order](row), ...tenantOf(row) };
}
