import type { MinorUnits } from './priced-product.js';
import type { ReportPriceIssue } from './price-issue.js';

/**
 * The amount when it is whole cents from 0; undefined when there is none. A wrong one is reported and reads as NaN, so
 * that everything calculated from it is known to be wrong as well.
 */
export function readAmount(
  amountMinor: MinorUnits | null | undefined,
  path: string,
  report: ReportPriceIssue,
): number | undefined {
  if (amountMinor === undefined || amountMinor === null) return undefined;
  // Adding 0 turns -0 into 0, which would show as "-0.00".
  if (Number.isSafeInteger(amountMinor) && amountMinor >= 0) return amountMinor + 0;
  if (amountMinor < 0) report('amount-negative', path, { amountMinor });
  else if (Number.isInteger(amountMinor)) report('amount-too-large', path, { amountMinor });
  else report('amount-not-whole-cents', path, { amount: String(amountMinor) });
  return NaN;
}
