import { auditEntries, type AuditedWrite, type AuditEntry, type Intent } from '@enrollkit/core';
import type { Insertable, Kysely } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { AuditEntriesTable, Tables } from '../database/tables.js';

export type AuditRow = Insertable<AuditEntriesTable>;

/** What one transaction does, to be written down within it. */
export class AuditTrail {
  readonly #intent: Intent;
  readonly #requestId: string | null;
  readonly #rows: AuditRow[] = [];

  constructor(intent: Intent, requestId: string | undefined) {
    this.#intent = intent;
    this.#requestId = requestId ?? null;
  }

  add(write: AuditedWrite): void {
    for (const entry of auditEntries(this.#intent, write)) this.#rows.push(toRow(entry, this.#requestId));
  }

  async write(tx: Kysely<Tables>): Promise<void> {
    await writeAudit(tx, this.#rows);
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
