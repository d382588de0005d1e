import type { MinorUnits } from '@enrollkit/core';

/** A whole percentage of an amount, in whole cents: what a VAT amount could have been. */
export function shareOf(amountMinor: MinorUnits, percentage: string): MinorUnits {
  return Math.floor((amountMinor * Number(percentage) + 50) / 100);
}
