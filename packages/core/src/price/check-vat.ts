import { formatMinor } from './format-minor.js';
import type { ReportPriceIssue } from './price-issue.js';
import type { VatTreatment } from './priced-product.js';

/** The rates of today. Others are allowed, with a warning: VAT is an amount here, and the sources' examples differ too. */
const DUTCH_RATES = [9, 21];
/** Rates that explain an amount: old and neighbouring ones, and the 7.5, 10 and 25 % of the sources' own examples. */
const PLAUSIBLE_RATES = [6, 7.5, 9, 10, 12, 19, 20, 21, 25];
/** Amounts in cents that are easily a rate written in the wrong place. */
const RATES_AS_AMOUNTS = [600, 900, 1200, 1900, 2100];

/** Reports a VAT amount that is missing or doubtful. Never an error for an unusual rate. Source: domain rules on price. */
export function checkVat(
  treatment: VatTreatment,
  amount: number,
  vat: number | undefined,
  path: string,
  report: ReportPriceIssue,
): void {
  if (Number.isNaN(amount) || Number.isNaN(vat)) return;
  if (treatment === 'exempt') {
    if (vat) report('vat-on-exempt', path, { vatMinor: vat });
    return;
  }
  if (vat === undefined) {
    if (amount > 0) report(treatment === 'excluded' ? 'vat-missing' : 'included-vat-missing', path);
    return;
  }
  const net = treatment === 'included' ? amount - vat : amount;
  const params = { amountMinor: amount, vatMinor: vat };
  if (vat === 0) {
    if (amount > 0) report('vat-zero', path, params);
  } else if (RATES_AS_AMOUNTS.includes(vat) && !PLAUSIBLE_RATES.some((rate) => isRate(rate, net, vat))) {
    report('vat-looks-like-percentage', path, { ...params, percentage: formatMinor(vat).replace('.00', '') });
  } else if (vat > amount) {
    report('vat-exceeds-amount', path, params);
  } else if (!DUTCH_RATES.some((rate) => isRate(rate, net, vat))) {
    report('vat-rate-unusual', path, params);
  }
}

/** Whether `vat` is this percentage of `net`, give or take the cent that rounding costs. */
function isRate(rate: number, net: number, vat: number): boolean {
  return Math.abs((net * rate) / 100 - vat) <= 1;
}
