import type { Page } from '@enrollkit/core';

/** How many there are, and whether these are only the ones that were counted. */
export type Total = Pick<Page<unknown>, 'total' | 'hasMore'>;

/** More than that nobody counts while somebody waits for a page. */
export const MOST_COUNTED = 100_000;

/** Of several providers together: there the count was nearly all the work of a page. */
export const MOST_COUNTED_OF_MANY = 10_000;

/** Of what only grows: the trail of what was done, and what webhooks were told. */
export const MOST_COUNTED_OF_A_LOG = 10_000;

/**
 * How far the rows of a list are counted: further than its page reaches, so that whoever adds up pages until they have `total`
 * comes to the end, also without a look at `hasMore`.
 */
export function countedUpTo(
  { size = 0, offset = 0 }: { readonly size?: number | undefined; readonly offset?: number | undefined },
  most: number,
): number {
  return Math.max(most, offset + size + 1);
}

/** What a page says of a count that went one further than `most`. */
export function saidTotal(counted: number, most: number): Total {
  return counted > most ? { total: most, hasMore: true } : { total: counted };
}
