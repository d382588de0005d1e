import type { Page, Paging } from '@enrollkit/core';
import { countedUpTo, MOST_COUNTED_OF_A_LOG, saidTotal, type Total } from './totals.js';

interface PageQuery<Row> {
  readonly rows: (paging: { readonly size?: number; readonly offset: number }) => Promise<readonly Row[]>;
  /** How many there are, counted no further than `most`. */
  readonly count: (most: number) => Promise<number>;
  /** Whether nobody needs to know how many there are: one row more than the page tells whether it is the last. */
  readonly isUncounted?: boolean;
}

/** One page. Counts when what is read may not tell how many there are: along with it, without waiting. */
export async function listRows<Row>(
  query: Paging,
  { rows, count, isUncounted = false }: PageQuery<Row>,
): Promise<Page<Row>> {
  if (cannotBeStored(query)) return { items: [], total: 0 };
  const { size, offset = 0 } = query;
  const most = countedUpTo(query, MOST_COUNTED_OF_A_LOG);
  const counted = async (): Promise<Total> => saidTotal(await count(most + 1), most);
  const asked = rows({ ...(size !== undefined && { size: isUncounted ? size + 1 : size }), offset });
  if (size === undefined || isUncounted) {
    const found = await asked;
    const said = found.length > 0 || offset === 0 ? { total: offset + found.length } : await counted();
    return { items: found.slice(0, size), ...said };
  }
  const [items, said] = await Promise.all([asked, counted()]);
  return { items, ...said };
}

/** PostgreSQL holds no null character: nothing that is stored is equal to a text with one. */
export function cannotBeStored(value: unknown): boolean {
  return JSON.stringify(value).includes('\\u0000');
}

/** Leaves out what a column doesn't hold: the kit's records have a field or don't. */
export function present<Key extends string, Value>(
  key: Key,
  value: Value | null,
): Readonly<Partial<Record<Key, Value>>> {
  return (value === null ? {} : { [key]: value }) as Readonly<Partial<Record<Key, Value>>>;
}
