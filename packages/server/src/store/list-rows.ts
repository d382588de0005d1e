import type { Page, Paging } from '@enrollkit/core';

interface PageQuery<Row> {
  readonly rows: (paging: { readonly size?: number; readonly offset: number }) => Promise<readonly Row[]>;
  readonly count: () => Promise<number>;
}

/** One page. Counts only when the page itself doesn't tell how many there are. */
export async function listRows<Row>(query: Paging, { rows, count }: PageQuery<Row>): Promise<Page<Row>> {
  if (cannotBeStored(query)) return { items: [], total: 0 };
  const { size, offset = 0 } = query;
  const items = await rows({ ...(size !== undefined && { size }), offset });
  const isLast = size === undefined || items.length < size;
  const total = isLast && (items.length > 0 || offset === 0) ? offset + items.length : await count();
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
