import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { fromDatabase, isClash, isConnectionLoss } from '../database/database-error.js';
import type { Tables } from '../database/tables.js';

/** How long a write is tried again before its caller hears of it. */
const RETRY_FOR_MS = 15_000;
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 250;

type Work<Result> = (tx: Transaction<Tables>) => Promise<Result>;

/** Runs `work` on one consistent view, without a lock. */
export async function runRead<Result>(database: Kysely<Tables>, work: Work<Result>): Promise<Result> {
  const begin = database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return retry(() => begin.execute(work), isConnectionLoss);
}

/**
 * Runs `work` as if alone (SERIALIZABLE), again and again while others stand in the way. PostgreSQL notices clashes by what
 * was read: rows and pages when an index was used, the whole table when not, which is why the pool has `enable_seqscan` off.
 */
export async function runWrite<Result>(database: Kysely<Tables>, work: Work<Result>): Promise<Result> {
  const begin = database.transaction().setIsolationLevel('serializable');
  let isCommitting = false;
  const attempt = async () => {
    isCommitting = false;
    return begin.execute(async (tx) => {
      const result = await work(tx);
      isCommitting = true;
      return result;
    });
  };
  // A connection that breaks while committing leaves open whether it is done: only the caller's idempotency key tells.
  return retry(attempt, (error) => isClash(error) || (isConnectionLoss(error) && !isCommitting));
}

async function retry<Result>(attempt: () => Promise<Result>, helps: (error: unknown) => boolean): Promise<Result> {
  const deadline = performance.now() + RETRY_FOR_MS;
  for (let longestMs = FIRST_PAUSE_MS; ; longestMs = Math.min(longestMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!helps(error) || performance.now() > deadline) throw fromDatabase(error);
    }
    // At random, so that those who clashed don't meet again.
    await pause(Math.random() * longestMs);
  }
}
