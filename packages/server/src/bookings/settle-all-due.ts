import {
  AUDITED,
  bringUpToDate,
  evaluateEnrollment,
  type Clock,
  type EnrollmentRow,
  type Instant,
} from '@enrollkit/core';
import { sql, type Insertable, type Transaction } from 'kysely';
import type { Logger } from 'pino';
import { fromDatabase } from '../database/database-error.js';
import { toTimestamp } from '../database/instants.js';
import type { StatusChangesTable, Tables } from '../database/tables.js';
import type { Database } from '../parts/server-parts.js';
import { CHANNEL, toPayload } from '../store/change-channel.js';
import { ENROLLMENT_COLUMNS, fromHistory, HISTORY, toEnrollmentRow } from './enrollment-rows.js';
import { providerOf } from '../store/tenant.js';
import type { Told } from '../webhooks/event-types.js';
import { eventRows, withEvents } from '../webhooks/outbox.js';

export interface SettleOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: Logger;
  /** How many are written in one transaction. Default 1000. */
  readonly batchSize?: number;
  /** Stops between two batches. */
  readonly signal?: AbortSignal;
}

/** What a run did. */
export interface Settled {
  readonly enrollments: number;
  readonly changes: number;
}

/** What the rules made of one enrollment. */
interface SettledRow {
  readonly provider_id: string;
  readonly id: string;
  readonly status: string;
  readonly next_rule_at: string | null;
  readonly changes: readonly Insertable<StatusChangesTable>[];
}

const BATCH_SIZE = 1000;
const USE_CASE = 'applyRules';
const [ACTION] = AUDITED[USE_CASE];

/**
 * Writes down what the rules have changed by now, for all providers: what is due longest comes first, in batches, so that
 * memory stays flat however much is due. The rules are core's own. Each change is written once however many servers do this
 * at once: one that another is at work on is passed over, and by the next look it is no longer due.
 */
export async function settleAllDue(options: SettleOptions): Promise<Settled> {
  const { database, clock, log, signal, batchSize = BATCH_SIZE } = options;
  const now = clock();
  let [enrollments, changes] = [0, 0];
  /** Goes on until nothing is left that nobody else is at work on. */
  const work = async (): Promise<void> => {
    while (!signal?.aborted) {
      const batch = await database.tables
        .transaction()
        .execute((tx) => settleBatch(tx, { ...options, now, batchSize }))
        .catch((error: unknown) => {
          throw fromDatabase(error);
        });
      enrollments += batch.length;
      changes += batch.reduce((sum, row) => sum + row.changes.length, 0);
      if (batch.length < batchSize) break;
    }
  };
  // While the database writes one batch, the rules are applied to another.
  await Promise.all([work(), work()]);
  if (enrollments > 0) log.info({ enrollments, changes }, 'applied the rules that were due');
  return { enrollments, changes };
}

interface BatchOptions {
  readonly now: Instant;
  readonly timeZone: string;
  readonly batchSize: number;
}

async function settleBatch(tx: Transaction<Tables>, options: BatchOptions): Promise<readonly SettledRow[]> {
  const due = await tx
    .with('due', (query) =>
      query
        .selectFrom('enrollments')
        .select(ENROLLMENT_COLUMNS)
        .where('next_rule_at', '<=', toTimestamp(options.now))
        .orderBy('next_rule_at')
        .limit(options.batchSize)
        .forUpdate('enrollments')
        .skipLocked(),
    )
    // Their history when it is known which they are: the other batch's rows, which are locked, would be read for nothing.
    .selectFrom('due as enrollments')
    .select(ENROLLMENT_COLUMNS)
    .select(HISTORY.as('history'))
    .execute();
  if (due.length === 0) return [];
  const settled = due.map((stored) => settleRow(toEnrollmentRow(stored), stored.provider_id, options));
  await keep(tx, settled, options.now);
  return settled;
}

function settleRow(row: EnrollmentRow, provider_id: string, { now, timeZone }: BatchOptions): SettledRow {
  const { id, history } = row;
  const { enrollment } = bringUpToDate(row, { now, timeZone });
  const { next } = evaluateEnrollment(enrollment, { now, timeZone });
  return {
    provider_id,
    id,
    status: enrollment.status,
    next_rule_at: next ? toTimestamp(next.at) : null,
    changes: fromHistory({ provider_id, id }, enrollment.history, history.length),
  };
}

/**
 * All of a batch in one statement: the status, its history, the trail, in which the rule is who did it, and what servers are
 * told when the transaction is done. A rule is no version: whoever saw the record before saw the same. As columns, because a
 * statement can't have as many parameters as a batch has values.
 */
async function keep(tx: Transaction<Tables>, settled: readonly SettledRow[], now: Instant): Promise<void> {
  const changes = settled.flatMap((row) => row.changes);
  const events = changes.map(({ provider_id: providerId, enrollment_id: id }): Told => ({
    action: ACTION,
    useCase: USE_CASE,
    providerId,
    recordId: id,
    enrollmentId: id,
    at: now,
  }));
  await sql`
    with change as (
      select * from unnest(
        ${column(changes, 'provider_id')}::text[], ${column(changes, 'enrollment_id')}::text[],
        ${column(changes, 'position')}::integer[], ${column(changes, 'from_status')}::text[],
        ${column(changes, 'to_status')}::text[], ${column(changes, 'at')}::timestamptz[],
        ${column(changes, 'rule')}::text[]
      ) as change (provider_id, enrollment_id, position, from_status, to_status, at, rule)
    ), history as (
      insert into status_changes (provider_id, enrollment_id, position, from_status, to_status, at, rule)
      select * from change
    ), trail as (
      insert into audit_entries (at, provider_id, actor_id, actor_role, use_case, action, kind, record_id, enrollment_id)
      select ${toTimestamp(now)}::timestamptz, provider_id, rule, 'rule', ${USE_CASE}, ${ACTION}, 'enrollment',
        enrollment_id, enrollment_id
      from change
    ), ${withEvents(eventRows(events))}, kept as (
      update enrollments
      set status = settled.status, next_rule_at = settled.next_rule_at, updated_at = ${toTimestamp(now)}::timestamptz
      from unnest(
        ${column(settled, 'provider_id')}::text[], ${column(settled, 'id')}::text[],
        ${column(settled, 'status')}::text[], ${column(settled, 'next_rule_at')}::timestamptz[]
      ) as settled (provider_id, id, status, next_rule_at)
      where enrollments.provider_id = settled.provider_id and enrollments.id = settled.id
    )
    select pg_notify(${CHANNEL}, payload) from unnest(${payloadsOf(settled)}::text[]) as payload
  `.execute(tx);
}

function payloadsOf(settled: readonly SettledRow[]): readonly string[] {
  return settled.flatMap((row, index) =>
    row.changes.length === 0 ? [] : (toPayload({ kind: 'enrollment', id: row.id, ...providerOf(row) }, index) ?? []),
  );
}

function column<Row, Key extends keyof Row>(rows: readonly Row[], key: Key): Row[Key][] {
  return rows.map((row) => row[key]);
}
