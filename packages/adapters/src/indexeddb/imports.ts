import {
  EnrollkitError,
  type DeletingTable,
  type FindingRecord,
  type ImportRowQuery,
  type ImportSession,
  type ImportTable,
  type ReadImportTable,
  type ReadTable,
  type WriteTable,
} from '@enrollkit/core';
import type { Transaction, WriteTransaction } from './connection.js';

const FINDINGS = 'importFindings';

/** Imports on a table of their rows: with their findings, and newest first. There are never many. */
export function readImports(transaction: Transaction, rows: ReadTable<ImportSession, ImportRowQuery>): ReadImportTable {
  return {
    get: (id) => rows.get(id),
    async list({ offset = 0, size, ...query }) {
      const { items, total } = await rows.list(query);
      const newestFirst = [...items].sort((a, b) => (ageOf(a) > ageOf(b) ? -1 : 1));
      return { items: newestFirst.slice(offset, size === undefined ? undefined : offset + size), total };
    },
    async getFindings(id) {
      return ((await transaction.objectStore(FINDINGS).get(id)) as readonly FindingRecord[] | undefined) ?? [];
    },
  };
}

/** Their rows, also to keep one without telling what for: how far planning is, is nothing that is done. */
type ImportRows = WriteTable<ImportSession, ImportRowQuery, 'import'> &
  DeletingTable<'import'> & { keep(row: ImportSession): Promise<void> };

/** The same, to write. */
export function writeImports(
  transaction: WriteTransaction,
  rows: ImportRows,
  steps: { deleteAll(importId: string): Promise<void> },
): ImportTable {
  return {
    ...readImports(transaction, rows),
    put: (row, action) => rows.put(row, action),
    async putFindings(id, findings) {
      await transaction.objectStore(FINDINGS).put(findings, id);
    },
    async putProgress(id, progress) {
      const { progress: _, ...session } = (await rows.get(id)) ?? noImport(id);
      await rows.keep({ ...session, ...(progress && { progress }) });
    },
    async delete(id, action) {
      await steps.deleteAll(id);
      await transaction.objectStore(FINDINGS).delete(id);
      await rows.delete(id, action);
    },
  };
}

function noImport(id: string): never {
  throw new EnrollkitError('internal', `Import ${id} is not in the database`);
}

function ageOf({ startedAt, id }: ImportSession): string {
  return `${startedAt} ${id}`;
}
