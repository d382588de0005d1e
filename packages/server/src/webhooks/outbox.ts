import { sql, type Insertable, type Kysely, type RawBuilder } from 'kysely';
import { v7 as uuid } from 'uuid';
import { toTimestamp } from '../database/instants.js';
import type { Tables, WebhookEventsTable } from '../database/tables.js';
import type { TrailFollower } from '../store/audit-trail.js';
import { columnsOf, rowsOf, type ColumnTypes } from '../store/rows-of.js';
import { eventTypeOf, type Told } from './event-types.js';

// What receivers are to be told is written by the statement that writes the audit trail, from the same lines: nothing that
// leaves a trace is forgotten, and a provider without endpoints costs one look at an index.

type EventRow = Insertable<WebhookEventsTable>;

/** Adds what receivers are to be told to a statement that writes the trail. */
export const webhookOutbox: TrailFollower = (entries, query) => {
  const rows = eventRows(entries);
  if (rows.length === 0) return query;
  return query
    .with('webhook_event', () => sql<EventRow>`(${insertEvents(rows)})`)
    .with('webhook_delivery', () => sql<{ readonly event_id: string }>`(${INSERT_DELIVERIES})`);
};

/** The same as a statement of its own, in the transaction that does what it tells. */
export async function tellWebhooks(tx: Kysely<Tables>, told: readonly Told[]): Promise<void> {
  const rows = eventRows(told);
  if (rows.length > 0) await sql`with ${withEvents(rows)} select`.execute(tx);
}

/** For a `with`: the events, and who is to be told of each. */
export function withEvents(rows: readonly EventRow[]): RawBuilder<unknown> {
  return sql`webhook_event as (${insertEvents(rows)}), webhook_delivery as (${INSERT_DELIVERIES})`;
}

/** Once for each record and type: two changes of a status at one moment are one event, since the record is read afterwards. */
export function eventRows(told: readonly Told[]): readonly EventRow[] {
  const rows = new Map<string, EventRow>();
  for (const one of told) {
    const type = eventTypeOf(one);
    const provider_id = one.providerId ?? '';
    if (type === undefined) continue;
    rows.set(JSON.stringify([provider_id, type, one.recordId]), {
      provider_id,
      id: uuid(),
      type,
      record_id: one.recordId,
      enrollment_id: one.enrollmentId ?? null,
      at: toTimestamp(one.at),
    });
  }
  return [...rows.values()];
}

/** Nothing, where nobody listens. */
function insertEvents(rows: readonly EventRow[]): RawBuilder<WebhookEventsTable> {
  return sql<WebhookEventsTable>`
    insert into webhook_events (${sql.raw(columnsOf(TYPES).join(', '))})
    select told.* from (${rowsOf(rows, TYPES)}) as told (${sql.raw(columnsOf(TYPES).join(', '))})
    where exists (select from webhook_endpoints where webhook_endpoints.provider_id = told.provider_id)
    returning provider_id, id, type, at
  `;
}

const TYPES = {
  provider_id: 'text',
  id: 'text',
  type: 'text',
  record_id: 'text',
  enrollment_id: 'text',
  at: 'timestamptz',
} as const satisfies ColumnTypes<WebhookEventsTable>;

const INSERT_DELIVERIES = sql<{ readonly event_id: string }>`
  insert into webhook_deliveries (provider_id, endpoint_id, event_id, state, next_at, created_at)
  select webhook_event.provider_id, webhook_endpoints.id, webhook_event.id, 'waiting', at, at
  from webhook_event join webhook_endpoints on webhook_endpoints.provider_id = webhook_event.provider_id
  where enabled and (types is null or type = any(types))
  returning event_id
`;
