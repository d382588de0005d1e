import { auditEntries, type AuditedWrite, type AuditEntry, type Intent } from '@enrollkit/core';
import type { Insertable, Kysely, QueryCreator, Transaction } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { AuditEntriesTable, Tables } from '../database/tables.js';

export type AuditRow = Insertable<AuditEntriesTable>;

/** What one transaction does, written down within it. */
export class AuditTrail {
  readonly #tx: Transaction<Tables>;
  readonly #rowsOf: (write: AuditedWrite) => readonly AuditRow[];

  constructor(
    tx: Transaction<Tables>,
    { intent, requestId }: { readonly intent: Intent; readonly requestId?: string },
  ) {
    this.#tx = tx;
    this.#rowsOf = (write) => auditEntries(intent, write).map((entry) => toRow(entry, requestId ?? null));
  }

  /** A query that goes on to do what it tells: one statement for both. */
  telling(...writes: readonly AuditedWrite[]): QueryCreator<Tables> {
    const rows = writes.flatMap((write) => this.#rowsOf(write));
    if (rows.length === 0) return this.#tx;
    return this.#tx.with('trail', (query) => query.insertInto('audit_entries').values(rows)) as QueryCreator<Tables>;
  }

  /** Of what only its answer tells. */
  async add(writes: readonly AuditedWrite[]): Promise<void> {
    await writeAudit(
      this.#tx,
      writes.flatMap((write) => this.#rowsOf(write)),
    );
  }
}

/** Adds to the trail, in the transaction that does what it tells. */
export async function writeAudit(tx: Kysely<Tables>, rows: readonly AuditRow[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('audit_entries').values(rows).execute();
}

function toRow(entry: AuditEntry, request_id: string | null): AuditRow {
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
