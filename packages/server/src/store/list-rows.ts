import type { Page, Paging } from '@enrollkit/core';

interface PageQuery<Row> {
  readonly rows: (paging: { readonly size?: number; readonly offset: number }) => Promise<readonly Row[]>;
  readonly count: () => Promise<number>;
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
  const asked = rows({ ...(size !== undefined && { size: isUncounted ? size + 1 : size }), offset });
  if (size === undefined || isUncounted) {
    const found = await asked;
    const total = found.length > 0 || offset === 0 ? offset + found.length : await count();
    return { items: found.slice(0, size), total };
  }
  const [items, total] = await Promise.all([asked, count()]);
  return { items, total };
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
