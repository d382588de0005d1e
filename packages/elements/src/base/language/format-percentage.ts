import { withRegion } from './formats.js';

/** `0.684` as `68%`. */
export function formatPercentage(share: number, locale: string): string {
  return new Intl.NumberFormat(withRegion(locale), { style: 'percent' }).format(share);
}
