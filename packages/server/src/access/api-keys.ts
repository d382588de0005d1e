import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor, Clock, Instant } from '@enrollkit/core';
import type { Database } from '../parts/server-parts.js';
import { KEY_ACTOR_PREFIX } from './actor-claims.js';
import { steadily } from '../database/steadily.js';
import { unauthorized } from './unauthorized.js';

/** An API key, without what opens doors. */
export interface ApiKey {
  readonly id: string;
  readonly role: ApiKeyRole;
  /** Absent for platform staff, and for a host with one provider. */
  readonly providerId?: string;
  /** What it is for, as its maker called it. */
  readonly name: string;
  readonly createdAt: Instant;
  /** To the minute. */
  readonly lastUsedAt?: Instant;
  readonly revokedAt?: Instant;
}

export type ApiKeyRole = 'provider' | 'platform-staff';

export interface NewApiKey {
  readonly role: ApiKeyRole;
  readonly providerId?: string;
  readonly name: string;
  readonly clock: Clock;
  readonly ids: () => string;
}

const SECRET_BYTES = 32;
const USE_IS_NOTED_EVERY_MS = 60_000;

/** 32 bytes in base64url are 43 characters, so an id may hold any character that a header may. */
const API_KEY = /^ek_(.+)_[A-Za-z0-9_-]{43}$/;

/** Whether a credential claims to be an API key. */
export function looksLikeApiKey(credential: string): boolean {
  return credential.startsWith('ek_');
}

/** Makes a key. What is answered as `key` is shown once: it can't be read back from what is stored. */
export async function createApiKey(
  { tables }: Pick<Database, 'tables'>,
  { role, providerId, name, clock, ids }: NewApiKey,
): Promise<{ readonly id: string; readonly key: string }> {
  const id = ids();
  const key = `ek_${id}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  const row = {
    id,
    role,
    provider_id: providerId ?? null,
    name,
    secret_hash: hashKey(key).toString('hex'),
    created_at: clock(),
  };
  await tables.insertInto('api_keys').values(row).execute();
  return { id, key };
}

/** From now on the key answers 401, everywhere. Answers whether there was such a key that still worked. */
export async function revokeApiKey(
  { tables }: Pick<Database, 'tables'>,
  { id, clock }: { readonly id: string; readonly clock: Clock },
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('api_keys')
    .set({ revoked_at: clock() })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Every key that was ever made, or those of one provider, oldest first. */
export async function listApiKeys(
  { tables }: Pick<Database, 'tables'>,
  { providerId }: { readonly providerId?: string } = {},
): Promise<readonly ApiKey[]> {
  let query = tables
    .selectFrom('api_keys')
    .select(['id', 'role', 'provider_id', 'name', 'created_at', 'last_used_at', 'revoked_at'])
    .orderBy('created_at')
    .orderBy('id');
  if (providerId !== undefined) query = query.where('provider_id', '=', providerId);
  return (await query.execute()).map((row) => ({
    id: row.id,
    role: row.role as ApiKeyRole,
    name: row.name,
    createdAt: row.created_at,
    ...(row.provider_id !== null && { providerId: row.provider_id }),
    ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
  }));
}

/** Who a key belongs to. Rejects with `unauthorized` when it is none, or none any more. Looked up each time: revoking works at once. */
export async function verifyApiKey(
  { tables }: Pick<Database, 'tables'>,
  { key, clock }: { readonly key: string; readonly clock: Clock },
): Promise<{ readonly id: string; readonly actor: Actor }> {
  const [, id] = API_KEY.exec(key) ?? [];
  if (id === undefined) throw unauthorized('This is not a valid API key');
  const row = await steadily('read', tables, (database) =>
    database
      .selectFrom('api_keys')
      .select(['role', 'provider_id', 'secret_hash', 'last_used_at', 'revoked_at'])
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  if (!row || !timingSafeEqual(hashKey(key), Buffer.from(row.secret_hash, 'hex')) || row.revoked_at !== null) {
    throw unauthorized('The API key does not exist or was revoked');
  }
  await noteUse(tables, { id, lastUsedAt: row.last_used_at, now: clock() });
  const tenant = row.provider_id === null ? {} : { providerId: row.provider_id };
  return { id, actor: { id: `${KEY_ACTOR_PREFIX}${id}`, role: row.role as ApiKeyRole, ...tenant } };
}

/** At most once a minute, so that reading stays reading. The condition is asked again for other server processes. */
async function noteUse(
  tables: Database['tables'],
  { id, lastUsedAt, now }: { readonly id: string; readonly lastUsedAt: Instant | null; readonly now: Instant },
): Promise<void> {
  const staleBefore = new Date(Date.parse(now) - USE_IS_NOTED_EVERY_MS).toISOString();
  if (lastUsedAt !== null && lastUsedAt > staleBefore) return;
  await tables
    .updateTable('api_keys')
    .set({ last_used_at: now })
    .where('id', '=', id)
    .where((where) => where.or([where('last_used_at', 'is', null), where('last_used_at', '<=', staleBefore)]))
    .execute();
}

/**
 * A fast hash is right here: slow ones make up for passwords that people can remember. Nobody guesses 256 random bits, however
 * fast guesses can be tried, and a slow hash would be paid at every request.
 */
function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
