import {
  EnrollkitError,
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

/** The same, to write. */
export function writeImports(
  transaction: WriteTransaction,
  rows: WriteTable<ImportSession, ImportRowQuery>,
  steps: { deleteAll(importId: string): Promise<void> },
): ImportTable {
  return {
    ...readImports(transaction, rows),
    put: (row) => rows.put(row),
    async putFindings(id, findings) {
      await transaction.objectStore(FINDINGS).put(findings, id);
    },
    async putProgress(id, progress) {
      const { progress: _, ...session } = (await rows.get(id)) ?? noImport(id);
      await rows.put({ ...session, ...(progress && { progress }) });
    },
    async delete(id) {
      await steps.deleteAll(id);
      await transaction.objectStore(FINDINGS).delete(id);
      await rows.delete(id);
    },
  };
}

function noImport(id: string): never {
  throw new EnrollkitError('internal', `Import ${id} is not in the database`);
}

function ageOf({ startedAt, id }: ImportSession): string {
  return `${startedAt} ${id}`;
}
