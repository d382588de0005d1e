import { setTimeout as pause } from 'node:timers/promises';
import { Transaction, type Kysely, type KyselyProps, type QueryExecutor, type TransactionSettings } from 'kysely';
import {
  fromDatabase,
  isClash,
  isFollowUp,
  isConnectionLoss,
  isStalePlan,
  isStaleReference,
} from './database-error.js';
import { PipelinedConnection } from './pipelined-connection.js';
import { beginStatement } from './pipelined-dialect.js';
import type { Tables } from './tables.js';

/** How often a transaction is begun before its caller hears that it can't be done. */
const MOST_ATTEMPTS = 30;
const FIRST_PAUSE_MS = 4;
/** Short: whoever waits here may hold up the line. */
const LONGEST_PAUSE_MS = 100;

/** Takes what need not be waited for before the transaction ends. When it fails, nothing of the transaction is kept. */
export type Later = (work: Promise<unknown>) => void;

type Read<Result> = (tx: Transaction<Tables>) => Promise<Result>;
type Write<Result> = (tx: Transaction<Tables>, later: Later) => Promise<Result>;

export interface TransactionRunner {
  /** Runs `work` on one consistent view, without a lock. */
  read<Result>(work: Read<Result>): Promise<Result>;
  /** The same for work that asks one question: that is one view by itself. */
  readOne<Result>(work: Read<Result>): Promise<Result>;
  /** Runs `work` as if alone, again and again while others stand in the way. */
  write<Result>(work: Write<Result>): Promise<Result>;
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
      return attempts(
        () => readOnce(database, work),
        (error) => isConnectionLoss(error) || isStalePlan(error),
      );
    },

    async readOne(work) {
      const attempt = () => withoutTransaction(database, work);
      return attempts(attempt, (error) => isConnectionLoss(error) || isStalePlan(error));
    },

    async write(work) {
      let isCommitting = false;
      const attempt = async () => {
        isCommitting = false;
        return inTransaction(database, { isolationLevel: 'serializable' }, async (tx, connection) => {
          const unfinished: Promise<unknown>[] = [];
          const result = await withLater(unfinished, (later) => work(tx, later));
          isCommitting = true;
          const committed = connection.end('commit');
          await firstFailure([...unfinished, committed]);
          if (!(await committed)) throw new Error('A transaction was rolled back that should have been kept');
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

/** Runs `work` on one consistent view, and rejects with whatever the driver says when that can't be done. */
export function readOnce<Result>(database: Kysely<Tables>, work: Read<Result>): Promise<Result> {
  const settings = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
  return inTransaction(database, settings, async (tx, connection) => {
    const result = await work(tx);
    // Nobody waits for its answer: the next query on this connection comes after it anyway.
    void connection.end('commit').catch(() => undefined);
    return result;
  });
}

function withoutTransaction<Result>(database: Kysely<Tables>, work: Read<Result>): Promise<Result> {
  const executor = database.getExecutor();
  let count = 0;
  const queries = executor.withConnectionProvider({
    provideConnection: (consumer) => {
      count += 1;
      if (count > 1) throw new Error('One question was announced, and another one followed');
      return executor.provideConnection(consumer);
    },
  });
  return work(transactionOf(queries));
}

/** Begins together with the first query, and ends by a rollback when something fails. */
async function inTransaction<Result>(
  database: Kysely<Tables>,
  settings: TransactionSettings,
  work: (tx: Transaction<Tables>, connection: PipelinedConnection) => Promise<Result>,
): Promise<Result> {
  const executor = database.getExecutor();
  return executor.provideConnection(async (connection) => {
    if (!(connection instanceof PipelinedConnection)) throw new Error('Not a database of openDatabase');
    // One that sends queries side by side; Kysely's own would wait for each.
    const queries = executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) });
    connection.begin(beginStatement(settings));
    try {
      return await work(transactionOf(queries), connection);
    } catch (error) {
      await connection.end('rollback').catch(() => undefined);
      throw error;
    }
  });
}

/** Only queries are made with it, so that it needs nothing but what executes them. */
function transactionOf(executor: QueryExecutor): Transaction<Tables> {
  return new Transaction<Tables>({ executor, config: {}, driver: {}, dialect: {} } as KyselyProps);
}

/** Whoever fails because something before it has failed says nothing: the cause is told. */
async function withLater<Result>(
  unfinished: Promise<unknown>[],
  work: (later: Later) => Promise<Result>,
): Promise<Result> {
  try {
    return await work((promise) => {
      promise.catch(() => undefined);
      unfinished.push(promise);
    });
  } catch (error) {
    // What was waited for may be the cause, or have failed after something that nobody waited for.
    await firstFailure(unfinished, [error]);
    throw error;
  }
}

async function firstFailure(promises: readonly Promise<unknown>[], before: readonly unknown[] = []): Promise<void> {
  const outcomes = await Promise.allSettled(promises);
  const later = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  const failures = [...before, ...later];
  if (failures.length > 0) throw failures.find((failure) => !isFollowUp(failure)) ?? failures[0];
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
