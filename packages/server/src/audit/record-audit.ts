import type { Actor, Clock } from '@enrollkit/core';
import { sql } from 'kysely';
import { steadily } from '../database/steadily.js';
import { toTimestamp } from '../database/instants.js';
import type { Database, RequestFacts } from '../parts/server-parts.js';

/** What somebody did that changed no record. What changes one is written down by the store, in the same transaction. */
export type AuditedAction =
  | 'certificate.read'
  | 'certificate.download'
  | 'token.create'
  | 'participant.export'
  | 'participant.erase'
  | 'retention.change'
  | 'webhook.create'
  | 'webhook.change'
  | 'webhook.rotate-secret'
  | 'webhook.test'
  | 'webhook.replay'
  | 'webhook.disable'
  | 'webhook.remove';

/** Something that happened to some records, by one actor. */
export interface AuditEvent {
  readonly action: AuditedAction;
  readonly kind: 'certificate' | 'enrollment' | 'token' | 'provider' | 'webhook';
  readonly records: readonly AuditedRecord[];
}

export interface AuditedRecord {
  readonly id: string;
  readonly enrollmentId?: string;
  /** Absent: the actor's. */
  readonly providerId?: string;
}

export interface AuditContext extends RequestFacts {
  readonly actor: Actor;
  readonly clock: Clock;
}

/**
 * Writes one entry for each record, in one statement: who looks for everybody that saw a certificate asks for its id. Ids
 * only, so that erasing a person needs no change here. Rejects when the entries can't be kept: what isn't written down
 * must not be handed out.
 */
export async function recordAudit(
  { tables }: Pick<Database, 'tables'>,
  { action, kind, records }: AuditEvent,
  { actor, clock, requestId }: AuditContext,
): Promise<void> {
  if (records.length === 0) return;
  const at = toTimestamp(clock());
  const insert = sql`
    insert into audit_entries
      (at, provider_id, actor_id, actor_role, action, kind, record_id, enrollment_id, request_id)
    select ${at}::timestamptz, record.provider_id, ${actor.id}, ${actor.role}, ${action}, ${kind}, record.id,
      record.enrollment_id, ${requestId}
    from unnest(
      ${records.map(({ providerId }) => providerId ?? actor.providerId ?? '')}::text[],
      ${records.map(({ id }) => id)}::text[],
      ${records.map(({ enrollmentId }) => enrollmentId ?? null)}::text[]
    ) as record (provider_id, id, enrollment_id)
  `;
  await steadily('write', tables, (database) => insert.execute(database));
}
