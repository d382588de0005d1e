import { randomInt, randomUUID } from 'node:crypto';
import { EnrollkitError } from '@enrollkit/core';
import type { Pool, PoolClient } from 'pg';

/** How long a message to oneself may take. */
const LISTEN_TIMEOUT_MS = 5000;

const CONNECT_STRAIGHT =
  'let DATABASE_URL name PostgreSQL itself, or a pooler that keeps sessions (pgbouncer: pool_mode = session)';

/**
 * Rejects with `storage-unavailable` when the database doesn't do what is built on: connections that stay one session, with
 * its settings; locks of a session that keep others out, for jobs and migrations; and messages that are heard. Poolers and
 * engines that only sound like PostgreSQL accept all of it and do nothing, which nobody would notice until two servers work
 * at the same thing.
 */
export async function expectSessions(pool: Pool, place: string): Promise<void> {
  const [first, second] = [await pool.connect(), await pool.connect()];
  try {
    const missing = await findMissing(first, second);
    if (missing !== undefined) {
      throw new EnrollkitError('storage-unavailable', `The database ${place} ${missing}: ${CONNECT_STRAIGHT}`);
    }
  } finally {
    // Thrown away: locks and subscriptions end with them.
    for (const client of [first, second]) client.release(true);
  }
}

/** What doesn't work, as the rest of a sentence about the database. */
async function findMissing(first: PoolClient, second: PoolClient): Promise<string | undefined> {
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
    return 'is behind a pooler that lends its connections to others between transactions';
  }
  if (rows[0]?.locked !== false) return 'has advisory locks that keep nobody out';
  if (after.seqscan !== 'off') return 'forgets the settings of a session';
  if (!(await hearsItself(first))) return 'accepts LISTEN, and then tells nothing';
  return undefined;
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
