import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** Takes a database one version further. Runs in one transaction with the others: all or nothing. */
export type Migration = (
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;

/**
 * The entry at index n makes version n + 1. An entry that was released never changes, whatever becomes of the rest of the
 * code: somebody's browser stopped at exactly that version.
 */
export const MIGRATIONS: readonly Migration[] = [createStores, indexEnrollmentMoments];

const FIRST_INDEXES = {
  enrollments: ['tenant', 'status', 'productId', 'startingDateId', 'email', 'externalId', 'employerId', 'nextRuleAt'],
  certificates: ['tenant', 'enrollmentId', 'certificationId', 'email', 'employerId', 'sha256', 'createdAt'],
  certifications: ['tenant', 'verified'],
  products: ['tenant', 'state'],
} as const;

function createStores(database: IDBPDatabase): void {
  for (const [name, indexes] of Object.entries(FIRST_INDEXES)) {
    const store = database.createObjectStore(name, { keyPath: 'id' });
    for (const index of indexes) store.createIndex(index, `keys.${index}`);
  }
  database.createObjectStore('files');
  database.createObjectStore('answers', { keyPath: 'key' }).createIndex('at', 'at');
}

/** Rows from before have no such moments: nothing to fill in. */
function indexEnrollmentMoments(
  _database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): void {
  const enrollments = transaction.objectStore('enrollments');
  for (const index of ['createdAt', 'updatedAt']) enrollments.createIndex(index, `keys.${index}`);
}
