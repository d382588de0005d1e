import type { BundleItem } from '../bundle-item.js';
import type { SharedFields } from '../review/shared-fields.js';

/** What a page that was closed in the middle goes on with. */
export interface KeptState {
  readonly items: readonly BundleItem[];
  readonly fields: SharedFields | undefined;
}

const DATABASE = 'enrollkit-bundles';
const ITEMS = 'items';
const FIELDS = 'fields';
/** Certificates are personal: nobody comes back for them after this. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1000;

interface KeptItem {
  readonly bundle: string;
  readonly id: string;
  readonly keptAt: number;
  readonly item: BundleItem;
}

/**
 * The files of one bundle in the browser's own database, until the backend has confirmed each. Where the browser gives no
 * storage or has no room, everything works but going on after a reload: `isKept` tells.
 */
export class KeptBundle {
  readonly #bundle: string;
  #opened: Promise<IDBDatabase> | undefined;
  isKept = true;

  constructor(bundle: string) {
    this.#bundle = bundle;
  }

  async load(): Promise<KeptState> {
    const found = await this.#try(async (database) => {
      await removeOld(database);
      const transaction = database.transaction([ITEMS, FIELDS]);
      const [items, fields] = await Promise.all([
        settled(transaction.objectStore(ITEMS).getAll(this.#range) as IDBRequest<KeptItem[]>),
        settled(transaction.objectStore(FIELDS).get(this.#bundle) as IDBRequest<SharedFields | undefined>),
      ]);
      return { items: items.map(({ item }) => item), fields };
    });
    return found ?? { items: [], fields: undefined };
  }

  async put(...items: readonly BundleItem[]): Promise<void> {
    await this.#write((transaction) => {
      for (const item of items) {
        const kept: KeptItem = { bundle: this.#bundle, id: item.id, keptAt: Date.now(), item };
        transaction.objectStore(ITEMS).put(kept);
      }
    });
  }

  async putFields(fields: SharedFields): Promise<void> {
    await this.#write((transaction) => transaction.objectStore(FIELDS).put(fields, this.#bundle));
  }

  async clear(): Promise<void> {
    await this.#write((transaction) => {
      transaction.objectStore(ITEMS).delete(this.#range);
      transaction.objectStore(FIELDS).delete(this.#bundle);
    });
  }

  get #range(): IDBKeyRange {
    return IDBKeyRange.bound([this.#bundle], [this.#bundle, []]);
  }

  async #write(work: (transaction: IDBTransaction) => void): Promise<void> {
    await this.#try(async (database) => {
      const transaction = database.transaction([ITEMS, FIELDS], 'readwrite');
      work(transaction);
      await new Promise((resolve, reject) => {
        transaction.addEventListener('complete', resolve);
        transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('Not kept.')));
      });
    });
  }

  /** Sending must not depend on it. */
  async #try<Result>(work: (database: IDBDatabase) => Promise<Result>): Promise<Result | undefined> {
    try {
      const result = await work(await (this.#opened ??= open()));
      this.isKept = true;
      return result;
    } catch {
      this.#opened = undefined;
      this.isKept = false;
      return undefined;
    }
  }
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(ITEMS, { keyPath: ['bundle', 'id'] }).createIndex('keptAt', 'keptAt');
    request.result.createObjectStore(FIELDS);
  });
  return settled(request);
}

async function removeOld(database: IDBDatabase): Promise<void> {
  const old = database.transaction(ITEMS, 'readwrite').objectStore(ITEMS);
  const keys = await settled(old.index('keptAt').getAllKeys(IDBKeyRange.upperBound(Date.now() - KEEP_MS)));
  for (const key of keys) old.delete(key);
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The database failed.')));
  });
}
