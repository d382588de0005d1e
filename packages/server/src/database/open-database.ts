import { EnrollkitError } from '@enrollkit/core';
import { Kysely, PostgresDialect } from 'kysely';
import pg, { type Pool, type PoolConfig } from 'pg';
import type { Logger } from 'pino';
import type { Database } from '../parts/server-parts.js';
import { expectEngine, type Lacking } from './expect-engine.js';
import { TYPE_PARSERS } from './instants.js';
import { migrate } from './migrate.js';
import { pipelinedDialect } from './pipelined-dialect.js';
import type { Tables } from './tables.js';
import { whyUnreachable } from './unreachable.js';

export interface DatabaseOptions extends Lacking {
  /** `postgres://...`. Straight to PostgreSQL, or through a pooler that keeps sessions. */
  readonly url: string;
  readonly poolSize: number;
  readonly log: Logger;
}

const STATEMENT_TIMEOUT_MS = 30_000;
export const REQUEST_LIMITS = {
  statement_timeout: STATEMENT_TIMEOUT_MS,
  idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
} as const;
/** How long a request waits for a connection when all are busy. */
const CONNECTION_TIMEOUT_MS = 15_000;

/**
 * Opens the database and brings its tables up to date. Rejects with `storage-unavailable` when it can't be reached, or when
 * a newer version of the kit has been there.
 */
export async function openDatabase({ url, poolSize, log, ...lacking }: DatabaseOptions): Promise<Database> {
  await migrateOnce(url, { log, ...lacking });
  const config = { connectionString: url, max: poolSize, pipeline: true };
  const { lacksSessions } = lacking;
  const pool = lacksSessions ? openSharedPool(config, log) : openPool(config, REQUEST_LIMITS, log);
  // What belongs to a session belongs to each transaction then.
  const settings = lacksSessions ? settingsOf('set local', REQUEST_LIMITS) : undefined;
  const tables = new Kysely<Tables>({ dialect: pipelinedDialect(pool, settings) });
  return { pool, tables, close: () => tables.destroy() };
}

/** Apart from the pool, because building an index on a large table takes longer than a request may. `upTo`: no further. */
export async function migrateOnce(
  url: string,
  { log, upTo, ...lacking }: { readonly log: Logger; readonly upTo?: string } & Lacking,
): Promise<void> {
  const config = { connectionString: url, max: 2 };
  const pool = lacking.lacksSessions ? openSharedPool(config, log) : openPool(config, {}, log);
  const database = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  try {
    await expectReachable(pool, url);
    await expectEngine(pool, placeOf(url), lacking);
    await migrate(database, { upTo });
  } finally {
    await database.destroy();
  }
}

/** What every session is asked for. */
const SESSION = {
  // Reading a whole small table would make every transaction on it clash with every other; see `transactionRunner`.
  enable_seqscan: 'off',
  // PostgreSQL up to 17 reckons such a reading so dear that it compiles the statement first, which takes a tenth of a second.
  jit: 'off',
  TimeZone: 'UTC',
};

export function openPool(config: PoolConfig, session: Readonly<Record<string, number>>, log: Logger): Pool {
  // By statements: a pooler refuses connections that ask for settings while they begin.
  return makePool({ ...config, ...asking(settingsOf('set', session)) }, log);
}

/** Through a pooler that lends its connections: what is asked of one would reach others. Only of the zone it keeps count. */
function openSharedPool(config: PoolConfig, log: Logger): Pool {
  return makePool({ ...config, ...asking(`set TimeZone = '${SESSION.TimeZone}'`) }, log);
}

/** Waited for, before anybody gets the connection. */
function asking(statements: string): Pick<PoolConfig, 'onConnect'> {
  return { onConnect: (client) => client.query(statements) as unknown as undefined };
}

function settingsOf(verb: 'set' | 'set local', session: Readonly<Record<string, number>>): string {
  return Object.entries({ ...SESSION, ...session })
    .map(([name, value]) => `${verb} ${name} = '${value}'`)
    .join('; ');
}

function makePool(config: PoolConfig, log: Logger): Pool {
  const pool = new pg.Pool({
    application_name: 'enrollkit',
    keepAlive: true,
    types: TYPE_PARSERS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    ...config,
  });
  const lost = (error: Error) =>
    log.warn({ code: (error as { code?: string }).code }, 'lost a connection to the database');
  // Without a listener a connection that breaks while nobody uses it would end the process.
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

async function expectReachable(pool: Pool, url: string): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (error) {
    throw storageUnavailable(error, url);
  }
}

/** Why a database can't be used, without its user and password. */
export function storageUnavailable(cause: unknown, url: string): EnrollkitError {
  const why = whyUnreachable(cause, databaseOf(url));
  return new EnrollkitError('storage-unavailable', `The database ${placeOf(url)} can't be used: ${why}`);
}

function databaseOf(url: string): string {
  return URL.canParse(url) ? decodeURIComponent(new URL(url).pathname.slice(1)) : '';
}

/** Without user and password. */
function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `at ${host}${pathname}`;
  } catch {
    return 'that DATABASE_URL names';
  }
}
