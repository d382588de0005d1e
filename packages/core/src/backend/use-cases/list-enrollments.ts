import { throwIfAborted } from '../../abort.js';
import type { BookingState } from '../../booking/booking-state.js';
import type { Page } from '../../call-options.js';
import { dayOf } from '../../calendar/time-zone.js';
import type { CalendarDay } from '../../calendar/time.js';
import { conditionsOfNeed } from '../../enrollment/enrollment-needs.js';
import { ENROLLMENT_ORDERS, readOrder, type OrderBy } from '../../enrollment/enrollment-order.js';
import type { Enrollment } from '../../enrollment/enrollment.js';
import type { ParticipationStatus } from '../../enrollment/participation-status.js';
import { parseInput } from '../input/parse-input.js';
import { DEFAULT_PAGE_SIZE, ENROLLMENT_QUERY } from '../input/query-input.js';
import type { EnrollmentPort, EnrollmentQuery } from '../ports/enrollment-port.js';
import { invalid } from '../refusals.js';
import type { EnrollmentRowQuery, OrderPosition, ReadTables } from '../store.js';
import { presentMoment, type UseCaseContext } from '../use-case-context.js';
import { allowedWith } from './allowed.js';
import { upToDate } from './enrollment-records.js';
import { settleDueEnrollments } from './settle-due-enrollments.js';

const NOTHING: Page<Enrollment> = { items: [], total: 0 };

/** Pages of enrollments, each with every rule applied that is due. */
export function listEnrollments(context: UseCaseContext): EnrollmentPort['listEnrollments'] {
  return async (query = {}, options = {}) => {
    const asked = parseInput(ENROLLMENT_QUERY, query);
    throwIfAborted(options.signal);
    const { scope, store, timeZone } = context;
    if (!scope) return NOTHING;
    const now = presentMoment(context);
    const { afterId, ...conditions } = withNeeds(asked, dayOf(now, timeZone));
    if (isContradiction(conditions)) return NOTHING;
    if (looksAtStatus(conditions)) await settleDueEnrollments(context, now);
    const page = await store.read(async (tables) => {
      const after = afterId === undefined ? undefined : await positionOf(tables, afterId, asked.orderBy);
      const wanted = { size: DEFAULT_PAGE_SIZE, ...conditions, scope, ...(after && { after }) };
      return tables.enrollments.list(wanted);
    });
    return { items: page.items.map((row) => allowedWith(context, upToDate(row, context, now))), total: page.total };
  };
}

type Conditions = Omit<EnrollmentQuery, 'needs'> & Pick<EnrollmentRowQuery, 'leadsToCertificate'>;

/** What must be done is a few conditions more. */
function withNeeds({ needs, ...query }: EnrollmentQuery, today: CalendarDay): Conditions {
  if (needs === undefined) return query;
  const { status, bookingState, missing, isOver, ...rest } = conditionsOfNeed(needs);
  const endsBefore = isOver && (query.endsBefore === undefined || query.endsBefore > today) ? today : query.endsBefore;
  return {
    ...query,
    ...rest,
    ...(status && { status: both(query.status, status) }),
    ...(bookingState && { bookingState: both<BookingState>(query.bookingState, [bookingState]) }),
    ...(missing && { missing: [...new Set([query.missing ?? [], missing].flat())] }),
    ...(endsBefore !== undefined && { endsBefore }),
  };
}

function both<Value>(asked: Value | readonly Value[] | undefined, needed: readonly Value[]): readonly Value[] {
  if (asked === undefined) return needed;
  const all = [asked].flat() as readonly Value[];
  return needed.filter((value) => all.includes(value));
}

/** Nothing is one of no statuses. */
function isContradiction({ status, bookingState }: Conditions): boolean {
  const isEmpty = (asked: ParticipationStatus | BookingState | readonly unknown[] | undefined): boolean =>
    Array.isArray(asked) && asked.length === 0;
  return isEmpty(status) || isEmpty(bookingState);
}

/** A database finds, and orders by, what is written in it. */
function looksAtStatus({ status, updatedFrom, orderBy }: Conditions): boolean {
  const { order } = readOrder(orderBy);
  return status !== undefined || updatedFrom !== undefined || order === 'status' || order === 'changed';
}

async function positionOf(
  { enrollments }: Pick<ReadTables, 'enrollments'>,
  id: string,
  orderBy: OrderBy | undefined,
): Promise<OrderPosition> {
  const { order } = readOrder(orderBy);
  if (order === undefined) return { id, value: '' };
  const row = await enrollments.get(id);
  if (!row) throw invalid('after-id-unknown', 'afterId', { afterId: id });
  return { id, value: ENROLLMENT_ORDERS[order](row) };
}
