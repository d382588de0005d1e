import type { Clock, Instant } from '@enrollkit/core';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { sql } from 'kysely';
import { steadily } from '../../database/steadily.js';
import type { Database } from '../../parts/server-parts.js';

/** The keys with which this server signs to platforms. They are in the database, so that every process has the same. */
export interface ToolKeys {
  /** The newest one that platforms have had time to read. There is always one. */
  current(): Promise<{ readonly kid: string; readonly key: CryptoKey }>;
  /** What `/lti/jwks` answers: public parts, of keys that sign, will sign, or signed until lately. */
  published(): Promise<{ readonly keys: readonly JWK[] }>;
  /** Makes the key that signs next, and forgets those that nobody needs. */
  rotate(): Promise<void>;
}

export interface ToolKeysOptions {
  readonly database: Pick<Database, 'tables'>;
  readonly clock: Clock;
  readonly ids: () => string;
}

interface ToolKey {
  readonly kid: string;
  readonly jwk: JWK;
  readonly createdAt: Instant;
}

export const TOOL_ALGORITHM = 'RS256';
const DAY_MS = 86_400_000;
const ROTATED_AFTER_MS = 90 * DAY_MS;
/** Platforms keep what they read for a day at most; so long a new key is published before it signs. */
const PUBLISHED_BEFORE_MS = DAY_MS;
/** So long after its successor signs, what a key signed may still be looked at. */
const KEPT_MS = 2 * DAY_MS;
const READ_AGAIN_AFTER_MS = 60_000;
/** Any number, as long as nothing else locks it. */
const LOCK = 0x656b_6c74;

export function createToolKeys({ database, clock, ids }: ToolKeysOptions): ToolKeys {
  let known: readonly ToolKey[] = [];
  let readAtMs = Number.NEGATIVE_INFINITY;
  const imported = new Map<string, CryptoKey>();
  const nowMs = (): number => Date.parse(clock());
  const ageMs = ({ createdAt }: ToolKey): number => nowMs() - Date.parse(createdAt);

  const keep = (keys: readonly ToolKey[]): void => {
    known = keys;
    readAtMs = nowMs();
  };

  async function keys(): Promise<readonly ToolKey[]> {
    if (readAtMs + READ_AGAIN_AFTER_MS <= nowMs()) keep(await steadily('read', database.tables, listKeys));
    const [newest] = known;
    if (!newest || ageMs(newest) > ROTATED_AFTER_MS)
      keep(await add((found) => !found || ageMs(found) > ROTATED_AFTER_MS));
    return known;
  }

  /** Processes that start together wait for each other here, and then agree on one key. */
  function add(isNeeded: (newest: ToolKey | undefined) => boolean): Promise<readonly ToolKey[]> {
    return database.tables.transaction().execute(async (tables) => {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tables);
      const found = await listKeys(tables);
      if (!isNeeded(found[0])) return found;
      const { privateKey } = await generateKeyPair(TOOL_ALGORITHM, { modulusLength: 2048, extractable: true });
      const made = { kid: ids(), jwk: await exportJWK(privateKey), createdAt: clock() };
      await tables
        .insertInto('lti_keys')
        .values({ kid: made.kid, jwk: JSON.stringify(made.jwk), created_at: made.createdAt })
        .execute();
      // The one before signs until everybody has read the new one.
      const over = found.slice(1).filter((_, index) => {
        const successor = found[index];
        return successor !== undefined && ageMs(successor) > PUBLISHED_BEFORE_MS + KEPT_MS;
      });
      const kids = over.map(({ kid }) => kid);
      if (kids.length > 0) await tables.deleteFrom('lti_keys').where('kid', 'in', kids).execute();
      return [made, ...found.filter(({ kid }) => !kids.includes(kid))];
    });
  }

  return {
    async current() {
      const all = await keys();
      const signing = all.find((key) => ageMs(key) >= PUBLISHED_BEFORE_MS) ?? all.at(-1);
      if (!signing) throw new Error('A key was made and is not there');
      const key = imported.get(signing.kid) ?? ((await importJWK(signing.jwk, TOOL_ALGORITHM)) as CryptoKey);
      imported.set(signing.kid, key);
      return { kid: signing.kid, key };
    },

    async published() {
      const all = await keys();
      return {
        keys: all.map(({ kid, jwk: { kty, n, e } }) => ({
          kid,
          alg: TOOL_ALGORITHM,
          use: 'sig',
          ...(kty !== undefined && { kty }),
          ...(n !== undefined && { n }),
          ...(e !== undefined && { e }),
        })) as readonly JWK[],
      };
    },

    async rotate() {
      keep(await add(() => true));
    },
  };
}

/** Newest first. */
async function listKeys(tables: Database['tables']): Promise<ToolKey[]> {
  const rows = await tables
    .selectFrom('lti_keys')
    .select(['kid', 'jwk', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('kid', 'desc')
    .execute();
  return rows.map(({ kid, jwk, created_at }) => ({ kid, jwk: jwk as JWK, createdAt: created_at }));
}
