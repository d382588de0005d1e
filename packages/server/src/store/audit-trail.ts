import { STATUS_RULES, type Actor, type Instant, type StatusChange } from '@enrollkit/core';
import type { Insertable, Kysely } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { AuditEntriesTable, Tables } from '../database/tables.js';

export type AuditEntry = Insertable<AuditEntriesTable>;

/** The record that something happened to. */
export type AuditedRecord = Pick<AuditEntry, 'provider_id' | 'kind' | 'record_id'> & {
  readonly enrollment_id?: string;
};

/** What one transaction does, to be written down within it. */
export class AuditTrail {
  readonly #entries: AuditEntry[] = [];
  readonly #facts: Pick<AuditEntry, 'at' | 'actor_id' | 'actor_role' | 'request_id'>;

  constructor({ actor, requestId, at }: { actor: Actor; requestId: string | undefined; at: Instant }) {
    const { id: actor_id, role: actor_role } = actor;
    this.#facts = { at: toTimestamp(at), actor_id, actor_role, request_id: requestId ?? null };
  }

  add(action: string, record: AuditedRecord): void {
    this.#entries.push({ ...this.#facts, action, ...record });
  }

  /** Every new status: by the actor, or by the calendar, whoever happened to look. */
  addStatusChange(change: StatusChange, record: AuditedRecord): void {
    const entry = { ...this.#facts, action: 'enrollment.change-status', ...record };
    this.#entries.push({ ...entry, ...calendarActor(change) });
  }

  async write(tx: Kysely<Tables>): Promise<void> {
    await writeAudit(tx, this.#entries);
  }
}

/** Adds to the trail, in the transaction that does what it tells. */
export async function writeAudit(tx: Kysely<Tables>, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await tx.insertInto('audit_entries').values(entries).execute();
}

/** Who stands in the trail for a change that no person made. */
function calendarActor({ cause }: StatusChange): Partial<Pick<AuditEntry, 'actor_id' | 'actor_role'>> {
  if (cause.kind !== 'rule' || STATUS_RULES[cause.rule].setOffBy !== 'calendar') return {};
  return { actor_id: cause.rule, actor_role: 'rule' };
}
