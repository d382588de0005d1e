import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { WriteRow } from './queued-write.js';

interface Schema extends DBSchema {
  readonly writes: { key: number; value: WriteRow; indexes: { readonly scope: string } };
  readonly files: { key: number; value: ArrayBuffer };
  readonly lease: { key: string; value: number };
}

/** A write that came to its end well. */
type Done = Pick<WriteRow, 'enrollmentId' | 'method'> & {
  readonly draft?: Pick<NonNullable<WriteRow['draft']>, 'certificationId'>;
};

/** The kept writes, in a database of their own. Opens on first use, and again when the browser took it away. */
export class QueueDatabase {
  readonly #name: string;
  #opening: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** Resolves when write and file are on disk. Bytes and not a blob, which WebKit's private windows refuse. */
  async add(row: Omit<WriteRow, 'id'>, file: ArrayBuffer | undefined): Promise<WriteRow> {
    const transaction = await this.#begin('readwrite');
    const id = await transaction.objectStore('writes').add(row as WriteRow);
    if (file) await transaction.objectStore('files').put(file, id);
    await committed(transaction);
    return { ...row, id };
  }

  /** How many there are, whoever's. */
  async count(): Promise<number> {
    const transaction = await this.#begin('readonly');
    return transaction.objectStore('writes').count();
  }

  /** In the order in which they came. */
  async list(scope: string): Promise<readonly WriteRow[]> {
    const transaction = await this.#begin('readonly');
    return transaction.objectStore('writes').index('scope').getAll(scope);
  }

  async find(id: number): Promise<WriteRow | undefined> {
    const transaction = await this.#begin('readonly');
    return transaction.objectStore('writes').get(id);
  }

  async file(id: number): Promise<ArrayBuffer | undefined> {
    const transaction = await this.#begin('readonly');
    return transaction.objectStore('files').get(id);
  }

  /** Changes a row that is still there. */
  async change(id: number, change: (row: WriteRow) => WriteRow): Promise<void> {
    const transaction = await this.#begin('readwrite');
    const row = await transaction.objectStore('writes').get(id);
    if (row) await transaction.objectStore('writes').put(change(row));
    await committed(transaction);
  }

  async remove(id: number): Promise<void> {
    const transaction = await this.#begin('readwrite');
    await transaction.objectStore('writes').delete(id);
    await transaction.objectStore('files').delete(id);
    await committed(transaction);
  }

  /**
   * Leaves out what was refused and has been decided anew since: another status of the same enrollment, or another file for the
   * same certification. Answers whether there was any.
   */
  async removeReplaced(scope: string, done: readonly Done[]): Promise<boolean> {
    const rows = (await this.list(scope)).filter((row) => row.state === 'failed' && done.some(isReplacedIn(row)));
    for (const { id } of rows) await this.remove(id);
    return rows.length > 0;
  }

  /** For browsers without locks: takes the lease until a moment, unless another tab has it. */
  async lease(name: string, nowMs: number, untilMs: number): Promise<boolean> {
    const transaction = await this.#begin('readwrite');
    const lease = transaction.objectStore('lease');
    const isFree = ((await lease.get(name)) ?? 0) <= nowMs;
    if (isFree) await lease.put(untilMs, name);
    await committed(transaction);
    return isFree;
  }

  close(): void {
    this.#opening?.then((database) => database.close()).catch(() => undefined);
    this.#opening = undefined;
  }

  async #begin<Mode extends 'readonly' | 'readwrite'>(mode: Mode) {
    try {
      return await this.#tryToBegin(mode);
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      // No transaction has begun: with a new connection it may.
      this.#opening = undefined;
      return this.#tryToBegin(mode);
    }
  }

  async #tryToBegin<Mode extends 'readonly' | 'readwrite'>(mode: Mode) {
    this.#opening ??= this.#open();
    const transaction = (await this.#opening).transaction(['writes', 'files', 'lease'], mode, {
      durability: mode === 'readwrite' ? 'strict' : 'default',
    });
    // Who writes awaits `done`; for the others a failing request says enough.
    transaction.done.catch(() => undefined);
    return transaction;
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    const forget = () => (this.#opening = undefined);
    const opening = openDB<Schema>(this.#name, 1, {
      upgrade(database) {
        database.createObjectStore('writes', { keyPath: 'id', autoIncrement: true }).createIndex('scope', 'scope');
        database.createObjectStore('files');
        database.createObjectStore('lease');
      },
      // Another tab wants to upgrade or delete it: holding on would freeze that tab.
      blocking: (_current, _wanted, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
    opening.catch(forget);
    return opening;
  }
}

const isReplacedIn =
  (row: Done) =>
  ({ enrollmentId, method, draft }: Done): boolean =>
    enrollmentId === row.enrollmentId &&
    (method === 'uploadCertificate') === (row.method === 'uploadCertificate') &&
    draft?.certificationId === row.draft?.certificationId;

/** Resolves when all of it is on disk. Not left to commit itself: a page of WebKit may leave its locks behind then. */
async function committed(transaction: Pick<IDBPTransaction<Schema>, 'done'> & { commit(): void }): Promise<void> {
  try {
    transaction.commit();
  } catch {
    // It is on its way already, or failed: `done` tells.
  }
  await transaction.done;
}

/** A connection that the browser took away and says nothing of: closed, or broken from inside. */
function isLostConnection(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'UnknownError');
}
