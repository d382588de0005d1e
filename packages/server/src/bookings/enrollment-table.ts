import {
  AUDITED_RECORDS,
  EnrollkitError,
  FINAL_STATUSES,
  readOrder,
  type EnrollmentOrder,
  type EnrollmentRow,
  type EnrollmentRowQuery,
  SEAT_TAKING_STATES,
  type EnrollmentTable,
  type Instant,
  type MissingFact,
  type ReadEnrollmentTable,
  type Scope,
  type ProductsQuery,
  type SeatCount,
  type SeatQuery,
} from '@enrollkit/core';
import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { Tables } from '../database/tables.js';
import { anyOf, equal, ofPerson, ofTenant, until } from '../store/conditions.js';
import { behindRow, besideIndex, type OrderColumn } from '../store/order.js';
import {
  fromEnrollmentRow,
  fromHistory,
  HISTORY,
  OR_AS_GIVEN,
  SELECTED_COLUMNS,
  toEnrollmentRow,
} from './enrollment-rows.js';
import { wordsMeeting } from '../store/words.js';
import { cannotBeStored } from '../store/list-rows.js';
import { certificateGroundsOf } from './certificate-grounds.js';
import { readRows, type Conditions } from '../store/read-rows.js';
import type { Session, WriteSession } from '../store/session.js';
import { ownKey } from '../store/tenant.js';

/** The enrollments of a tenant. `onRead` hears of every row. */
export function readEnrollments(
  session: Session,
  onRead: (row: EnrollmentRow) => void = () => undefined,
): ReadEnrollmentTable {
  const rows = readRows(session, {
    table: 'enrollments',
    select: (tx) => tx.selectFrom('enrollments').select(SELECTED_COLUMNS).select(HISTORY.as('history')),
    toRow(stored) {
      const row = toEnrollmentRow(stored);
      onRead(row);
      return row;
    },
    conditions,
    inScope,
    order: orderOf,
    isById: ({ orderBy }) => orderBy === undefined,
    isContinued: ({ after }) => after !== undefined,
    mayBeFew,
  });
  return {
    ...rows,
    countSeats: (query) => countSeats(session, query),
    countByProduct: (query) => countByProduct(session, query),
    getForCertificates: certificateGroundsOf(session, { conditions, inScope }, onRead),
  };
}

/** One count over an index, however many bookings there are. Transactions that book meanwhile clash with it. */
async function countSeats({ tx }: Session, query: SeatQuery): Promise<readonly SeatCount[]> {
  const { providerId, productId, publishedAt } = query;
  const count = tx.fn.countAll<number>();
  const counted = await tx
    .selectFrom('enrollments')
    .select([
      'starting_date_id',
      count.as('booked'),
      (publishedAt === undefined ? count : count.filterWhere('created_at', '>=', toTimestamp(publishedAt))).as('since'),
    ])
    .where('provider_id', '=', providerId ?? '')
    .where('product_id', '=', productId)
    .where('starting_date_id', 'is not', null)
    .where('booking_state', 'in', SEAT_TAKING_STATES)
    .groupBy('starting_date_id')
    .execute();
  return counted.map((row) => ({
    startingDateId: row.starting_date_id ?? '',
    booked: row.booked,
    bookedSincePublished: row.since,
  }));
}

/** One count over an index for all of them. */
async function countByProduct({ tx }: Session, { providerId, productIds }: ProductsQuery) {
  const count = tx.fn.countAll<number>();
  const counted = await tx
    .selectFrom('enrollments')
    .select(({ eb }) => [
      'product_id',
      count.as('total'),
      count
        .filterWhere(eb.and([eb('booking_state', 'in', SEAT_TAKING_STATES), eb('status', 'not in', FINAL_STATUSES)]))
        .as('open'),
    ])
    .where('provider_id', '=', providerId ?? '')
    .where('product_id', '=', sql<string>`any(${productIds.filter((id) => !cannotBeStored(id))})`)
    .groupBy('product_id')
    .execute();
  return counted.map(({ product_id: productId, total, open }) => ({ productId, total, open }));
}

/** The same, to write. Only what is new in a history is added; what is there stays. */
export function writeEnrollments(session: WriteSession): EnrollmentTable {
  const { tenant, audit, outbox, later } = session;
  const before = new Map<string, EnrollmentRow>();
  const keyOf = (row: EnrollmentRow) => JSON.stringify([row.providerId ?? '', row.id]);
  const remember = (row: EnrollmentRow) => void before.set(keyOf(row), row);

  /** Reads what wasn't read before: only what is new in a history is written. */
  const loadOld = async (rows: readonly EnrollmentRow[]): Promise<void> => {
    const unread = rows.filter((row) => !before.has(keyOf(row)));
    for (const providerId of new Set(unread.map((row) => ownKey(tenant, row.providerId)))) {
      const ids = unread.filter((row) => (row.providerId ?? '') === providerId).map(({ id }) => id);
      await readEnrollments({ ...session, tenant: providerId }, remember).list({ ids });
    }
  };

  const putAll: EnrollmentTable['putAll'] = async (rows, action) => {
    await loadOld(rows);
    const known = (row: EnrollmentRow): number => before.get(keyOf(row))?.history.length ?? 0;
    if (rows.some((row) => row.history.length < known(row))) {
      throw new EnrollkitError('internal', 'A history would lose what is in it');
    }
    const stored = rows.map((row) => fromEnrollmentRow(row, ownKey(tenant, row.providerId)));
    const changes = rows.flatMap((row) =>
      fromHistory({ provider_id: row.providerId ?? '', id: row.id }, row.history, known(row)),
    );
    // One statement. What stands in `with` comes after the rows themselves.
    const writes = rows.map((row) => ({
      action,
      record: AUDITED_RECORDS.enrollment(row),
      changes: row.history.slice(known(row)),
    }));
    const telling = audit.telling(...writes);
    const insert =
      changes.length === 0
        ? telling
        : telling.with('history', (query) => query.insertInto('status_changes').values(changes));
    const put = insert.insertInto('enrollments').values(stored).modifyEnd(OR_AS_GIVEN);
    later(put.execute());
    for (const row of rows) {
      outbox.enrollment(before.get(keyOf(row)), row, action);
      remember(row);
    }
  };

  return {
    ...readEnrollments(session, remember),

    put: (row, action) => putAll([row], action),
    putAll,
  };
}

const eb = expressionBuilder<Tables, 'enrollments'>();

/** As the indexes have them: what isn't known comes last. */
const ORDERS = {
  participant: { column: sql`sort_name`, type: 'text' },
  status: { column: sql`status`, type: 'text' },
  booked: { column: sql`coalesce(created_at, timestamptz '9999-12-31 23:59:59.999+00')`, type: 'timestamptz' },
  changed: { column: sql`coalesce(updated_at, timestamptz '9999-12-31 23:59:59.999+00')`, type: 'timestamptz' },
  ends: { column: sql`coalesce(last_day, date '9999-12-31')`, type: 'date' },
} as const satisfies Readonly<Record<EnrollmentOrder, OrderColumn>>;

function orderOf({ orderBy }: EnrollmentRowQuery, areFew: boolean): RawBuilder<unknown> {
  const { order, isDescending } = readOrder(orderBy);
  const { column, type } = order === undefined ? BY_ID : ORDERS[order];
  const first = areFew ? besideIndex(column, type) : column;
  const rest = order === undefined ? sql`provider_id` : sql`id, provider_id`;
  return isDescending ? sql`${first} desc, id desc, provider_id desc` : sql`${first}, ${rest}`;
}

const BY_ID = { column: sql`id`, type: 'text' } as const;

function mayBeFew({ search, missing, hasUnverifiedCertificate }: EnrollmentRowQuery): boolean {
  return search !== undefined || [missing ?? []].flat().length > 0 || hasUnverifiedCertificate === true;
}

/** Behind the last row of the page before. */
function behind({ after, orderBy, scope }: EnrollmentRowQuery): Conditions {
  if (!after) return [];
  const { order, isDescending } = readOrder(orderBy);
  const by = order && ORDERS[order];
  return [behindRow(after, { by, isDescending, isOfOne: scope?.providerId !== undefined })];
}

/** As the indexes of what is missing have it. */
const LACKS = {
  certificate: sql<SqlBool>`certificate_uploaded_at is null and booking_state = 'accepted'`,
  invoice: sql<SqlBool>`invoice_uploaded_at is null and booking_state = 'accepted'`,
} as const satisfies Readonly<Record<MissingFact, RawBuilder<SqlBool>>>;

const LEADS_TO_CERTIFICATE = sql<SqlBool>`exists (
  select from products
  where products.provider_id = enrollments.provider_id and products.id = enrollments.product_id
    and products.certification_ids <> '{}'
)`;

const HAS_UNVERIFIED_CERTIFICATE = sql<SqlBool>`(provider_id, id) in (
  select certificates.provider_id, certificates.enrollment_id from certificates
  join certifications on certifications.provider_id = certificates.provider_id
    and certifications.id = certificates.certification_id
  where not certifications.verified
)`;

/** The enrollments that an actor may know of. */
function inScope(scope: Scope | undefined): Conditions {
  if (!scope) return [eb.val(false)];
  return [
    ...ofTenant(scope),
    ...equal(eb, 'employer_id', scope.employerId),
    ...ofPerson(scope),
    ...anyOf(eb, 'id', scope.enrollmentIds),
  ];
}

function conditions(query: EnrollmentRowQuery): Conditions {
  const { status, scope } = query;
  const words = wordsMeeting(query.search);
  return [
    ...(scope ? inScope(scope) : []),
    ...anyOf(eb, 'id', query.ids),
    ...anyOf(eb, 'status', status === undefined ? undefined : [status].flat()),
    ...anyOf(eb, 'booking_state', query.bookingState === undefined ? undefined : [query.bookingState].flat()),
    ...equal(eb, 'product_id', query.productId),
    ...equal(eb, 'starting_date_id', query.startingDateId),
    ...equal(eb, 'email', query.email),
    ...equal(eb, 'external_id', query.externalId),
    ...(query.createdFrom === undefined ? [] : [since(ORDERS.booked.column, 'created_at', query.createdFrom)]),
    ...(query.updatedFrom === undefined ? [] : [since(ORDERS.changed.column, 'updated_at', query.updatedFrom)]),
    ...(words ? [words] : []),
    ...[query.missing ?? []].flat().map((fact) => LACKS[fact]),
    ...(query.endsBefore === undefined ? [] : [sql<SqlBool>`${ORDERS.ends.column} < ${query.endsBefore}::date`]),
    ...(query.leadsToCertificate ? [LEADS_TO_CERTIFICATE] : []),
    ...(query.hasUnverifiedCertificate ? [HAS_UNVERIFIED_CERTIFICATE] : []),
    ...behind(query),
    ...until(eb, 'next_rule_at', query.ruleDueBy),
  ];
}

/** Found by the index of the order; what has no such moment isn't found. */
function since(column: RawBuilder<unknown>, name: 'created_at' | 'updated_at', moment: Instant): Expression<SqlBool> {
  return sql<SqlBool>`(${column} >= ${toTimestamp(moment)} and ${sql.ref(name)} is not null)`;
}
