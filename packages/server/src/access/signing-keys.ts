import { randomBytes } from 'node:crypto';
import type { Clock, Instant } from '@enrollkit/core';
import { sql } from 'kysely';
import type { Database } from '../parts/server-parts.js';
import { steadily } from '../database/steadily.js';

/** A secret that signs tokens. Kept in the database, so that every server process makes and believes the same tokens. */
export interface SigningKey {
  /** Named in a token's header (`kid`). */
  readonly id: string;
  readonly secret: Uint8Array;
  readonly createdAt: Instant;
}

export interface SigningKeysOptions {
  readonly database: Pick<Database, 'tables'>;
  readonly clock: Clock;
  readonly ids: () => string;
  /** Longest life of a token: so long an old key is needed. */
  readonly maxTokenSeconds: number;
}

export interface SigningKeys {
  /** The newest key. There is always one. */
  current(): Promise<SigningKey>;
  /** The key that a token names, as long as a token of it may live. */
  find(id: string): Promise<SigningKey | undefined>;
  /** A new key signs from now on; what the old one signed stays good until it expires. */
  rotate(): Promise<SigningKey>;
}

const SECRET_BYTES = 32;
const ROTATED_AFTER_MS = 30 * 86_400_000;
/** So long a process may sign with a key that isn't the newest any more. */
const READ_AGAIN_AFTER_MS = 60_000;
/** Any number, as long as nothing else locks it. */
const LOCK = 0x656b_6b65;

/** The keys of this database, as this process last read them. */
export function createSigningKeys(options: SigningKeysOptions): SigningKeys {
  const { database, clock } = options;
  let known: readonly SigningKey[] = [];
  let readAtMs = Number.NEGATIVE_INFINITY;

  const nowMs = (): number => Date.parse(clock());

  async function keys(): Promise<readonly SigningKey[]> {
    if (readAtMs + READ_AGAIN_AFTER_MS <= nowMs()) keep(await steadily('read', database.tables, listKeys));
    return known;
  }

  function keep(keysNow: readonly SigningKey[]): void {
    known = keysNow;
    readAtMs = nowMs();
  }

  async function add(isNeeded: (newest: SigningKey | undefined) => boolean): Promise<SigningKey> {
    keep(await addKey(options, isNeeded));
    const [newest] = known;
    if (!newest) throw new Error('A signing key was made and is not there');
    return newest;
  }

  const isWornOut = (key: SigningKey | undefined): boolean =>
    key === undefined || Date.parse(key.createdAt) + ROTATED_AFTER_MS <= nowMs();

  return {
    async current() {
      const [newest] = await keys();
      return newest && !isWornOut(newest) ? newest : add(isWornOut);
    },

    async find(id) {
      const find = (): SigningKey | undefined => known.find((key) => key.id === id);
      await keys();
      // Another process may have made it a moment ago.
      if (!find()) keep(await steadily('read', database.tables, listKeys));
      return find();
    },

    rotate: () => add(() => true),
  };
}

/**
 * Adds a key when one is needed, and forgets those whose last token has expired. Server processes that start together wait
 * for each other here, and then agree on one key.
 */
async function addKey(
  { database, clock, ids, maxTokenSeconds }: SigningKeysOptions,
  isNeeded: (newest: SigningKey | undefined) => boolean,
): Promise<readonly SigningKey[]> {
  return database.tables.transaction().execute(async (tables) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tables);
    const keys = await listKeys(tables);
    if (!isNeeded(keys[0])) return keys;

    const now = clock();
    const key = { id: ids(), secret: randomBytes(SECRET_BYTES), createdAt: now };
    const jwk = JSON.stringify({ kty: 'oct', k: key.secret.toString('base64url'), alg: 'HS256' });
    await tables.insertInto('signing_keys').values({ kid: key.id, jwk, created_at: now }).execute();

    // A key signs until its successor is there and every process knows; its last token lives as long again as one may.
    const usedForMs = maxTokenSeconds * 1000 + 2 * READ_AGAIN_AFTER_MS;
    const isOver = (_: SigningKey, index: number): boolean =>
      index > 0 && Date.parse(keys[index - 1]?.createdAt ?? now) + usedForMs < Date.parse(now);
    const over = keys.filter(isOver).map(({ id }) => id);
    if (over.length > 0) await tables.deleteFrom('signing_keys').where('kid', 'in', over).execute();
    return [key, ...keys.filter(({ id }) => !over.includes(id))];
  });
}

/** Newest first. */
async function listKeys(tables: Database['tables']): Promise<SigningKey[]> {
  const rows = await tables
    .selectFrom('signing_keys')
    .select(['kid', 'jwk', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('kid', 'desc')
    .execute();
  return rows.map(({ kid, jwk, created_at }) => ({
    id: kid,
    secret: Buffer.from(String(jwk.k), 'base64url'),
    createdAt: created_at,
  }));
}
