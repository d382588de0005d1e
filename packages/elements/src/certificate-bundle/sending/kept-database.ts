import type { BundleItem } from '../bundle-item.js';

export const STORES = { items: 'items', files: 'files', fields: 'fields' } as const;

type StoreName = (typeof STORES)[keyof typeof STORES];

/** A file without its bytes, which are written once. */
export interface KeptItem {
  readonly bundle: string;
  readonly id: string;
  readonly keptAt: number;
  readonly name: string;
  readonly item: Omit<BundleItem, 'file'>;
}

const DATABASE = 'enrollkit-bundles';
/** Certificates are personal: nobody comes back for them after this. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1000;

/** Opens it, and removes what nobody came back for. */
export async function openKeptDatabase({ onClose }: { readonly onClose: () => void }): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(STORES.items, { keyPath: ['bundle', 'id'] }).createIndex('keptAt', 'keptAt');
    request.result.createObjectStore(STORES.files);
    request.result.createObjectStore(STORES.fields);
  });
  const database = await requested(request);
  database.addEventListener('close', onClose);
  const items = database.transaction(STORES.items).objectStore(STORES.items);
  const old = await requested(items.index('keptAt').getAllKeys(IDBKeyRange.upperBound(Date.now() - KEEP_MS)));
  if (old.length > 0) {
    await written(database, [STORES.items, STORES.files], (transaction) => {
      for (const key of old) {
        transaction.objectStore(STORES.items).delete(key);
        transaction.objectStore(STORES.files).delete(key);
      }
    });
  }
  return database;
}

/**
 * Resolves when it is on the disk. Committed at once: a page of WebKit that is left with a write under way can leave a lock
 * behind that makes the next page wait for ever.
 */
export async function written(
  database: IDBDatabase,
  stores: readonly StoreName[],
  work: (transaction: IDBTransaction) => void,
): Promise<void> {
  const transaction = database.transaction(stores, 'readwrite');
  const over = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('Not kept.')));
  });
  work(transaction);
  transaction.commit();
  await over;
}

export function requested<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The database failed.')));
  });
}
