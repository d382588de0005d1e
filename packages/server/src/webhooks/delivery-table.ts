import { EnrollkitError, type Instant, type Page } from '@enrollkit/core';
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely';
import { v7 as uuid } from 'uuid';
import { toTimestamp, toTimestampOrNull } from '../database/instants.js';
import type { DeliveryState, WebhookDeliveriesTable } from '../database/webhook-tables.js';
import type { Tables } from '../database/tables.js';
import { badRequest, refused } from '../http/problem.js';
import type { WebhookFaultCode } from '../http/issue-codes.js';
import { cannotBeStored, listRows } from '../store/list-rows.js';
import type { EndpointKey } from './endpoint-table.js';
import { TEST_EVENT } from './event-types.js';

/** One event, and how an endpoint was told of it. */
export interface Delivery {
  readonly eventId: string;
  readonly type: string;
  readonly recordId: string;
  /** When it happened. */
  readonly at: Instant;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly attemptedAt?: Instant;
  readonly nextAt?: Instant;
  /** What the last attempt was answered with. */
  readonly status?: number;
  /** Why the last attempt failed. */
  readonly fault?: WebhookFaultCode;
}

export interface DeliveryQuery {
  readonly state?: DeliveryState;
  readonly type?: string;
  /** Only what came before this event. */
  readonly afterId?: string;
  readonly size: number;
  readonly offset: number;
}

/** The newest first. */
export async function listDeliveries(
  tables: Kysely<Tables>,
  key: EndpointKey,
  { state, type, afterId, ...paging }: DeliveryQuery,
): Promise<Page<Delivery>> {
  if (cannotBeStored([type, afterId])) return { items: [], total: 0 };
  const after = afterId === undefined ? undefined : await placeOf(tables, key, afterId);
  const query = deliveriesOf(tables, key)
    .$if(after !== undefined, (some) => some.where(isBefore(after)))
    .$if(state !== undefined, (some) => some.where('state', '=', state ?? 'waiting'))
    .$if(type !== undefined, (some) => some.where('type', '=', type ?? ''));
  return listRows(paging, {
    isUncounted: after !== undefined,
    async rows({ size, offset }) {
      const page = query.select(COLUMNS).orderBy('created_at', 'desc').orderBy('event_id', 'desc').offset(offset);
      return (await (size === undefined ? page : page.limit(size)).execute()).map(toDelivery);
    },
    async count(most) {
      const some = query.select('event_id').limit(most).as('some');
      const counted = tables.selectFrom(some).select(({ fn }) => fn.countAll<number>().as('total'));
      return (await counted.executeTakeFirstOrThrow()).total;
    },
  });
}

interface Place {
  readonly created_at: Instant;
  readonly event_id: string;
}

/** Where a page ended. */
async function placeOf(tables: Kysely<Tables>, key: EndpointKey, eventId: string): Promise<Place> {
  const delivery = deliveriesOf(tables, key).select(['created_at', 'event_id']).where('event_id', '=', eventId);
  const found = await delivery.executeTakeFirst();
  if (!found) throw badRequest('after-id-unknown', 'after_id', { afterId: eventId });
  return found;
}

function isBefore(place: Place | undefined): Expression<SqlBool> {
  const at = toTimestampOrNull(place?.created_at);
  return sql<SqlBool>`(webhook_deliveries.created_at, event_id) < (${at}, ${place?.event_id})`;
}

/** Rejects with `not-found`. */
async function getDelivery(tables: Kysely<Tables>, key: EndpointKey, eventId: string): Promise<Delivery> {
  const found = cannotBeStored([eventId])
    ? undefined
    : await deliveriesOf(tables, key).select(COLUMNS).where('event_id', '=', eventId).executeTakeFirst();
  if (!found) throw new EnrollkitError('not-found', 'No such delivery');
  return toDelivery(found);
}

/** An event that only this endpoint is told of. */
export async function addTestEvent(tx: Kysely<Tables>, key: EndpointKey, now: Instant): Promise<Delivery> {
  const { providerId: provider_id, id: endpoint_id } = key;
  const [id, at] = [uuid(), toTimestamp(now)];
  const event = { provider_id, id, type: TEST_EVENT, record_id: endpoint_id, enrollment_id: null, at };
  await tx.insertInto('webhook_events').values(event).execute();
  const delivery = { provider_id, endpoint_id, event_id: id, state: 'waiting', next_at: at, created_at: at } as const;
  await tx.insertInto('webhook_deliveries').values(delivery).execute();
  return getDelivery(tx, key, id);
}

/** What an attempt left behind is forgotten: it begins anew. */
const ANEW = { state: 'waiting', attempts: 0, status: null, fault: null } as const;

/** Sends one again, with the same id. One that is waiting comes at once. */
export async function replayDelivery(
  tx: Kysely<Tables>,
  key: EndpointKey,
  { eventId, now }: { readonly eventId: string; readonly now: Instant },
): Promise<Delivery> {
  await getDelivery(tx, key, eventId);
  await tx
    .updateTable('webhook_deliveries')
    .set({ ...ANEW, next_at: toTimestamp(now) })
    .where('provider_id', '=', key.providerId)
    .where('endpoint_id', '=', key.id)
    .where('event_id', '=', eventId)
    .execute();
  return getDelivery(tx, key, eventId);
}

/** In one request. Who has more asks again, from where it ended. */
export const MOST_RECOVERED = 10_000;

interface Recovery {
  readonly since: Instant;
  readonly all: boolean;
  readonly now: Instant;
  readonly most?: number;
}

/**
 * Sends what happened since a moment and wasn't delivered: what failed, and what an endpoint was not told because it was off,
 * or asked for other types. `all`: what was delivered too. Answers how many that are, and when the last of them happened if there may be more.
 */
export async function recoverDeliveries(
  tx: Kysely<Tables>,
  { providerId, id }: EndpointKey,
  { since, all, now, most = MOST_RECOVERED }: Recovery,
): Promise<{ readonly queued: number; readonly nextSince?: Instant }> {
  const { rows } = await sql<{ readonly created_at: Instant }>`
    insert into webhook_deliveries (provider_id, endpoint_id, event_id, state, next_at, created_at)
    select webhook_events.provider_id, webhook_endpoints.id, webhook_events.id, 'waiting', ${toTimestamp(now)}, at
    from webhook_events
    join webhook_endpoints on webhook_endpoints.provider_id = webhook_events.provider_id and webhook_endpoints.id = ${id}
    left join webhook_deliveries as told on told.provider_id = webhook_events.provider_id
      and told.endpoint_id = webhook_endpoints.id and told.event_id = webhook_events.id
    where webhook_events.provider_id = ${providerId} and at >= ${toTimestamp(since)} and type <> ${TEST_EVENT}
      and (types is null or type = any(types))
      and (told.state is null or told.state = 'failed' or (${all} and told.state = 'delivered'))
    order by at, webhook_events.id
    limit ${most}
    on conflict (provider_id, endpoint_id, event_id) do update
      set state = 'waiting', attempts = 0, status = null, fault = null, next_at = excluded.next_at
    returning created_at
  `.execute(tx);
  if (rows.length < most) return { queued: rows.length };
  const nextSince = rows.reduce((last, { created_at }) => (created_at > last ? created_at : last), since);
  return { queued: rows.length, nextSince };
}

/** Rejects when nothing is sent to this endpoint. */
export function expectEnabled({ enabled }: { readonly enabled: boolean }): void {
  if (!enabled) throw refused('conflict', 'webhook-disabled', '');
}

const COLUMNS = [
  'event_id',
  'webhook_events.type',
  'webhook_events.record_id',
  'webhook_events.at',
  'state',
  'attempts',
  'attempted_at',
  'next_at',
  'status',
  'fault',
] as const;

function deliveriesOf(tables: Kysely<Tables>, { providerId, id }: EndpointKey) {
  return tables
    .selectFrom('webhook_deliveries')
    .innerJoin('webhook_events', (join) =>
      join
        .onRef('webhook_events.provider_id', '=', 'webhook_deliveries.provider_id')
        .onRef('webhook_events.id', '=', 'webhook_deliveries.event_id'),
    )
    .where('webhook_deliveries.provider_id', '=', providerId)
    .where('endpoint_id', '=', id);
}

type Row = Pick<WebhookDeliveriesTable, 'event_id' | 'state' | 'attempted_at' | 'next_at' | 'status' | 'fault'> & {
  readonly type: string;
  readonly record_id: string;
  readonly at: string;
  readonly attempts: number;
};

function toDelivery(row: Row): Delivery {
  return {
    eventId: row.event_id,
    type: row.type,
    recordId: row.record_id,
    at: row.at,
    state: row.state,
    attempts: row.attempts,
    ...(row.attempted_at !== null && { attemptedAt: row.attempted_at }),
    ...(row.next_at !== null && { nextAt: row.next_at }),
    ...(row.status !== null && { status: row.status }),
    ...(row.fault !== null && { fault: row.fault as WebhookFaultCode }),
  };
}
