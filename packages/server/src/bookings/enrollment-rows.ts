import {
  bookingStateOf,
  enrollmentWords,
  normalizeEmail,
  sortName,
  type EnrollmentRow,
  type StatusCause,
  type StatusChange,
} from '@enrollkit/core';
import { sql, type Insertable, type Selectable } from 'kysely';
import { fromTimestamp, toTimestamp, toTimestampOrNull } from '../database/instants.js';
import type { EnrollmentColumns, EnrollmentsTable, StatusChangesTable } from '../database/tables.js';
import { present } from '../store/list-rows.js';
import { orAsGiven } from '../store/rows-of.js';
import { providerOf } from '../store/tenant.js';

/** A change as the query for its enrollment answers it. */
type StoredChange = readonly [
  from: string,
  to: string,
  at: string,
  actor: string | null,
  name: string | null,
  rule: string | null,
  host: string | null,
  detail: string | null,
  note: string | null,
];

export type StoredEnrollment = Selectable<EnrollmentColumns> & { readonly history: readonly StoredChange[] };

/** The columns that a record is made of. What it is found by stays where it is. */
export const ENROLLMENT_COLUMNS = Object.keys({
  provider_id: 1,
  id: 1,
  product_id: 1,
  starting_date_id: 1,
  participant_name: 1,
  participant_email: 1,
  email: 1,
  external_id: 1,
  employer_id: 1,
  start_date: 1,
  start_date_is_month_only: 1,
  end_date: 1,
  end_date_is_month_only: 1,
  status: 1,
  original_status: 1,
  booking_state: 1,
  original_booking_state: 1,
  booking_history: 1,
  booked: 1,
  consumer: 1,
  withdrawal: 1,
  requested_at: 1,
  declined_at: 1,
  withdrawn_at: 1,
  accepted_at: 1,
  invoice_uploaded_at: 1,
  certificate_uploaded_at: 1,
  cancelled_at: 1,
  created_at: 1,
  updated_at: 1,
  next_rule_at: 1,
  corrections: 1,
  version: 1,
} satisfies Readonly<Record<keyof EnrollmentColumns, 1>>).map(
  (column) => `enrollments.${column}` as `enrollments.${keyof EnrollmentColumns}`,
);

/** The same, to be selected: one text, because a query is built and written out for each request. */
export const SELECTED_COLUMNS = sql.raw(
  ENROLLMENT_COLUMNS.map((column) => `"enrollments"."${column.replace('enrollments.', '')}"`).join(', '),
) as unknown as typeof ENROLLMENT_COLUMNS;

export const OR_AS_GIVEN = orAsGiven([
  ...ENROLLMENT_COLUMNS.map((column) => column.replace('enrollments.', '')),
  'sort_name',
  'words',
]);

/**
 * The history of the enrollment that a query selects, oldest first. Whose it is comes from the row and not as a value: PostgreSQL
 * would plan the query anew each time then, because a plan for one part of the table looks cheaper than one for any.
 */
export const HISTORY = sql<readonly StoredChange[]>`coalesce((
  select json_agg(
    json_build_array(from_status, to_status, at, actor_id, actor_name, rule, host, detail, note) order by position
  )
  from status_changes
  where status_changes.provider_id = enrollments.provider_id and status_changes.enrollment_id = enrollments.id
), '[]')`;

export function toEnrollmentRow(stored: StoredEnrollment): EnrollmentRow {
  return {
    id: stored.id,
    ...providerOf(stored),
    productId: stored.product_id,
    ...present('startingDateId', stored.starting_date_id),
    participant: {
      name: stored.participant_name,
      email: stored.participant_email,
      ...present('externalId', stored.external_id),
      ...present('employerId', stored.employer_id),
    },
    ...present('startDate', stored.start_date),
    ...present('startDateIsMonthOnly', stored.start_date_is_month_only),
    ...present('endDate', stored.end_date),
    ...present('endDateIsMonthOnly', stored.end_date_is_month_only),
    status: stored.status,
    ...present('originalStatus', stored.original_status),
    bookingState: stored.booking_state,
    ...present('originalBookingState', stored.original_booking_state),
    ...present('booked', stored.booked),
    ...present('consumer', stored.consumer),
    ...present('withdrawal', stored.withdrawal),
    ...present('requestedAt', stored.requested_at),
    ...present('declinedAt', stored.declined_at),
    ...present('withdrawnAt', stored.withdrawn_at),
    ...(stored.booking_history.length > 0 && { bookingHistory: stored.booking_history }),
    ...present('acceptedAt', stored.accepted_at),
    ...present('invoiceUploadedAt', stored.invoice_uploaded_at),
    ...present('certificateUploadedAt', stored.certificate_uploaded_at),
    ...present('cancelledAt', stored.cancelled_at),
    ...present('createdAt', stored.created_at),
    ...present('updatedAt', stored.updated_at),
    ...present('nextRuleAt', stored.next_rule_at),
    ...(stored.corrections.length > 0 && { corrections: stored.corrections }),
    history: stored.history.map(toStatusChange),
    version: stored.version,
  };
}

export function fromEnrollmentRow(row: EnrollmentRow, providerId: string): Insertable<EnrollmentsTable> {
  const { participant } = row;
  return {
    provider_id: providerId,
    id: row.id,
    product_id: row.productId,
    starting_date_id: row.startingDateId ?? null,
    participant_name: participant.name,
    participant_email: participant.email,
    email: normalizeEmail(participant.email),
    external_id: participant.externalId ?? null,
    employer_id: participant.employerId ?? null,
    start_date: row.startDate ?? null,
    start_date_is_month_only: row.startDateIsMonthOnly ?? null,
    end_date: row.endDate ?? null,
    end_date_is_month_only: row.endDateIsMonthOnly ?? null,
    status: row.status,
    original_status: row.originalStatus ?? null,
    booking_state: bookingStateOf(row),
    original_booking_state: row.originalBookingState ?? null,
    booking_history: JSON.stringify(row.bookingHistory ?? []),
    booked: jsonOrNull(row.booked),
    consumer: row.consumer ?? null,
    withdrawal: jsonOrNull(row.withdrawal),
    requested_at: toTimestampOrNull(row.requestedAt),
    declined_at: toTimestampOrNull(row.declinedAt),
    withdrawn_at: toTimestampOrNull(row.withdrawnAt),
    accepted_at: toTimestampOrNull(row.acceptedAt),
    invoice_uploaded_at: toTimestampOrNull(row.invoiceUploadedAt),
    certificate_uploaded_at: toTimestampOrNull(row.certificateUploadedAt),
    cancelled_at: toTimestampOrNull(row.cancelledAt),
    created_at: toTimestampOrNull(row.createdAt),
    updated_at: toTimestampOrNull(row.updatedAt),
    next_rule_at: toTimestampOrNull(row.nextRuleAt),
    corrections: JSON.stringify(row.corrections ?? []),
    version: row.version,
    sort_name: sortName(participant.name),
    words: sql<string>`array_to_tsvector(${enrollmentWords(row)}::text[])`,
  };
}

/** The rows for what a history has from `position` on. */
export function fromHistory(
  { provider_id, id }: { readonly provider_id: string; readonly id: string },
  history: readonly StatusChange[],
  position: number,
): Insertable<StatusChangesTable>[] {
  return history.slice(position).map(({ from, to, at, cause, note }, index) => ({
    provider_id,
    enrollment_id: id,
    position: position + index,
    from_status: from,
    to_status: to,
    at: toTimestamp(at),
    ...fromCause(cause),
    note: note ?? null,
  }));
}

type CauseColumns = Pick<StatusChangesTable, 'actor_id' | 'actor_name' | 'rule' | 'host' | 'detail'>;

function fromCause(cause: StatusCause): CauseColumns {
  const none: CauseColumns = { actor_id: null, actor_name: null, rule: null, host: null, detail: null };
  switch (cause.kind) {
    case 'manual':
      return { ...none, actor_id: cause.by, actor_name: cause.name ?? null };
    case 'rule':
      return { ...none, rule: cause.rule };
    case 'host':
      return { ...none, host: cause.name, detail: cause.detail ?? null };
  }
}

function toStatusChange([from, to, at, actor, name, rule, host, detail, note]: StoredChange): StatusChange {
  const cause =
    actor !== null
      ? { kind: 'manual', by: actor, ...present('name', name) }
      : host !== null
        ? { kind: 'host', name: host, ...present('detail', detail) }
        : { kind: 'rule', rule };
  return { from, to, at: fromTimestamp(at), cause: cause as StatusCause, ...present('note', note) } as StatusChange;
}

function jsonOrNull(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
