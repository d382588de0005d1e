import { EnrollkitError } from '@enrollkit/core';
import { Kysely, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Database } from '../parts/server-parts.js';
import { isClash, isConnectionLoss } from './database-error.js';
import { openPool, REQUEST_LIMITS } from './open-database.js';
import { pipelinedDialect } from './pipelined-dialect.js';
import { readOnce } from './run-transaction.js';
import type { Tables } from './tables.js';

/** A copy of the database that follows it, a moment behind. */
export interface ReadReplica {
  readonly pool: Pool;
  /**
   * Reads from the copy when that has everything that was written before this was asked, by whichever server, and else from
   * the database itself; so everybody sees what they have done. Also when the copy is away.
   */
  read<Result>(work: (tx: Transaction<Tables>) => Promise<Result>, original: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

interface ReplicaOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly log: Logger;
}

/** A copy that is further behind makes nobody wait. */
const PATIENCE_MS = 50;
const LOOK_AGAIN_MS = 5;
const CONNECT_MS = 2000;
/** After it failed: whoever asks meanwhile shouldn't find that out again. */
const REST_MS = 5000;

/** Opens the copy that `ENROLLKIT_READ_DATABASE_URL` names. Rejects when what is there follows nobody. */
export async function openReadReplica(
  primary: Pick<Database, 'pool'>,
  { url, poolSize, log }: ReplicaOptions,
): Promise<ReadReplica> {
  const pool = openPool(
    { connectionString: url, max: poolSize, pipeline: true, connectionTimeoutMillis: CONNECT_MS },
    REQUEST_LIMITS,
    log,
  );
  const tables = new Kysely<Tables>({ dialect: pipelinedDialect(pool) });
  let restsUntil = 0;
  const rest = (error: unknown): void => {
    log.warn({ code: (error as { code?: unknown }).code }, 'the read replica fails: reading from the database itself');
    restsUntil = performance.now() + REST_MS;
  };

  await expectReplica(pool).catch(async (error: unknown) => {
    // It may come back.
    if (!(error instanceof EnrollkitError)) {
      rest(error);
      return;
    }
    await tables.destroy();
    throw error;
  });

  /** Where the database is now: what was committed lies before. */
  const positionNow = async (): Promise<string> => {
    const { rows } = await primary.pool.query<{ position: string }>('select pg_current_wal_lsn()::text as position');
    return rows[0]?.position ?? '';
  };

  const hasReached = async (position: string): Promise<boolean> => {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      // One that was promoted follows nobody any more: what it has is its own.
      const { rows } = await pool.query<{ has: boolean | null }>(
        'select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() >= $1::pg_lsn end as has',
        [position],
      );
      const has = rows[0]?.has ?? undefined;
      if (has) return true;
      if (has === undefined || performance.now() >= deadline) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  };

  return {
    pool,
    async read(work, original) {
      if (performance.now() < restsUntil) return original();
      const position = await positionNow();
      try {
        if (await hasReached(position)) return await readOnce(tables, work);
      } catch (error) {
        if (!isOfCopy(error)) throw error;
        rest(error);
      }
      return original();
    },
    close: () => tables.destroy(),
  };
}

/** Whether it is the copy that failed: it is away, or had to take away what was being read (`40001`). */
function isOfCopy(error: unknown): boolean {
  const isSlow = error instanceof Error && error.message.startsWith('timeout exceeded');
  return isSlow || isConnectionLoss(error) || isClash(error);
}

async function expectReplica(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ follows: boolean }>('select pg_is_in_recovery() as follows');
  if (rows[0]?.follows) return;
  const message =
    'The database that ENROLLKIT_READ_DATABASE_URL names follows no other: name a streaming replica of DATABASE_URL, or leave it out';
  throw new EnrollkitError('storage-unavailable', message);
}
