import type { Issue } from '../issue.js';

/** Everything that can be wrong or doubtful about a price, and how bad it is. */
export const PRICE_ISSUES = {
  'price-missing': 'error',
  /** Buyers must see every unavoidable cost. Source: SEED-X, `PriceComplete`. */
  'price-incomplete': 'error',
  'amount-not-decimal': 'error',
  'amount-negative': 'error',
  'amount-not-whole-cents': 'error',
  'amount-too-large': 'error',
  'vat-treatment-unknown': 'error',
  /** Once, or how often: without knowing that, an amount says little. */
  'period-unknown': 'error',
  /** Excluding VAT, and the VAT isn't given: the total a buyer pays can't be known. */
  'vat-missing': 'error',
  /** Including VAT, and not said how much of it: the total is known, its VAT isn't. */
  'included-vat-missing': 'warning',
  'vat-zero': 'warning',
  'vat-on-exempt': 'warning',
  'vat-exceeds-amount': 'warning',
  /** Price 250, VatAmount 21: a rate where an amount belongs. */
  'vat-looks-like-percentage': 'warning',
  'vat-rate-unusual': 'warning',
  /** An exempt total was asked for, and the product has no exempt price. */
  'exempt-price-missing': 'warning',
  /** A cost line's exempt VAT without its exempt amount: the line counts at its normal amount. */
  'exempt-amount-missing': 'warning',
  /** The official example: price 50, VAT 5, exempt amount 55 and then exempt VAT 5 once more. */
  'exempt-amount-includes-vat': 'warning',
  /** A price on request exists for in-company courses only. Source: SEED-X, `PriceAgreement`. */
  'on-request-ignored': 'warning',
  'cost-id-duplicate': 'error',
  'selected-cost-unknown': 'warning',
  'discount-not-decimal': 'error',
  'discount-out-of-range': 'error',
  'discount-duplicate': 'warning',
} as const satisfies Record<string, Issue['severity']>;

export type PriceIssueCode = keyof typeof PRICE_ISSUES;

/** Takes note of one issue. */
export type ReportPriceIssue = (code: PriceIssueCode, path: string, params?: Issue['params']) => void;

/** An issue about a price, with the severity of the table. */
export function priceIssue(code: PriceIssueCode, path: string, params: Issue['params'] = {}): Issue {
  return { code, severity: PRICE_ISSUES[code], path, params };
}
