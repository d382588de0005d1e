import type { PriceFigures } from './price-calculation.js';
import type { ReportPriceIssue } from './price-issue.js';
import type { AdditionalCost } from './priced-product.js';
import { readAmount } from './read-amount.js';
import { figures } from './standard-figures.js';

/**
 * What a cost line is for a buyer who may buy exempt from VAT: exempt amount + exempt VAT, or the normal amount when the
 * line has no exempt one (its VAT is still due). Source: SEED-X, "some low-VAT items must still be added".
 */
export function exemptCostFigures(
  cost: AdditionalCost,
  standard: PriceFigures,
  path: string,
  report: ReportPriceIssue,
): PriceFigures {
  const amount = readAmount(cost.exemptAmountMinor, `${path}.exemptAmountMinor`, report);
  const vat = readAmount(cost.exemptVatMinor, `${path}.exemptVatMinor`, report);
  if (amount === undefined) {
    if (vat !== undefined) report('exempt-amount-missing', `${path}.exemptAmountMinor`);
    return standard;
  }
  if (vat && standard.vatMinor > 0 && amount === standard.grossMinor) {
    report('exempt-amount-includes-vat', `${path}.exemptAmountMinor`, {
      amountMinor: standard.netMinor,
      vatMinor: standard.vatMinor,
      exemptAmountMinor: amount,
      exemptVatMinor: vat,
    });
  }
  return figures(amount, vat ?? 0);
}
