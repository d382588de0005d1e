import type { FileStore, Intent, ReadTables, Store, StoredAnswer, WriteTables } from '@enrollkit/core';
import { AUDIT, auditTrail, type Audit } from './audit-trail.js';
import { openChangeChannel } from './change-channel.js';
import { Connection, type WriteTransaction } from './connection.js';
import { fileStore, type StagedBytes } from './file-store.js';
import { INVOICES } from './invoices.js';
import { MIGRATIONS, type Migration } from './migrations.js';
import { fromStorage } from './storage-error.js';
import { readTables, TABLE_NAMES, writeTables } from './tables.js';

export interface IndexedDbStoreOptions {
  /** The database's name. Every store with this name on one origin shares its records, over all tabs. */
  readonly name: string;
  /** How long opening waits for a tab that holds an older version open. Default 5000. */
  readonly blockedTimeoutMs?: number;
  /** Default: the kit's own. Tests of migrations hand in another list. */
  readonly migrations?: readonly Migration[];
}

export interface IndexedDbStore {
  readonly store: Store;
  readonly files: FileStore;
  /** Lets go of the database. Later calls reject with `storage-unavailable`. */
  readonly close: () => void;
}

/**
 * A store in the browser's own database. Returns at once and opens on first use, so a browser that gives no storage shows
 * in the first call (`storage-unavailable`).
 *
 * @example
 * const { store, files } = openIndexedDbStore({ name: 'enrollkit' });
 * const backend = createBackend({ store, files, actor, clock, ids });
 */
export function openIndexedDbStore(options: IndexedDbStoreOptions): IndexedDbStore {
  const { name, blockedTimeoutMs = 5000, migrations = MIGRATIONS } = options;
  const connection = new Connection({ name, blockedTimeoutMs, migrations });
  const changes = openChangeChannel(`enrollkit:${name}`);

  async function inTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await connection.retryOnce(work);
    } catch (error) {
      throw fromStorage(error);
    }
  }

  const store: Store = {
    changes,
    read: (work) =>
      inTransaction(async () => {
        const transaction = await connection.transaction([...TABLE_NAMES, 'answers'], 'readonly');
        const tables = readTables(transaction);
        const answers = transaction.objectStore('answers');
        return work({ ...tables, answers: readAnswers(answers) });
      }),
    write: (intent, work) =>
      inTransaction(async () => {
        const transaction = await connection.transaction([...TABLE_NAMES, 'files', 'answers', AUDIT], 'readwrite');
        return run(transaction, intent, work);
      }),
  };

  return {
    store,
    files: fileStore(connection),
    close() {
      connection.close();
      changes.close();
    },
  };
}

async function run<Result>(
  transaction: WriteTransaction,
  intent: Intent,
  work: (tables: WriteTables) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await work(tablesOf(transaction, auditTrail(transaction, intent)));
    commit(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    await rollBack(transaction);
    // When the disk is full every request fails with AbortError, and the transaction knows why.
    const reason = error instanceof DOMException && error.name === 'AbortError' ? transaction.error : undefined;
    throw reason ?? error;
  }
}

/**
 * By itself it would be committed a moment later. A page of WebKit that is left in that moment can leave its locks behind,
 * and the next page waits for ever.
 */
function commit(transaction: WriteTransaction): void {
  try {
    transaction.commit();
  } catch {
    // It is on its way already, or failed: `done` tells.
  }
}

/** Resolves when nothing of the transaction is left. */
async function rollBack(transaction: WriteTransaction): Promise<void> {
  try {
    transaction.abort();
  } catch {
    // It was over already: it failed by itself.
  }
  await transaction.done.catch(() => undefined);
}

function tablesOf(transaction: WriteTransaction, audit: Audit): WriteTables {
  const files = transaction.objectStore('files');
  const answers = transaction.objectStore('answers');
  return {
    ...writeTables(transaction, audit),
    answers: {
      ...readAnswers(answers),
      put: async (answer) => {
        await answers.put(answer);
      },
      putAll: async (all) => {
        await Promise.all(all.map((answer) => answers.put(answer)));
      },
      async deleteBefore(at) {
        const keys = await answers.index('at').getAllKeys(IDBKeyRange.upperBound(at, true));
        await Promise.all(keys.map((key) => answers.delete(key)));
      },
    },
    async keepFiles(staged) {
      for (const file of staged) {
        // Every staged file here was staged by the file store of this same database.
        const { sha256, bytes } = file as StagedBytes;
        if ((await files.getKey(sha256)) === undefined) await files.put(bytes, sha256);
      }
    },
    async dropFile(sha256) {
      const isInvoice = await transaction.objectStore(INVOICES).index('sha256').getKey(sha256);
      if (isInvoice === undefined) await files.delete(sha256);
    },
  };
}

/** The first answers of a transaction, to read. */
function readAnswers(store: { get(key: string): Promise<unknown> }): ReadTables['answers'] {
  const get = (key: string) => store.get(key) as Promise<StoredAnswer | undefined>;
  return {
    get,
    getAll: async (keys) => (await Promise.all(keys.map(get))).filter(isThere),
  };
}

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
