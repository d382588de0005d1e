import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { fromDatabase, isClash, isConnectionLoss, isStaleReference } from './database-error.js';
import type { Tables } from './tables.js';

/** How often a transaction is begun before its caller hears that it can't be done. */
const MOST_ATTEMPTS = 30;
const FIRST_PAUSE_MS = 4;
/** Short: whoever waits here may hold up the line. */
const LONGEST_PAUSE_MS = 100;

type Work<Result> = (tx: Transaction<Tables>) => Promise<Result>;

export interface TransactionRunner {
  /** Runs `work` on one consistent view, without a lock. */
  read<Result>(work: Work<Result>): Promise<Result>;
  /** Runs `work` as if alone, again and again while others stand in the way. */
  write<Result>(work: Work<Result>): Promise<Result>;
}

/**
 * Writes are SERIALIZABLE: PostgreSQL notices clashes by what was read (rows and pages when an index was used, the whole
 * table when not, which is why the pool has `enable_seqscan` off), and of those who clash one goes on. The others of this
 * process then stand in one line: so twenty writes to one record take twenty turns, and not hundreds of attempts.
 */
export function transactionRunner(database: Kysely<Tables>): TransactionRunner {
  let line: Promise<unknown> = Promise.resolve();
  const inLine = <Result>(turn: () => Promise<Result>): Promise<Result> => {
    const result = line.then(turn);
    line = result.catch(() => undefined);
    return result;
  };

  return {
    async read(work) {
      const begin = database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
      return attempts(() => begin.execute(work), isConnectionLoss);
    },

    async write(work) {
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
      // A connection that breaks while committing leaves open whether it is done: the caller's idempotency key tells.
      const helps = (error: unknown) => isClash(error) || (isConnectionLoss(error) && !isCommitting);
      try {
        return await attempt();
      } catch (error) {
        if (!helps(error) && !isStaleReference(error)) throw fromDatabase(error);
      }
      return inLine(() => attempts(attempt, helps));
    },
  };
}

/** Tries again while it helps, after pauses of random length: so that those who clashed don't meet again. */
async function attempts<Result>(attempt: () => Promise<Result>, helps: (error: unknown) => boolean): Promise<Result> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!helps(error) || count === MOST_ATTEMPTS) throw fromDatabase(error);
    }
    await pause(Math.random() * Math.min(FIRST_PAUSE_MS * 2 ** count, LONGEST_PAUSE_MS));
  }
}
