import { EnrollkitError, type Instant } from '@enrollkit/core';
import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import { transactionRunner } from '../database/run-transaction.js';
import type { Tables, WebhookEndpointsTable } from '../database/tables.js';
import { refused } from '../http/problem.js';
import type { WebhookFaultCode } from '../http/issue-codes.js';
import { answers } from '../store/answers.js';
import { newSecret } from './signature.js';

/** An address that is told of changes, as its provider set it up. */
export interface Endpoint extends EndpointSettings {
  readonly providerId: string;
  readonly id: string;
  /** Why the server switched it off. */
  readonly disabledAt?: Instant;
  readonly disabledReason?: WebhookFaultCode;
  /** Until when the secret before the last one signs too. */
  readonly oldSecretUntil?: Instant;
  readonly succeededAt?: Instant;
  /** In a row. */
  readonly failures: number;
  readonly createdAt: Instant;
  readonly version: number;
}

/** What the provider says of it. */
export interface EndpointSettings {
  readonly url: string;
  readonly description: string;
  /** Who is mailed when it is switched off. Null: nobody in particular. */
  readonly email: string | null;
  /** Null: all. */
  readonly types: readonly string[] | null;
  readonly enabled: boolean;
}

export interface EndpointKey {
  readonly providerId: string;
  readonly id: string;
}

/** Each change is sent to each of them. */
export const MOST_ENDPOINTS = 10;

export async function listEndpoints(tables: Kysely<Tables>, providerId: string): Promise<readonly Endpoint[]> {
  const query = tables.selectFrom('webhook_endpoints').selectAll().where('provider_id', '=', providerId);
  return (await query.orderBy('created_at').orderBy('id').execute()).map(toEndpoint);
}

/** Rejects with `not-found`. */
export async function getEndpoint(tables: Kysely<Tables>, key: EndpointKey): Promise<Endpoint> {
  return toEndpoint(await rowOf(tables, key));
}

async function rowOf(
  tables: Kysely<Tables>,
  { providerId, id }: EndpointKey,
): Promise<Selectable<WebhookEndpointsTable>> {
  const row = await tables
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new EnrollkitError('not-found', 'No such webhook');
  return row;
}

type Also = (tx: Kysely<Tables>) => Promise<void>;

/** Makes it that the same request, which may have lost its answer, makes one endpoint. */
export interface Once {
  readonly key: string;
  readonly request: string;
}

/**
 * `also` happens in the same transaction. Rejects when the provider has as many as it may have. What was made under the same key
 * before is answered again, as it is by now; `not-found` when it was removed meanwhile.
 */
export async function addEndpoint(
  tables: Kysely<Tables>,
  { providerId, id, ...settings }: EndpointKey & EndpointSettings,
  { now, also, once }: { readonly now: Instant; readonly also: Also; readonly once: Once | undefined },
): Promise<{ readonly endpoint: Endpoint; readonly secret: string }> {
  // As if alone: of two at the same time, one counts the other.
  const row = await transactionRunner(tables).write(async (tx) => {
    const first = answers(tx, () => undefined);
    const made = once && (await first.get(once.key));
    if (made && made.request !== once.request) throw refused('invalid', 'idempotency-key-reused', 'Idempotency-Key');
    if (made) return rowOf(tx, { providerId, ...(made.result as { readonly id: string }) });
    const count = tx.fn.countAll<number>().as('count');
    const own = tx.selectFrom('webhook_endpoints').select(count).where('provider_id', '=', providerId);
    if ((await own.executeTakeFirstOrThrow()).count >= MOST_ENDPOINTS)
      throw refused('invalid', 'webhook-too-many', '', { max: MOST_ENDPOINTS });
    const values: Insertable<WebhookEndpointsTable> = {
      ...settings,
      provider_id: providerId,
      id,
      secret: newSecret(),
      created_at: toTimestamp(now),
      version: 1,
    };
    await also(tx);
    // The id alone: the secret is nowhere but with the endpoint.
    if (once) await first.put({ ...once, result: { id }, at: now });
    return tx.insertInto('webhook_endpoints').values(values).returningAll().executeTakeFirstOrThrow();
  });
  return { endpoint: toEndpoint(row), secret: row.secret };
}

/** Rejects with `conflict` when it is no longer as somebody saw it. Switched on, it begins anew. */
export async function changeEndpoint(
  tables: Kysely<Tables>,
  key: EndpointKey,
  change: Partial<EndpointSettings>,
  { expectedVersion, also }: { readonly expectedVersion?: number; readonly also: Also },
): Promise<Endpoint> {
  return tables.transaction().execute(async (tx) => {
    const before = await getEndpoint(tx, key);
    const { enabled } = change;
    const isFresh = enabled === true || (change.url !== undefined && change.url !== before.url);
    const row = await own(tx, key)
      .set({ ...change, version: sql`version + 1` })
      .$if(isFresh, (query) => query.set({ failures: 0, rests_until: null }))
      .$if(enabled !== undefined, (query) => query.set({ disabled_at: null, disabled_reason: null, mail_at: null }))
      .$if(expectedVersion !== undefined, (query) => query.where('version', '=', expectedVersion ?? 0))
      .returningAll()
      .executeTakeFirst();
    if (!row) throw changedMeanwhile(before);
    await also(tx);
    return toEndpoint(row);
  });
}

/** With the record as it is now, without what the API doesn't say. */
function changedMeanwhile({ providerId: _provider, disabledReason: _reason, ...current }: Endpoint): EnrollkitError {
  return new EnrollkitError('conflict', 'The webhook has changed meanwhile', { current });
}

/** A new secret. The one before it signs too until that moment; one that still did besides ends. */
export async function rotateSecret(
  tables: Kysely<Tables>,
  key: EndpointKey,
  { until, also }: { readonly until: Instant; readonly also: Also },
): Promise<{ readonly endpoint: Endpoint; readonly secret: string }> {
  const secret = newSecret();
  return tables.transaction().execute(async (tx) => {
    await getEndpoint(tx, key);
    const row = await own(tx, key)
      .set({
        secret,
        old_secret: sql`secret`,
        old_secret_until: toTimestamp(until),
        version: sql`version + 1`,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await also(tx);
    return { endpoint: toEndpoint(row), secret };
  });
}

/** Takes along what it was told and was to be told. */
export async function removeEndpoint(tables: Kysely<Tables>, key: EndpointKey, also: Also): Promise<void> {
  await tables.transaction().execute(async (tx) => {
    await getEndpoint(tx, key);
    const { providerId, id } = key;
    await tx.deleteFrom('webhook_endpoints').where('provider_id', '=', providerId).where('id', '=', id).execute();
    await also(tx);
  });
}

function own(tx: Kysely<Tables>, { providerId, id }: EndpointKey) {
  return tx.updateTable('webhook_endpoints').where('provider_id', '=', providerId).where('id', '=', id);
}

export function toEndpoint(row: Selectable<WebhookEndpointsTable>): Endpoint {
  return {
    providerId: row.provider_id,
    id: row.id,
    url: row.url,
    description: row.description,
    email: row.email,
    types: row.types,
    enabled: row.enabled,
    ...(row.disabled_at !== null && { disabledAt: row.disabled_at }),
    ...(row.disabled_reason !== null && { disabledReason: row.disabled_reason as WebhookFaultCode }),
    ...(row.old_secret_until !== null && { oldSecretUntil: row.old_secret_until }),
    ...(row.succeeded_at !== null && { succeededAt: row.succeeded_at }),
    failures: row.failures,
    createdAt: row.created_at,
    version: row.version,
  };
}
