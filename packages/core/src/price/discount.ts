import type { PriceFigures } from './price-calculation.js';
import type { ReportPriceIssue } from './price-issue.js';
import type { SiteDiscount } from './priced-product.js';
import { figures } from './standard-figures.js';

/** What is left to pay as an exact fraction: 12.5 % off leaves 875/1000. */
export interface Discount {
  readonly percentage: string;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Enough for any percentage a person writes, short enough that its arithmetic stays cheap. */
const DECIMAL = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/;

/** The discount for `site`, if there is one. Checks every discount: a feed is read before anybody asks for a site. */
export function findDiscount(
  discounts: readonly SiteDiscount[],
  site: string | undefined,
  report: ReportPriceIssue,
): Discount | undefined {
  let found: Discount | undefined;
  const seen = new Set<string>();
  discounts.forEach((entry, index) => {
    const discount = readDiscount(entry.percentage, `discounts[${index}].percentage`, report);
    if (seen.has(entry.site)) report('discount-duplicate', `discounts[${index}].site`, { site: entry.site });
    else if (entry.site === site) found = discount;
    seen.add(entry.site);
  });
  return found;
}

/** Lowers net and VAT, each rounded half-up to a cent, and adds up again. */
export function discountExcluded(course: PriceFigures, discount: Discount): PriceFigures {
  return figures(lower(course.netMinor, discount), lower(course.vatMinor, discount));
}

/** Lowers gross and VAT, each rounded half-up to a cent: the advertised amount is the one with VAT in it. */
export function discountIncluded(course: PriceFigures, discount: Discount): PriceFigures {
  const vat = lower(course.vatMinor, discount);
  return figures(lower(course.grossMinor, discount) - vat, vat);
}

function readDiscount(percentage: unknown, path: string, report: ReportPriceIssue): Discount | undefined {
  const text = String(percentage).trim();
  const match = DECIMAL.exec(text);
  if (!match) {
    report('discount-not-decimal', path, { percentage: text.slice(0, 40) });
    return undefined;
  }
  const [, sign, whole = '', decimals = ''] = match;
  const denominator = 100n * 10n ** BigInt(decimals.length);
  const off = BigInt(whole + decimals);
  if (off > denominator || (sign && off > 0n)) {
    report('discount-out-of-range', path, { percentage: text });
    return undefined;
  }
  return { percentage: text, numerator: denominator - off, denominator };
}

function lower(amountMinor: number, { numerator, denominator }: Discount): number {
  if (!Number.isSafeInteger(amountMinor)) return amountMinor;
  return Number((2n * BigInt(amountMinor) * numerator + denominator) / (2n * denominator));
}
