import type { Page } from '@enrollkit/core';
import { formatDecimal } from './formats.js';

/** How many a list has: where counting ended, that there are more. */
export function sayTotal(
  { total, hasMore }: Pick<Page<unknown>, 'total' | 'hasMore'>,
  { moreThan }: { readonly moreThan: (count: string) => string },
  locale: string,
): string {
  const count = formatDecimal(String(total), locale);
  return hasMore ? moreThan(count) : count;
}
