import {
  EnrollkitError,
  normalizeEmail,
  type Certification,
  type CertificateRow,
  type CertificateRowQuery,
  type CertificationRowQuery,
  type EnrollmentRow,
  type EnrollmentRowQuery,
  type Paging,
  type ProductRowQuery,
  type ReadTable,
  type ReadTables,
  type Scope,
  type StoredProduct,
  type WriteTable,
  type WriteTables,
} from '@enrollkit/core';
import type { Transaction, WriteTransaction } from './connection.js';
import { listRows, type Condition, type StoredRow } from './list-rows.js';

interface TableDefinition<Row, Query> {
  readonly name: string;
  /** The fields that the use cases can't do without, by kind. */
  readonly fields: { readonly [Field in keyof Row]?: 'string' | 'number' | 'object' | 'array' };
  /** Values for the indexes of the same names. Changing one takes a migration. */
  keysOf(row: Row): StoredRow<Row>['keys'];
  conditionsOf(query: Query, transaction: Transaction): readonly Condition[] | Promise<readonly Condition[]>;
}

const ENROLLMENTS: TableDefinition<EnrollmentRow, EnrollmentRowQuery> = {
  name: 'enrollments',
  fields: { id: 'string', status: 'string', participant: 'object', history: 'array', version: 'number' },
  keysOf: (row) => ({
    tenant: row.providerId ?? '',
    status: row.status,
    productId: row.productId,
    startingDateId: row.startingDateId,
    email: normalizeEmail(row.participant.email),
    externalId: row.participant.externalId,
    employerId: row.participant.employerId,
    nextRuleAt: row.nextRuleAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }),
  conditionsOf: ({ scope = {}, ...query }) => [
    ...tenant(scope),
    ...equal('email', scope.email),
    ...equal('employerId', scope.employerId),
    ...(scope.enrollmentIds ? [{ ids: scope.enrollmentIds }] : []),
    ...(query.status === undefined ? [] : [{ index: 'status', anyOf: [query.status].flat() }]),
    ...equal('productId', query.productId),
    ...equal('startingDateId', query.startingDateId),
    ...equal('email', query.email),
    ...equal('externalId', query.externalId),
    ...from('createdAt', query.createdFrom),
    ...from('updatedAt', query.updatedFrom),
    ...(query.ruleDueBy ? [{ index: 'nextRuleAt', range: IDBKeyRange.upperBound(query.ruleDueBy) }] : []),
  ],
};

const CERTIFICATES: TableDefinition<CertificateRow, CertificateRowQuery> = {
  name: 'certificates',
  fields: { id: 'string', enrollmentId: 'string', file: 'object', owner: 'object', createdAt: 'string' },
  keysOf: (row) => ({
    tenant: row.owner.providerId ?? '',
    enrollmentId: row.enrollmentId,
    certificationId: row.certificationId,
    email: normalizeEmail(row.owner.email),
    employerId: row.owner.employerId,
    sha256: row.file.sha256,
    createdAt: row.createdAt,
  }),
  conditionsOf: async ({ scope = {}, ...query }, transaction) => [
    ...tenant(scope),
    ...equal('email', scope.email),
    ...equal('employerId', scope.employerId),
    ...(scope.enrollmentIds ? [{ index: 'enrollmentId', anyOf: scope.enrollmentIds }] : []),
    ...(scope.verifiedOnly ? [{ index: 'certificationId', anyOf: await verifiedIds(transaction) }] : []),
    ...equal('enrollmentId', query.enrollmentId),
    ...equal('certificationId', query.certificationId),
    ...equal('email', query.email),
    ...equal('sha256', query.sha256),
    ...from('createdAt', query.createdFrom),
  ],
};

const CERTIFICATIONS: TableDefinition<Certification, CertificationRowQuery> = {
  name: 'certifications',
  fields: { id: 'string', name: 'string', version: 'number' },
  keysOf: (row) => ({ tenant: row.providerId ?? '', verified: row.verified ? 1 : 0 }),
  conditionsOf: ({ scope = {}, ids }) => [...tenant(scope), ...(ids ? [{ ids }] : [])],
};

const PRODUCTS: TableDefinition<StoredProduct, ProductRowQuery> = {
  name: 'products',
  fields: { id: 'string', state: 'string', certificationIds: 'array', version: 'number' },
  keysOf: (row) => ({ tenant: row.providerId ?? '', state: row.state }),
  conditionsOf: ({ scope = {}, state }) => [...tenant(scope), ...equal('state', state)],
};

/** The object stores that reading needs. */
export const TABLE_NAMES = [ENROLLMENTS.name, CERTIFICATES.name, CERTIFICATIONS.name, PRODUCTS.name];

/** The tables within one transaction. */
export function readTables(transaction: Transaction): Omit<ReadTables, 'answers'> {
  return {
    enrollments: readTable(transaction, ENROLLMENTS),
    certificates: readTable(transaction, CERTIFICATES),
    certifications: readTable(transaction, CERTIFICATIONS),
    products: readTable(transaction, PRODUCTS),
  };
}

/** The same tables, to write. */
export function writeTables(
  transaction: WriteTransaction,
): Pick<WriteTables, 'enrollments' | 'certificates' | 'certifications' | 'products'> {
  return {
    enrollments: writeTable(transaction, ENROLLMENTS),
    certificates: writeTable(transaction, CERTIFICATES),
    certifications: writeTable(transaction, CERTIFICATIONS),
    products: writeTable(transaction, PRODUCTS),
  };
}

function readTable<Row, Query extends Paging>(
  transaction: Transaction,
  definition: TableDefinition<Row, Query>,
): ReadTable<Row, Query> {
  const store = transaction.objectStore(definition.name);
  return {
    get: async (id) => {
      const stored = (await store.get(id)) as StoredRow<Row> | undefined;
      return stored && expectRow(definition, stored.row);
    },
    list: async (query) => {
      const page = await listRows<Row>(store, await definition.conditionsOf(query, transaction), query);
      for (const row of page.items) expectRow(definition, row);
      return page;
    },
  };
}

/** Anything on the page's origin can write to the database: a row that is none is said to be so, and never half used. */
function expectRow<Row, Query>({ name, fields }: TableDefinition<Row, Query>, row: Row): Row {
  const values = (row ?? {}) as Readonly<Record<string, unknown>>;
  for (const [field, kind] of Object.entries(fields)) {
    const value = values[field];
    const isKind = kind === 'array' ? Array.isArray(value) : typeof value === kind && value !== null;
    if (!isKind) throw new EnrollkitError('internal', `A row of ${name} in the database has no readable ${field}`);
  }
  return row;
}

function writeTable<Row extends { readonly id: string }, Query extends Paging>(
  transaction: WriteTransaction,
  definition: TableDefinition<Row, Query>,
): WriteTable<Row, Query> {
  const store = transaction.objectStore(definition.name);
  return {
    ...readTable(transaction as unknown as Transaction, definition),
    put: async (row) => {
      const stored: StoredRow<Row> = { id: row.id, row, keys: definition.keysOf(row) };
      await store.put(stored);
    },
    delete: (id) => store.delete(id),
  };
}

/** IndexedDB can't look for what is absent: no provider is the empty name. */
function tenant({ providerId }: Scope): Condition[] {
  return providerId === undefined ? [] : equal('tenant', providerId ?? '');
}

function equal(index: string, value: string | undefined): Condition[] {
  return value === undefined ? [] : [{ index, anyOf: [value] }];
}

function from(index: string, value: string | undefined): Condition[] {
  return value === undefined ? [] : [{ index, range: IDBKeyRange.lowerBound(value) }];
}

async function verifiedIds(transaction: Transaction): Promise<readonly IDBValidKey[]> {
  return transaction.objectStore(CERTIFICATIONS.name).index('verified').getAllKeys(1);
}
