import type { OrderPosition } from '@enrollkit/core';
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';

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

/**
 * Behind the last row of the page before. `isOfOne`: all rows are one provider's, as an index has them together. Rows of
 * several may have one id: behind it are those of the next provider then.
 */
export function behindRow(
  { value, id, providerId }: OrderPosition,
  { by, isDescending = false, isOfOne }: BehindOptions,
): Expression<SqlBool> {
  const isBehind = isDescending ? sql`<` : sql`>`;
  // A page in the order of ids has all that have the last one.
  const isBetween = !isOfOne && (by !== undefined || providerId !== undefined);
  const columns = [...(by ? [by.column] : []), sql`id`, ...(isBetween ? [sql`provider_id`] : [])];
  const values = [
    ...(by ? [sql`${value}::${sql.raw(by.type)}`] : []),
    sql`${id}`,
    ...(isBetween ? [sql`${providerId ?? ''}`] : []),
  ];
  return sql<SqlBool>`(${sql.join(columns)}) ${isBehind} (${sql.join(values)})`;
}

interface BehindOptions {
  /** Default: by id alone. */
  readonly by?: OrderColumn | undefined;
  readonly isDescending?: boolean;
  readonly isOfOne: boolean;
}
