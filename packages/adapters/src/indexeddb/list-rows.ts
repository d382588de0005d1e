import type { Page, Paging } from '@enrollkit/core';
import type { Transaction } from './connection.js';

/** One thing that rows must meet, answered by an index or by ids. */
export type Condition =
  | { readonly index: string; readonly anyOf: readonly IDBValidKey[] }
  | { readonly index: string; readonly range: IDBKeyRange }
  | { readonly ids: readonly string[] }
  /** At least one of them. */
  | { readonly either: readonly Condition[] }
  /** All of them. */
  | { readonly all: readonly Condition[] }
  | { readonly afterId: string };

/** Ids that lie next to each other and in their order: in an index, or without one in the store itself. */
export interface KeysInOrder {
  readonly index?: string;
  readonly range: IDBKeyRange;
}

/** A record with the values that its indexes look at: normalized, and present where IndexedDB can't index absence. */
export interface StoredRow<Row> {
  readonly id: string;
  readonly row: Row;
  readonly keys: Readonly<Record<string, IDBValidKey | undefined>>;
}

/** One page of a query. */
export interface PageQuery extends Paging {
  /** Whether it goes on where another page ended: then what is left isn't counted. */
  readonly isContinued: boolean;
  /** Default: by id. */
  readonly order?: KeysInOrder & { readonly isDescending: boolean };
}

type RowStore = ReturnType<Transaction['objectStore']>;

/**
 * The rows that meet all conditions, in their order. Asks the indexes for ids only and reads no rows but the page's own, however
 * many match.
 */
export async function listRows<Row>(
  store: RowStore,
  conditions: readonly Condition[],
  query: PageQuery,
): Promise<Page<Row>> {
  const { offset = 0, size } = query;
  const ids = await inOrderOf(store, await idsMeetingAll(store, conditions), query);
  const page = ids.slice(offset, size === undefined ? undefined : offset + size);
  const rows = await Promise.all(page.map((id) => store.get(id) as Promise<StoredRow<Row> | undefined>));
  const items = rows.flatMap((stored) => (stored ? [stored.row] : []));
  return { items, total: Math.min(ids.length, mostCounted(query)) };
}

/** A page of rows whose ids lie next to each other: looks at no others, however many there are. */
export async function listInOrder<Row>(
  store: RowStore,
  { index, range }: KeysInOrder,
  query: PageQuery,
): Promise<Page<Row>> {
  const { offset = 0, size } = query;
  const keys = index === undefined ? store : store.index(index);
  const total = await countUpTo(keys, range, mostCounted(query));
  const wanted = size === undefined ? total : Math.min(total, offset + size);
  if (wanted <= offset) return { items: [], total };
  if (offset === 0) return { items: ((await keys.getAll(range, wanted)) as StoredRow<Row>[]).map(rowOf), total };
  const ids = (await keys.getAllKeys(range, wanted)).slice(offset);
  const found = await Promise.all(ids.map((id) => store.get(id) as Promise<StoredRow<Row>>));
  return { items: found.map(rowOf), total };
}

/** How many rows are worth counting: of a page that goes on from another one, itself and one more. */
export function mostCounted({ isContinued, offset = 0, size = Infinity }: PageQuery): number {
  return isContinued ? offset + size + 1 : Infinity;
}

/** How many there are, without a look at those beyond the most. */
export async function countUpTo(
  keys: Pick<RowStore, 'count' | 'getAllKeys'>,
  range: IDBKeyRange,
  most: number,
): Promise<number> {
  return most === Infinity ? keys.count(range) : (await keys.getAllKeys(range, most)).length;
}

/** An index has the ids in their order: no row is read for it. */
async function inOrderOf(store: RowStore, ids: readonly string[], { order }: PageQuery): Promise<readonly string[]> {
  if (!order || ids.length === 0) return ids;
  const { index, range, isDescending } = order;
  const keys = index === undefined ? store : store.index(index);
  const wanted = new Set(ids);
  const ordered = ((await keys.getAllKeys(range)) as string[]).filter((id) => wanted.has(id));
  return isDescending ? ordered.reverse() : ordered;
}

function rowOf<Row>({ row }: StoredRow<Row>): Row {
  return row;
}

async function idsMeetingAll(store: RowStore, conditions: readonly Condition[]): Promise<readonly string[]> {
  if (conditions.length === 0) return allIds(store);
  const named = conditions.flatMap((condition) => ('ids' in condition ? [condition.ids] : []));
  if (named.length === 0) return intersect(await Promise.all(conditions.map((each) => idsMeeting(store, each))));
  // Who names the rows wants a look at those, not at an index of all the others.
  const rows = await Promise.all(
    intersect(named).map((id) => store.get(id) as Promise<StoredRow<unknown> | undefined>),
  );
  return rows.flatMap((stored) => (stored && conditions.every((each) => meets(stored, each)) ? [stored.id] : []));
}

function meets(stored: StoredRow<unknown>, condition: Condition): boolean {
  if ('either' in condition) return condition.either.some((each) => meets(stored, each));
  if ('all' in condition) return condition.all.every((each) => meets(stored, each));
  // It was read by these ids.
  if ('ids' in condition) return true;
  if ('afterId' in condition) return stored.id > condition.afterId;
  const key = stored.keys[condition.index];
  if (key === undefined) return false;
  // Of an index with several keys for a row, one of them will do.
  const keys = Array.isArray(key) ? (key as readonly IDBValidKey[]) : [key];
  return keys.some((each) => ('range' in condition ? condition.range.includes(each) : condition.anyOf.includes(each)));
}

async function idsMeeting(store: RowStore, condition: Condition): Promise<readonly string[]> {
  if ('ids' in condition) {
    const found = await Promise.all(condition.ids.map((id) => store.getKey(id)));
    return found.filter((id) => id !== undefined) as string[];
  }
  if ('either' in condition) {
    return (await Promise.all(condition.either.map((each) => idsMeeting(store, each)))).flat();
  }
  if ('all' in condition) return intersect(await Promise.all(condition.all.map((each) => idsMeeting(store, each))));
  if ('afterId' in condition)
    return (await store.getAllKeys(IDBKeyRange.lowerBound(condition.afterId, true))) as string[];
  const index = store.index(condition.index);
  if ('range' in condition) return (await index.getAllKeys(condition.range)) as string[];
  const found = await Promise.all(condition.anyOf.map((value) => index.getAllKeys(value)));
  return found.flat() as string[];
}

async function allIds(store: RowStore): Promise<readonly string[]> {
  return (await store.getAllKeys()) as string[];
}

function intersect(matches: readonly (readonly string[])[]): readonly string[] {
  const [fewest = [], ...others] = [...matches].sort((a, b) => a.length - b.length);
  const sets = others.map((ids) => new Set(ids));
  // Indexes answer in the order of their values; pages need the order of the ids.
  return [...new Set(fewest)].filter((id) => sets.every((ids) => ids.has(id))).sort();
}
