import { auditEntries, type AuditedWrite, type AuditEntry, type Intent } from '@enrollkit/core';
import { sql, type Insertable, type Kysely, type QueryCreator, type Transaction } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { AuditEntriesTable, Tables } from '../database/tables.js';
import { columnsOf, rowsOf, type ColumnTypes } from './rows-of.js';

export type AuditRow = Insertable<AuditEntriesTable>;

const TYPES = {
  at: 'timestamptz',
  provider_id: 'text',
  actor_id: 'text',
  actor_role: 'text',
  use_case: 'text',
  action: 'text',
  kind: 'text',
  record_id: 'text',
  enrollment_id: 'text',
  note: 'text',
  request_id: 'text',
} as const satisfies ColumnTypes<Omit<AuditRow, 'id'>>;

/** Adds what follows from lines of the trail to the statement that writes them. */
export type TrailFollower = (entries: readonly AuditEntry[], query: QueryCreator<Tables>) => QueryCreator<Tables>;

export interface AuditTrailOptions {
  readonly intent: Intent;
  readonly requestId?: string;
  readonly follower: TrailFollower;
}

/** What one transaction does, written down within it. */
export class AuditTrail {
  readonly #tx: Transaction<Tables>;
  readonly #options: AuditTrailOptions;

  constructor(tx: Transaction<Tables>, options: AuditTrailOptions) {
    this.#tx = tx;
    this.#options = options;
  }

  /** A query that goes on to do what it tells: one statement for all of it. */
  telling(...writes: readonly AuditedWrite[]): QueryCreator<Tables> {
    const { intent, requestId = null, follower } = this.#options;
    const entries = writes.flatMap((write) => auditEntries(intent, write));
    if (entries.length === 0) return this.#tx;
    const rows = entries.map((entry) => toRow(entry, requestId));
    const trail = this.#tx.with('trail', (query) =>
      query.insertInto('audit_entries').columns(columnsOf(TYPES)).expression(rowsOf(rows, TYPES)),
    );
    return follower(entries, trail);
  }

  /** Of what only its answer tells. */
  async add(writes: readonly AuditedWrite[]): Promise<void> {
    if (writes.length > 0)
      await this.telling(...writes)
        .selectNoFrom(sql`1`.as('told'))
        .execute();
  }
}

/** Adds to the trail, in the transaction that does what it tells. */
export async function writeAudit(tx: Kysely<Tables>, rows: readonly AuditRow[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('audit_entries').values(rows).execute();
}

function toRow(entry: AuditEntry, request_id: string | null): Omit<AuditRow, 'id'> {
  return {
    at: toTimestamp(entry.at),
    provider_id: entry.providerId ?? '',
    actor_id: entry.actorId,
    actor_role: entry.actorRole,
    use_case: entry.useCase,
    action: entry.action,
    kind: entry.kind,
    record_id: entry.recordId,
    enrollment_id: entry.enrollmentId ?? null,
    note: entry.note ?? null,
    request_id,
  };
}
