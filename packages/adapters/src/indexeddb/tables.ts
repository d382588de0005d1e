import {
  certificateGroundsFrom,
  countEnrollmentsOf,
  countSeatsOf,
  EnrollkitError,
  namedLikeAmong,
  type AuditAction,
  type AuditedKind,
  type DeletingTable,
  type EnrollmentRow,
  type EnrollmentRowQuery,
  type Paging,
  type ManyWriteTable,
  type ReadEnrollmentTable,
  type ReadProductTable,
  type ReadTable,
  type ReadTables,
  type WriteTables,
} from '@enrollkit/core';
import type { Audit } from './audit-trail.js';
import type { Transaction, WriteTransaction } from './connection.js';
import { readImports, writeImports } from './imports.js';
import { readImportSteps, writeImportSteps } from './import-steps.js';
import { INVOICES, readInvoices, writeInvoices } from './invoices.js';
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
  INVOICES,
  'importFindings',
  'importSteps',
];

/** The tables within one transaction. */
export function readTables(transaction: Transaction): Omit<ReadTables, 'answers'> {
  return {
    enrollments: readEnrollments(transaction),
    certificates: readTable(transaction, CERTIFICATES),
    certifications: readTable(transaction, CERTIFICATIONS),
    products: withNames(readTable(transaction, PRODUCTS)),
    trainers: readTable(transaction, TRAINERS),
    invoices: readInvoices(transaction),
    imports: readImports(transaction, readTable(transaction, IMPORTS)),
    importSteps: readImportSteps(transaction),
  };
}

/** The same tables, to write. */
export function writeTables(
  transaction: WriteTransaction,
  audit: Audit,
): Omit<WriteTables, 'answers' | 'keepFiles' | 'dropFile'> {
  const write = <Row, Query extends Paging, Kind extends AuditedKind>(definition: TableDefinition<Row, Query, Kind>) =>
    writeTable(transaction, definition, audit);
  const importSteps = writeImportSteps(transaction);
  return {
    enrollments: {
      ...readEnrollments(transaction),
      ...write(ENROLLMENTS),
    },
    certificates: write(CERTIFICATES),
    certifications: write(CERTIFICATIONS),
    products: withNames(write(PRODUCTS)),
    trainers: write(TRAINERS),
    invoices: writeInvoices(transaction),
    imports: writeImports(transaction, write(IMPORTS), importSteps),
    importSteps,
  };
}

function withNames<Table extends Pick<ReadProductTable, 'list'>>(
  products: Table,
): Table & Pick<ReadProductTable, 'namedLike'> {
  return { ...products, namedLike: namedLikeAmong(products) };
}

function readEnrollments(transaction: Transaction): ReadEnrollmentTable {
  const enrollments = readTable(transaction, ENROLLMENTS);
  const products = readTable(transaction, PRODUCTS);
  const certifications = readTable(transaction, CERTIFICATIONS);
  return {
    ...enrollments,
    listIds: async (query) => (await enrollments.list(query)).items.map(({ id }) => id),
    countSeats: countSeats(enrollments),
    async countByProduct({ providerId, productIds }) {
      const found = productIds.map((productId) => enrollments.list({ productId, scope: { providerId } }));
      return countEnrollmentsOf((await Promise.all(found)).flatMap(({ items }) => items));
    },
    getForCertificates: certificateGroundsFrom({ enrollments, products, certifications }),
  };
}

/** In a browser a product has hundreds of bookings at most: they are looked at one by one. */
function countSeats(rows: ReadTable<EnrollmentRow, EnrollmentRowQuery>): ReadEnrollmentTable['countSeats'] {
  return async (query) => countSeatsOf((await rows.list({ productId: query.productId, scope: query })).items, query);
}

function readTable<Row, Query extends Paging, Kind extends AuditedKind>(
  transaction: Transaction,
  definition: TableDefinition<Row, Query, Kind>,
): ReadTable<Row, Query> {
  const store = transaction.objectStore(definition.name);
  return {
    get: async (id) => {
      const stored = (await store.get(id)) as StoredRow<Row> | undefined;
      return stored && expectRow(definition, stored.row);
    },
    list: async (query) => {
      const inOrder = definition.inOrder?.(query);
      const order = definition.orderOf?.(query);
      const asked = {
        ...query,
        isContinued: definition.isContinued?.(query) ?? false,
        ...(order && { order }),
      };
      const page = inOrder
        ? await listInOrder<Row>(store, inOrder, asked)
        : await listRows<Row>(store, await definition.conditionsOf(query, transaction), asked);
      for (const row of page.items) expectRow(definition, row);
      return page;
    },
  };
}

/** Anything on the page's origin can write to the database: a row that is none is said to be so, and never half used. */
function expectRow<Row, Query, Kind extends AuditedKind>(
  { name, fields }: TableDefinition<Row, Query, Kind>,
  row: Row,
): Row {
  const values = (row ?? {}) as Readonly<Record<string, unknown>>;
  for (const [field, kind] of Object.entries(fields)) {
    const value = values[field];
    const isKind = kind === 'array' ? Array.isArray(value) : typeof value === kind && value !== null;
    if (!isKind) throw new EnrollkitError('internal', `A row of ${name} in the database has no readable ${field}`);
  }
  return row;
}

function writeTable<Row, Query extends Paging, Kind extends AuditedKind>(
  transaction: WriteTransaction,
  definition: TableDefinition<Row, Query, Kind>,
  audit: Audit,
): ManyWriteTable<Row, Query, Kind> & DeletingTable<Kind> & { keep(row: Row): Promise<void> } {
  const store = transaction.objectStore(definition.name);
  const stored = (id: string) => store.get(id) as Promise<StoredRow<Row> | undefined>;
  const { record, newChanges } = definition;
  const keep = async (row: Row) => {
    const { recordId: id } = record(row);
    await store.put({ id, row, keys: definition.keysOf(row) } satisfies StoredRow<Row>);
  };
  const put = async (row: Row, action: AuditAction<Kind>) => {
    const changes = newChanges?.(row, (await stored(record(row).recordId))?.row);
    await keep(row);
    await audit({ action, record: record(row), ...(changes && { changes }) });
  };
  return {
    ...readTable(transaction as unknown as Transaction, definition),
    keep,
    put,
    // One after the other: the trail has them in their order.
    async putAll(rows, action) {
      for (const row of rows) await put(row, action);
    },
    async delete(id, action) {
      const old = await stored(id);
      if (!old) return;
      await store.delete(id);
      await audit({ action, record: record(old.row) });
    },
  };
}
