// The browser's own database without the kit's wrapper: what another script on the page would see.

/** Resolves when the database is gone, which takes every connection to let go of it. */
export function deleteDatabase(name: string): Promise<unknown> {
  return answerOf(indexedDB.deleteDatabase(name));
}

export function openDatabase(name: string): Promise<IDBDatabase> {
  return answerOf(indexedDB.open(name));
}

export async function countRows(name: string, store: string): Promise<number> {
  const database = await openDatabase(name);
  const total = await answerOf(database.transaction(store).objectStore(store).count());
  database.close();
  return total;
}

/** In the order of their keys. */
export async function allRows<Row>(name: string, store: string): Promise<readonly Row[]> {
  const database = await openDatabase(name);
  const all = database.transaction(store).objectStore(store).getAll() as IDBRequest<Row[]>;
  const rows = await answerOf(all);
  database.close();
  return rows;
}

/** Takes every row out, once whoever wrote before has done so. */
export async function emptyDatabase(name: string): Promise<void> {
  const database = await openDatabase(name);
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
  await Promise.all([...transaction.objectStoreNames].map((store) => answerOf(transaction.objectStore(store).clear())));
  database.close();
}

function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}
