import { EnrollkitError } from '@enrollkit/core';
import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Migration } from './migrations.js';
import { fromOpening, unavailable } from './storage-error.js';

export interface ConnectionOptions {
  readonly name: string;
  readonly migrations: readonly Migration[];
  /** How long to wait for other tabs to let go of an older version. */
  readonly blockedTimeoutMs: number;
}

/**
 * Whether a connection is of no use any more, though nothing was said of it. WebKit ends the process behind it, and then
 * answers `UnknownError` for as long as the page keeps the connection.
 */
function isLost(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'UnknownError');
}

/** Any transaction, as far as reading goes. */
export type Transaction = IDBPTransaction<unknown, string[], IDBTransactionMode>;
export type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

/**
 * A connection that opens on first use and again whenever the browser, an upgrade or a deletion in another tab took it
 * away.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  #opening: Promise<IDBPDatabase> | undefined;
  #isClosed = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  async transaction<Mode extends 'readonly' | 'readwrite'>(
    stores: string[],
    mode: Mode,
  ): Promise<IDBPTransaction<unknown, string[], Mode>> {
    try {
      return await this.#begin(stores, mode);
    } catch (error) {
      if (!isLost(error)) throw error;
      // The connection was closing under us, or had broken, and no transaction has begun: open it anew, once.
      this.#opening = undefined;
      return this.#begin(stores, mode);
    }
  }

  /** Does a whole transaction, and once more on a new connection when the one that it began on broke. */
  async retryOnce<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!isLost(error)) throw error;
      this.#opening = undefined;
      return work();
    }
  }

  close(): void {
    this.#isClosed = true;
    // A connection that never opened has nothing to close, and its error went to whoever asked for it.
    this.#opening?.then((database) => database.close()).catch(() => undefined);
    this.#opening = undefined;
  }

  async #begin<Mode extends 'readonly' | 'readwrite'>(stores: string[], mode: Mode) {
    const database = await this.#open();
    // Strict: when a write is done, the bytes are on disk, as whoever throws the paper away expects.
    const transaction = database.transaction(stores, mode, {
      durability: mode === 'readwrite' ? 'strict' : 'default',
    });
    // Who writes awaits `done`; for the others a failing request says enough, and this one must not count as unhandled.
    transaction.done.catch(() => undefined);
    return transaction;
  }

  #open(): Promise<IDBPDatabase> {
    if (this.#isClosed) return Promise.reject(unavailable('The backend was closed'));
    if (this.#opening) return this.#opening;
    const opening = openDatabase(this.#options, () => this.#forget(opening));
    this.#opening = opening;
    opening.catch(() => this.#forget(opening));
    return opening;
  }

  #forget(opening: Promise<IDBPDatabase>): void {
    if (this.#opening === opening) this.#opening = undefined;
  }
}

/** Calls `onLost` when the connection is gone and a next one has to be opened. */
async function openDatabase(options: ConnectionOptions, onLost: () => void): Promise<IDBPDatabase> {
  const { name, migrations, blockedTimeoutMs } = options;
  let giveUp: ReturnType<typeof setTimeout> | undefined;
  let failedStep: { readonly cause: unknown } | undefined;
  try {
    return await new Promise<IDBPDatabase>((resolve, reject) => {
      let isGivenUp = false;
      openDB(name, migrations.length, {
        upgrade: (database, from, _to, transaction) => {
          migrate(migrations.slice(from), database, transaction).catch((cause: unknown) => {
            // Opening then fails with an AbortError, and the database stays as it was.
            failedStep = { cause };
            transaction.done.catch(() => undefined);
            try {
              transaction.abort();
            } catch {
              // The failing step has ended it already.
            }
          });
        },
        blocked: () => {
          giveUp = setTimeout(() => {
            isGivenUp = true;
            reject(unavailable('Another tab holds an older version of the database open: close or reload it'));
          }, blockedTimeoutMs);
        },
        // Another tab wants to upgrade or delete: holding on would freeze it. Running transactions still finish.
        blocking: (_current, _wanted, event) => {
          onLost();
          (event.target as IDBDatabase).close();
        },
        terminated: onLost,
      }).then((database) => (isGivenUp ? database.close() : resolve(database)), reject);
    });
  } catch (error) {
    throw failedStep
      ? new EnrollkitError('internal', 'The database could not be brought up to date', failedStep)
      : fromOpening(error);
  } finally {
    clearTimeout(giveUp);
  }
}

async function migrate(
  migrations: readonly Migration[],
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): Promise<void> {
  for (const migration of migrations) await migration(database, transaction);
}
