import { randomInt, randomUUID } from 'node:crypto';
import { EnrollkitError } from '@enrollkit/core';
import type { Pool, PoolClient } from 'pg';

/** How long a message to oneself may take. */
const LISTEN_TIMEOUT_MS = 5000;

const CONNECT_STRAIGHT =
  'let DATABASE_URL name PostgreSQL itself, or a pooler that keeps sessions (pgbouncer: pool_mode = session)';
const WITHOUT_SESSIONS = 'set ENROLLKIT_JOB_LEASE_SECONDS and ENROLLKIT_CHANGES_POLL_SECONDS, such as 30 and 2';
const WITHOUT_LISTEN = 'set ENROLLKIT_CHANGES_POLL_SECONDS, such as 2';

/** What a database need not have, because the settings say what to do instead. */
export interface Lacking {
  /** Connections that stay one session, with its settings and locks: jobs take leases. Default `false`. */
  readonly lacksSessions?: boolean;
  /** Messages that are heard: servers ask for changes. Default `false`. */
  readonly lacksListen?: boolean;
}

/** What doesn't work, as the rest of a sentence about the database, and what to do about it. */
interface Missing {
  readonly what: string;
  readonly help: string;
}

/**
 * Rejects with `storage-unavailable` when the database doesn't do what is built on: connections that stay one session, with
 * its settings; locks that keep others out, for jobs, migrations and files; and messages that are heard. Poolers and engines
 * that only sound like PostgreSQL accept all of it and do nothing, which nobody would notice until two servers work at the
 * same thing. What the settings replace is not asked for.
 */
export async function expectEngine(
  pool: Pool,
  place: string,
  { lacksSessions = false, lacksListen = false }: Lacking = {},
): Promise<void> {
  const [first, second] = [await pool.connect(), await pool.connect()];
  try {
    const missing =
      (await (lacksSessions ? findMissingLocks(first, second) : findMissingSessions(first, second))) ??
      (lacksListen ? undefined : await findMissingMessages(first));
    if (missing === undefined) return;
    throw new EnrollkitError('storage-unavailable', `The database ${place} ${missing.what}: ${missing.help}`);
  } finally {
    // Thrown away: locks and subscriptions end with them.
    for (const client of [first, second]) client.release(true);
  }
}

async function findMissingSessions(first: PoolClient, second: PoolClient): Promise<Missing | undefined> {
  const key = randomInt(2 ** 47);
  const before = await sessionOf(first);
  await first.query('select pg_advisory_lock($1)', [key]);
  // A pooler that lends a connection for one transaction gives the second the one that the first just had.
  await second.query('begin');
  const other = await sessionOf(second);
  const { rows } = await second.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [key]);
  const after = await sessionOf(first);
  await second.query('rollback');

  if (before.pid === other.pid || before.pid !== after.pid) {
    const what = 'is behind a pooler that lends its connections to others between transactions';
    return { what, help: `${CONNECT_STRAIGHT}; or ${WITHOUT_SESSIONS}` };
  }
  if (rows[0]?.locked !== false) return { what: 'has advisory locks that keep nobody out', help: CONNECT_STRAIGHT };
  if (after.seqscan !== 'off')
    return { what: 'forgets the settings of a session', help: `${CONNECT_STRAIGHT}; or ${WITHOUT_SESSIONS}` };
  return undefined;
}

/** Files, keys and migrations are locked for one transaction, which needs no session. */
async function findMissingLocks(first: PoolClient, second: PoolClient): Promise<Missing | undefined> {
  const key = randomInt(2 ** 47);
  const wait = 'select pg_advisory_xact_lock($1)';
  const look = 'select pg_try_advisory_xact_lock($1) as locked';
  await first.query('begin');
  await first.query(wait, [key]);
  await second.query('begin');
  const { rows } = await second.query<{ locked: boolean }>(look, [key]);
  await second.query('rollback');
  await first.query('rollback');
  if (rows[0]?.locked === false) return undefined;
  return { what: 'has no locks that keep others out for the time of a transaction', help: CONNECT_STRAIGHT };
}

async function findMissingMessages(client: PoolClient): Promise<Missing | undefined> {
  if (await hearsItself(client)) return undefined;
  return { what: 'accepts LISTEN, and then tells nothing', help: `${CONNECT_STRAIGHT}; or ${WITHOUT_LISTEN}` };
}

async function sessionOf(client: PoolClient): Promise<{ readonly pid?: number; readonly seqscan?: string }> {
  const { rows } = await client.query<{ pid: number; seqscan: string }>(
    "select pg_backend_pid() as pid, current_setting('enable_seqscan') as seqscan",
  );
  return rows[0] ?? {};
}

async function hearsItself(client: PoolClient): Promise<boolean> {
  const channel = `enrollkit_${randomUUID().replaceAll('-', '')}`;
  let timer: NodeJS.Timeout | undefined;
  const heard = new Promise<boolean>((resolve) => {
    client.once('notification', () => resolve(true));
    timer = setTimeout(() => resolve(false), LISTEN_TIMEOUT_MS);
  });
  try {
    await client.query(`listen ${channel}`);
    await client.query('select pg_notify($1, $2)', [channel, '']);
    return await heard;
  } finally {
    clearTimeout(timer);
  }
}
