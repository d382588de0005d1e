import type { Instant } from '@enrollkit/core';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { Tables } from '../database/tables.js';
import type { WebhookFaultCode } from '../http/issue-codes.js';
import type { EventToSend } from './event-data.js';

/** The turn of one endpoint. While its lease holds, no other server sends to it. */
export interface Turn {
  readonly providerId: string;
  readonly endpointId: string;
  readonly lease: string;
}

/** Where to send now, and signed with what. */
export interface Target {
  readonly url: string;
  readonly secrets: readonly string[];
  readonly failures: number;
}

/** An event that waits for an endpoint. */
export interface DueDelivery extends EventToSend {
  readonly attempts: number;
}

/** What came of an attempt. */
export interface Attempt {
  readonly status?: number | undefined;
  /** Absent: it was taken. */
  readonly fault?: WebhookFaultCode | undefined;
  /** When to try again. Absent: not any more. */
  readonly nextAt?: Instant | undefined;
  readonly restsUntil?: Instant | undefined;
}

interface Now {
  readonly now: Instant;
  /** Longer than an attempt can take: who has died is followed then. */
  readonly leaseMs: number;
}

/**
 * Takes up to so many endpoints for which something is due. Who waited longest comes first, and of one provider only a few are
 * under way at a time, so that nobody's slow receivers keep the others waiting.
 */
export async function takeTurns(
  tables: Kysely<Tables>,
  { lease, most, mostOfProvider, now, leaseMs }: Now & Limits & { readonly lease: string },
): Promise<readonly Turn[]> {
  if (most <= 0) return [];
  const at = toTimestamp(now);
  const { rows } = await sql<{ readonly provider_id: string; readonly id: string }>`
    with busy as (
      select provider_id, id, served_at, coalesce(leased_until > ${at}::timestamptz, false) as is_leased
      from webhook_endpoints
      where enabled and (
        leased_until > ${at}::timestamptz
        or ((rests_until is null or rests_until <= ${at}::timestamptz) and (
          exists (select ${dueOf(sql`webhook_endpoints.provider_id`, sql`webhook_endpoints.id`, sql`attempts = 0`, at)})
          or exists (select ${dueOf(sql`webhook_endpoints.provider_id`, sql`webhook_endpoints.id`, sql`attempts > 0`, at)})
        ))
      )
    ), in_turn as (
      select *, row_number() over (partition by provider_id order by is_leased desc, served_at nulls first, id) as turn
      from busy
    ), chosen as (
      select provider_id, id from in_turn
      where not is_leased and turn <= ${mostOfProvider}
      order by turn, served_at nulls first, provider_id
      limit ${most}
    )
    update webhook_endpoints
    set lease = ${lease}, leased_until = ${later(now, leaseMs)}::timestamptz
    from chosen
    where webhook_endpoints.provider_id = chosen.provider_id and webhook_endpoints.id = chosen.id
      -- Asked again of the row itself: of two servers that chose it, the other one was first.
      and (leased_until is null or leased_until <= ${at}::timestamptz)
    returning webhook_endpoints.provider_id, webhook_endpoints.id
  `.execute(tables);
  return rows.map(({ provider_id: providerId, id: endpointId }) => ({ providerId, endpointId, lease }));
}

export interface Limits {
  readonly most: number;
  readonly mostOfProvider: number;
}

/** Holds on to a turn. Undefined when it is over: the endpoint was removed, switched off, or another server has it. */
export async function holdTurn(tables: Kysely<Tables>, turn: Turn, { now, leaseMs }: Now): Promise<Target | undefined> {
  const row = await ofTurn(tables, turn)
    .set({ leased_until: later(now, leaseMs) })
    .where('enabled', '=', true)
    .returning(['url', 'secret', 'old_secret', 'old_secret_until', 'failures'])
    .executeTakeFirst();
  if (!row) return undefined;
  const isOverlapping = row.old_secret !== null && row.old_secret_until !== null && row.old_secret_until > now;
  const secrets = [row.secret, ...(isOverlapping && row.old_secret !== null ? [row.old_secret] : [])];
  return { url: row.url, secrets, failures: row.failures };
}

/**
 * What is due for an endpoint. What was tried before comes first: on it depends whether an endpoint that fails all the time is
 * switched off in three days, or never. Then in the order in which it happened.
 */
export async function dueDeliveries(
  tables: Kysely<Tables>,
  { providerId, endpointId }: Turn,
  { now, most }: { readonly now: Instant; readonly most: number },
): Promise<readonly DueDelivery[]> {
  const due = (which: RawBuilder<unknown>) => sql`
    select provider_id, event_id, attempts, created_at
    ${dueOf(sql`${providerId}`, sql`${endpointId}`, which, toTimestamp(now))}
  `;
  // Each half has an index of its own: however much waits, no more than this is read.
  const { rows } = await sql<DueDelivery>`
    select webhook_events.provider_id, webhook_events.id, type, record_id, enrollment_id, at, attempts
    from (
      (select * from (${due(sql`attempts > 0`)}) as tried order by attempts desc, created_at, event_id limit ${most})
      union all
      (${due(sql`attempts = 0`)} order by created_at, event_id limit ${most})
    ) as due
    join webhook_events on webhook_events.provider_id = due.provider_id and webhook_events.id = due.event_id
    order by attempts desc, created_at, event_id
    limit ${most}
  `.execute(tables);
  return rows;
}

/** Literals, so that the plan of a statement that is asked often can use the indexes of what waits. */
function dueOf(
  providerId: RawBuilder<unknown>,
  endpointId: RawBuilder<unknown>,
  which: RawBuilder<unknown>,
  at: string,
): RawBuilder<unknown> {
  return sql`
    from webhook_deliveries
    where webhook_deliveries.provider_id = ${providerId} and endpoint_id = ${endpointId}
      and state = 'waiting' and ${which} and next_at <= ${at}::timestamptz
  `;
}

/** Writes down what came of an attempt. When the turn is lost meanwhile, that stands anyway. */
export async function recordAttempt(
  tables: Kysely<Tables>,
  { providerId, endpointId }: Turn,
  { id, attempts }: DueDelivery,
  { status, fault, nextAt, restsUntil, now }: Attempt & { readonly now: Instant },
): Promise<void> {
  const isTaken = fault === undefined;
  await tables
    .with('told', (db) =>
      db
        .updateTable('webhook_deliveries')
        .set({
          state: isTaken ? 'delivered' : nextAt === undefined ? 'failed' : 'waiting',
          attempts: attempts + 1,
          attempted_at: toTimestamp(now),
          next_at: nextAt === undefined ? null : toTimestamp(nextAt),
          status: status ?? null,
          fault: fault ?? null,
        })
        .where('provider_id', '=', providerId)
        .where('endpoint_id', '=', endpointId)
        .where('event_id', '=', id)
        .returning('event_id'),
    )
    .updateTable('webhook_endpoints')
    .set({
      failures: isTaken ? 0 : sql`failures + 1`,
      rests_until: restsUntil === undefined ? null : toTimestamp(restsUntil),
      ...(isTaken && { succeeded_at: toTimestamp(now) }),
    })
    .where('provider_id', '=', providerId)
    .where('id', '=', endpointId)
    .execute();
}

/** Makes room. What is still due comes after everybody else's. */
export async function endTurn(tables: Kysely<Tables>, turn: Turn, now: Instant): Promise<void> {
  await ofTurn(tables, turn)
    .set({ lease: null, leased_until: null, served_at: toTimestamp(now) })
    .execute();
}

function ofTurn(tables: Kysely<Tables>, { providerId, endpointId, lease }: Turn) {
  return tables
    .updateTable('webhook_endpoints')
    .where('provider_id', '=', providerId)
    .where('id', '=', endpointId)
    .where('lease', '=', lease);
}

function later(now: Instant, ms: number): string {
  return toTimestamp(new Date(Date.parse(now) + ms).toISOString());
}
