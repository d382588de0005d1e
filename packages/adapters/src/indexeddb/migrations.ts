import type { CertificateRow, EnrollmentRow } from '@enrollkit/core';
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { searchKeys } from './search-keys.js';

/** Takes a database one version further. Runs in one transaction with the others: all or nothing. */
export type Migration = (
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;

/**
 * The entry at index n makes version n + 1. An entry that was released never changes, whatever becomes of the rest of the
 * code: somebody's browser stopped at exactly that version.
 */
export const MIGRATIONS: readonly Migration[] = [
  createStores,
  indexEnrollmentMoments,
  createImportStores,
  createAuditTrail,
  indexBookingStates,
  createInvoices,
  indexWordsAndOrders,
  orderCertificates,
  indexAsks,
];

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

const IMPORT_INDEXES = {
  trainers: ['tenant', 'state', 'isInvitationSent'],
  imports: ['tenant', 'kind', 'state'],
} as const;

/** Imports and trainers, and products in order of their ids. Products from before have no starts that are cancelled. */
async function createImportStores(
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): Promise<void> {
  for (const [name, indexes] of Object.entries(IMPORT_INDEXES)) {
    const store = database.createObjectStore(name, { keyPath: 'id' });
    for (const index of indexes) store.createIndex(index, `keys.${index}`);
  }
  database.createObjectStore('importFindings');
  const steps = database.createObjectStore('importSteps', { keyPath: ['importId', 'id'] });
  steps.createIndex('order', ['importId', 'order']);
  steps.createIndex('isDone', ['importId', 'isDone', 'order']);
  steps.createIndex('action', ['importId', 'action', 'order']);

  const products = transaction.objectStore('products');
  products.createIndex('tenantInOrder', ['keys.tenant', 'id']);
  products.createIndex('stateInOrder', ['keys.tenant', 'keys.state', 'id']);
  for (let cursor = await products.openCursor(); cursor; cursor = await cursor.continue()) {
    const stored = cursor.value as { readonly row: object };
    await cursor.update({ ...stored, row: { startStates: [], ...stored.row } });
  }
}

/** Of what happened before, nothing is known. */
function createAuditTrail(database: IDBPDatabase): void {
  database.createObjectStore('audit', { autoIncrement: true });
}

/** Enrollments from before were accepted, or cancelled. */
async function indexBookingStates(
  _database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): Promise<void> {
  const enrollments = transaction.objectStore('enrollments');
  enrollments.createIndex('bookingState', 'keys.bookingState');
  for (let cursor = await enrollments.openCursor(); cursor; cursor = await cursor.continue()) {
    const stored = cursor.value as { readonly row: { readonly status: string }; readonly keys: object };
    const bookingState = stored.row.status === 'cancelled' ? 'cancelled' : 'accepted';
    await cursor.update({ ...stored, row: { ...stored.row, bookingState }, keys: { ...stored.keys, bookingState } });
  }
}

/** Those of before are kept elsewhere, if at all. */
function createInvoices(database: IDBPDatabase): void {
  const invoices = database.createObjectStore('invoices', { keyPath: ['enrollmentId', 'file.sha256'] });
  invoices.createIndex('uploadedAt', ['enrollmentId', 'uploadedAt']);
  invoices.createIndex('sha256', 'file.sha256');
}

const ORDERS = ['participant', 'status', 'booked', 'changed', 'ends'] as const;

/** What enrollments are searched for and ordered by. What later code finds them by, a later entry writes again. */
async function indexWordsAndOrders(
  _database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): Promise<void> {
  const enrollments = transaction.objectStore('enrollments');
  for (const index of ['words', 'missing']) enrollments.createIndex(index, `keys.${index}`, { multiEntry: true });
  for (const order of ORDERS) enrollments.createIndex(`${order}InOrder`, `keys.${order}InOrder`);
  for (let cursor = await enrollments.openCursor(); cursor; cursor = await cursor.continue()) {
    const stored = cursor.value as { readonly row: EnrollmentRow; readonly keys: object };
    await cursor.update({ ...stored, keys: { ...stored.keys, ...keysOfReadable(stored.row) } });
  }
}

/** A row that somebody else has broken is found by nothing, and said to be broken when it is read. */
function keysOfReadable(row: EnrollmentRow): object {
  try {
    return searchKeys(row);
  } catch {
    return {};
  }
}

/** When certificates expire, and whose they are by name. */
async function orderCertificates(
  _database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): Promise<void> {
  const certificates = transaction.objectStore('certificates');
  const enrollments = transaction.objectStore('enrollments');
  certificates.createIndex('expiresInOrder', 'keys.expiresInOrder');
  for (let cursor = await certificates.openCursor(); cursor; cursor = await cursor.continue()) {
    const stored = cursor.value as { readonly row: CertificateRow; readonly keys: object };
    const { id, enrollmentId, validUntil = '9999-12-31', owner } = stored.row;
    const of = (await enrollments.get(enrollmentId)) as { readonly row?: Partial<EnrollmentRow> } | undefined;
    const name = of?.row?.participant?.name;
    const row = { ...stored.row, owner: { ...owner, ...(name !== undefined && { name }) } };
    await cursor.update({ ...stored, row, keys: { ...stored.keys, expiresInOrder: [validUntil, id] } });
  }
}

/** Trainers of before have asked for nothing. */
function indexAsks(_database: IDBPDatabase, transaction: IDBPTransaction<unknown, string[], 'versionchange'>): void {
  transaction.objectStore('trainers').createIndex('hasAsked', 'keys.hasAsked');
}
