import {
  AUDITED_RECORDS,
  EnrollkitError,
  type CertificateGrounds,
  type EnrollmentRow,
  type EnrollmentRowQuery,
  SEAT_TAKING_STATES,
  type EnrollmentTable,
  type ReadEnrollmentTable,
  type Scope,
  type SeatCount,
  type SeatQuery,
} from '@enrollkit/core';
import { expressionBuilder, sql, type Selectable } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import { toCertification } from '../certifications/certification-table.js';
import type { CertificationsTable, Tables } from '../database/tables.js';
import { anyOf, equal, from, ofPerson, ofTenant, until } from '../store/conditions.js';
import { fromEnrollmentRow, fromHistory, HISTORY, toEnrollmentRow } from './enrollment-rows.js';
import { cannotBeStored } from '../store/list-rows.js';
import { readRows, type Conditions } from '../store/read-rows.js';
import type { Session, WriteSession } from '../store/session.js';
import { ownKey, withoutKey } from '../store/tenant.js';

/** The enrollments of a tenant. `onRead` hears of every row. */
export function readEnrollments(
  session: Session,
  onRead: (row: EnrollmentRow) => void = () => undefined,
): ReadEnrollmentTable {
  const rows = readRows(session, {
    table: 'enrollments',
    select: (tx) => tx.selectFrom('enrollments').selectAll('enrollments').select(HISTORY.as('history')),
    toRow(stored) {
      const row = toEnrollmentRow(stored);
      onRead(row);
      return row;
    },
    conditions,
    inScope,
  });
  return {
    ...rows,
    countSeats: (query) => countSeats(session, query),
    getForCertificate: (id, certificationId) =>
      readGrounds(session, cannotBeStored(certificationId) ? '' : certificationId, onRead).get(id),
  };
}

/** What a certificate is judged by, beside the enrollment. Only what is asked of a product: its texts may be long. */
function readGrounds(session: Session, certificationId: string, onRead: (row: EnrollmentRow) => void) {
  const product = sql<readonly string[] | null>`(
    select certification_ids from products
    where products.provider_id = enrollments.provider_id and products.id = enrollments.product_id
  )`;
  const certification = sql<Selectable<CertificationsTable> | null>`(
    select to_json(certifications) from certifications
    where certifications.provider_id = enrollments.provider_id and certifications.id = ${certificationId}
  )`;
  return readRows(session, {
    table: 'enrollments',
    select: (tx) =>
      tx
        .selectFrom('enrollments')
        .selectAll('enrollments')
        .select([HISTORY.as('history'), product.as('certification_ids'), certification.as('certification')]),
    toRow(stored): CertificateGrounds {
      const enrollment = toEnrollmentRow(stored);
      onRead(enrollment);
      return {
        enrollment,
        ...(stored.certification_ids && { product: { certificationIds: stored.certification_ids } }),
        ...(stored.certification && { certification: toCertification(stored.certification) }),
      };
    },
    conditions,
    inScope,
  });
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

/** The same, to write. Only what is new in a history is added; what is there stays. */
export function writeEnrollments(session: WriteSession): EnrollmentTable {
  const { tenant, audit, later } = session;
  const before = new Map<string, EnrollmentRow>();
  const keyOf = (row: EnrollmentRow) => JSON.stringify([row.providerId ?? '', row.id]);
  const remember = (row: EnrollmentRow) => void before.set(keyOf(row), row);

  return {
    ...readEnrollments(session, remember),

    async put(row, action) {
      const providerId = ownKey(tenant, row.providerId);
      const stored = fromEnrollmentRow(row, providerId);
      let old = before.get(keyOf(row));
      if (!old) {
        const own = readEnrollments({ ...session, tenant: providerId }, remember);
        old = await own.get(row.id);
      }
      const known = old?.history.length ?? 0;
      if (row.history.length < known) {
        throw new EnrollkitError('internal', 'A history would lose what is in it');
      }
      const changes = fromHistory(stored, row.history, known);
      // One statement. What stands in `with` comes after the row itself.
      const telling = audit.telling({
        action,
        record: AUDITED_RECORDS.enrollment(row),
        changes: row.history.slice(known),
      });
      const insert =
        changes.length === 0
          ? telling
          : telling.with('history', (query) => query.insertInto('status_changes').values(changes));
      const put = insert
        .insertInto('enrollments')
        .values(stored)
        .onConflict((conflict) => conflict.columns(['provider_id', 'id']).doUpdateSet(withoutKey(stored)));
      later(put.execute());
      remember(row);
    },
  };
}

const eb = expressionBuilder<Tables, 'enrollments'>();

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

function conditions({ scope, ...query }: EnrollmentRowQuery): Conditions {
  const { status } = query;
  return [
    ...(scope ? inScope(scope) : []),
    ...anyOf(eb, 'id', query.ids),
    ...anyOf(eb, 'status', status === undefined ? undefined : [status].flat()),
    ...anyOf(eb, 'booking_state', query.bookingState === undefined ? undefined : [query.bookingState].flat()),
    ...equal(eb, 'product_id', query.productId),
    ...equal(eb, 'starting_date_id', query.startingDateId),
    ...equal(eb, 'email', query.email),
    ...equal(eb, 'external_id', query.externalId),
    ...from(eb, 'created_at', query.createdFrom),
    ...from(eb, 'updated_at', query.updatedFrom),
    ...until(eb, 'next_rule_at', query.ruleDueBy),
  ];
}
