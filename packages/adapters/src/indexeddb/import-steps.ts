import {
  EnrollkitError,
  previousIdOf,
  type ImportSession,
  type ImportStep,
  type ImportStepTable,
  type Page,
  type ReadImportStepTable,
} from '@enrollkit/core';
import type { Transaction, WriteTransaction } from './connection.js';
import { countUpTo, mostCounted, type PageQuery, type StoredRow } from './list-rows.js';

/** A step with what its indexes look at: IndexedDB has none for what is true or absent. */
interface StoredStep {
  readonly importId: string;
  readonly id: string;
  readonly order: number;
  readonly action: string;
  readonly isDone: 0 | 1;
  readonly row: ImportStep;
}

const STEPS = 'importSteps';
/** Steps that are looked at in one go when no index answers all of a query. */
const BATCH = 500;

/** The steps of imports. Reads a page of them however many there are. */
export function readImportSteps(transaction: Transaction): ReadImportStepTable {
  const store = transaction.objectStore(STEPS);
  return {
    async getAll(importId, ids) {
      const found = await Promise.all(ids.map((id) => store.get([importId, id])));
      return (found as (StoredStep | undefined)[]).flatMap((stored) => stored?.row ?? []);
    },

    async list({ importId, isDone, action, isNewId, afterOrder = -Infinity, ...paging }) {
      const page = { ...paging, isContinued: afterOrder !== -Infinity };
      const { offset = 0, size } = page;
      const matches = ({ row }: StoredStep) =>
        (isDone === undefined || isDone === (row.doneAt !== undefined)) &&
        (action === undefined || [action].flat().includes(row.action)) &&
        (isNewId === undefined || isNewId === (previousIdOf(row) !== undefined)) &&
        row.order > afterOrder;
      const ofOneKind = typeof action === 'string' ? action : undefined;
      const [index, prefix] = indexFor({ importId, isDone, action: ofOneKind });
      // Whether the index alone answers it.
      const isIndexed = isNewId === undefined && ofOneKind === action && (isDone === undefined || action === undefined);
      const range = (from: number) => IDBKeyRange.bound([...prefix, from], [...prefix, Infinity], true);
      if (isIndexed) {
        const total = await countUpTo(store.index(index), range(afterOrder), mostCounted(page));
        const steps = (await store.index(index).getAll(range(afterOrder), offset + (size ?? total))) as StoredStep[];
        return { items: pageOf(steps, page).items, total };
      }
      const steps: StoredStep[] = [];
      for (let from = afterOrder; ;) {
        const batch = (await store.index(index).getAll(range(from), BATCH)) as StoredStep[];
        steps.push(...batch.filter(matches));
        from = batch.at(-1)?.order ?? Infinity;
        if (batch.length < BATCH || steps.length >= mostCounted(page)) return pageOf(steps, page);
      }
    },
  };
}

/** The same, to write. */
export function writeImportSteps(transaction: WriteTransaction): ImportStepTable {
  const store = transaction.objectStore(STEPS);
  return {
    ...readImportSteps(transaction),

    async putAll(steps) {
      const kept = await Promise.all(steps.map(({ importId, id }) => store.get([importId, id])));
      const isTaken = ({ order }: ImportStep, index: number) =>
        ((kept[index] as StoredStep | undefined)?.order ?? order) !== order;
      await Promise.all(steps.filter((step, index) => !isTaken(step, index)).map((step) => store.put(toStored(step))));
      return steps.filter(isTaken).map(({ id }) => id);
    },

    async markDone(importId, ids, doneAt) {
      const imports = transaction.objectStore('imports');
      const steps = (await Promise.all(ids.map((id) => store.get([importId, id])))) as (StoredStep | undefined)[];
      const stored = (await imports.get(importId)) as StoredRow<ImportSession> | undefined;
      if (!stored) throw new EnrollkitError('internal', 'The import of a step that is done is not in the database');
      const counts = { ...stored.row.counts, applied: stored.row.counts.applied + ids.length };
      for (const step of steps) {
        if (!step) throw new EnrollkitError('internal', 'A step that is done is not in the database');
        await store.put(toStored({ ...step.row, doneAt }));
      }
      await imports.put({ ...stored, row: { ...stored.row, counts } });
    },

    async deleteAll(importId) {
      await store.delete(IDBKeyRange.bound([importId], [importId, []]));
    },
  };
}

function indexFor({
  importId,
  isDone,
  action,
}: {
  readonly importId: string;
  readonly isDone: boolean | undefined;
  readonly action: string | undefined;
}): readonly [index: string, prefix: readonly (string | number)[]] {
  if (action !== undefined) return ['action', [importId, action]];
  return isDone === undefined ? ['order', [importId]] : ['isDone', [importId, isDone ? 1 : 0]];
}

function pageOf(steps: readonly StoredStep[], query: PageQuery): Page<ImportStep> {
  const { offset = 0, size } = query;
  const page = steps.slice(offset, size === undefined ? undefined : offset + size);
  return { items: page.map(({ row }) => row), total: Math.min(steps.length, mostCounted(query)) };
}

function toStored(row: ImportStep): StoredStep {
  const { importId, id, order, action } = row;
  return { importId, id, order, action, isDone: row.doneAt === undefined ? 0 : 1, row };
}
