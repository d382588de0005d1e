import { sql, type RawBuilder } from 'kysely';

/** What a list is ordered by, as an index has it. */
export interface OrderColumn {
  readonly column: RawBuilder<unknown>;
  readonly type: keyof typeof NOTHING_ADDED;
}

const NOTHING_ADDED = { text: sql`|| ''`, timestamptz: sql`+ interval '0'`, date: sql`+ 0` } as const;

/** The same value in an expression that no index has: then rows are found by what is asked of them, and sorted after that. */
export function besideIndex(column: RawBuilder<unknown>, type: OrderColumn['type']): RawBuilder<unknown> {
  return sql`(${column}) ${NOTHING_ADDED[type]}`;
}
