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

/** Enough digits for any percentage a person writes, few enough to calculate with. */
const DECIMAL = /^-?\d{1,20}(?:\.\d{1,20})?$/;
const FROM_0_TO_100 = /^(?:0{0,18}\d{1,2}(?:\.\d{1,20})?|0{0,17}100(?:\.0{1,20})?)$/;

/** The discount for `site`, if there is one. Checks every discount: a feed is read before anybody asks for a site. */
export function findDiscount(
  discounts: readonly SiteDiscount[],
  site: string | undefined,
  report: ReportPriceIssue,
): Discount | undefined {
  if (discounts.length === 0) return undefined;
  let percentage: string | undefined;
  const seen = new Set<string>();
  discounts.forEach((entry, index) => {
    const text = readPercentage(entry.percentage, `discounts[${index}].percentage`, report);
    if (seen.has(entry.site)) report('discount-duplicate', `discounts[${index}].site`, { site: entry.site });
    else if (entry.site === site) percentage = text;
    seen.add(entry.site);
  });
  return percentage === undefined ? undefined : toDiscount(percentage);
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

function readPercentage(percentage: unknown, path: string, report: ReportPriceIssue): string | undefined {
  const text = String(percentage).trim();
  if (FROM_0_TO_100.test(text)) return text;
  const code = DECIMAL.test(text) ? 'discount-out-of-range' : 'discount-not-decimal';
  report(code, path, { percentage: text.slice(0, 40) });
  return undefined;
}

function toDiscount(percentage: string): Discount {
  const [whole = '', decimals = ''] = percentage.split('.');
  const denominator = 100n * 10n ** BigInt(decimals.length);
  return { percentage, numerator: denominator - BigInt(whole + decimals), denominator };
}

function lower(amountMinor: number, { numerator, denominator }: Discount): number {
  if (!Number.isSafeInteger(amountMinor)) return amountMinor;
  return Number((2n * BigInt(amountMinor) * numerator + denominator) / (2n * denominator));
}
