import { EnrollkitError } from '../errors.js';
import type { MinorUnits } from './priced-product.js';

/**
 * Writes cents as euro with a point and two decimals, the spelling of feeds and machines. For people use `Intl`.
 *
 * Throws `invalid` when `amountMinor` isn't a whole number of cents. Reads back with `parseAmount`.
 *
 * @example
 * formatMinor(54879) // '548.79'
 */
export function formatMinor(amountMinor: MinorUnits): string {
  if (!Number.isSafeInteger(amountMinor)) throw new EnrollkitError('invalid', `Not whole cents: ${amountMinor}`);
  const digits = String(Math.abs(amountMinor)).padStart(3, '0');
  return `${amountMinor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
