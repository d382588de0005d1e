import {
  EnrollkitError,
  type Paging,
  type ReadTable,
  type ReadTables,
  type WriteTable,
  type WriteTables,
} from '@enrollkit/core';
import type { Transaction, WriteTransaction } from './connection.js';
import { readImports, writeImports } from './imports.js';
import { readImportSteps, writeImportSteps } from './import-steps.js';
import { listInOrder, listRows, type StoredRow } from './list-rows.js';
import {
  CERTIFICATES,
  CERTIFICATIONS,
  ENROLLMENTS,
  IMPORTS,
  PRODUCTS,
  TRAINERS,
  type TableDefinition,
} from './table-definitions.js';

/** The object stores that reading needs. */
export const TABLE_NAMES = [
  ...[ENROLLMENTS, CERTIFICATES, CERTIFICATIONS, PRODUCTS, TRAINERS, IMPORTS].map(({ name }) => name),
  'importFindings',
  'importSteps',
];

/** The tables within one transaction. */
export function readTables(transaction: Transaction): Omit<ReadTables, 'answers'> {
  return {
    enrollments: readTable(transaction, ENROLLMENTS),
    certificates: readTable(transaction, CERTIFICATES),
    certifications: readTable(transaction, CERTIFICATIONS),
    products: readTable(transaction, PRODUCTS),
    trainers: readTable(transaction, TRAINERS),
    imports: readImports(transaction, readTable(transaction, IMPORTS)),
    importSteps: readImportSteps(transaction),
  };
}

/** The same tables, to write. */
export function writeTables(transaction: WriteTransaction): Omit<WriteTables, 'answers' | 'keepFile' | 'dropFile'> {
  const importSteps = writeImportSteps(transaction);
  return {
    enrollments: writeTable(transaction, ENROLLMENTS),
    certificates: writeTable(transaction, CERTIFICATES),
    certifications: writeTable(transaction, CERTIFICATIONS),
    products: writeTable(transaction, PRODUCTS),
    trainers: writeTable(transaction, TRAINERS),
    imports: writeImports(transaction, writeTable(transaction, IMPORTS), importSteps),
    importSteps,
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
      const inOrder = definition.inOrder?.(query);
      const asked = { ...query, isContinued: definition.isContinued?.(query) ?? false };
      const page = inOrder
        ? await listInOrder<Row>(store, inOrder, asked)
        : await listRows<Row>(store, await definition.conditionsOf(query, transaction), asked);
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

function writeTable<Row, Query extends Paging>(
  transaction: WriteTransaction,
  definition: TableDefinition<Row, Query>,
): WriteTable<Row, Query> {
  const store = transaction.objectStore(definition.name);
  const idOf = (row: Row) => definition.idOf?.(row) ?? (row as { readonly id: string }).id;
  return {
    ...readTable(transaction as unknown as Transaction, definition),
    put: async (row) => {
      const stored: StoredRow<Row> = { id: idOf(row), row, keys: definition.keysOf(row) };
      await store.put(stored);
    },
    delete: (id) => store.delete(id),
  };
}
