import { checkVat } from './check-vat.js';
import type { PriceFigures } from './price-calculation.js';
import type { ReportPriceIssue } from './price-issue.js';
import type { MinorUnits, VatTreatment } from './priced-product.js';
import { readAmount } from './read-amount.js';

/** What the course price and an additional cost have in common. */
export interface PricedAmount {
  readonly amountMinor: MinorUnits;
  readonly vat: VatTreatment;
  readonly vatMinor?: MinorUnits;
}

/** The three VAT rules, the same for the course and for a cost line. Source: P509, P535, SEED-X. */
const FIGURES = {
  excluded: (amount, vat) => figures(amount, vat),
  exempt: (amount) => figures(amount, 0),
  included: (amount, vat) => figures(amount - vat, vat),
} as const satisfies Record<VatTreatment, (amount: number, vat: number) => PriceFigures>;

/** Net, VAT and gross of one amount. NaN in all that can't be known. Reports what is wrong or doubtful. */
export function standardFigures(priced: PricedAmount, path: string, report: ReportPriceIssue): PriceFigures {
  const given = readAmount(priced.amountMinor, `${path}.amountMinor`, report);
  if (given === undefined) report('price-missing', `${path}.amountMinor`);
  const amount = given ?? NaN;
  const treatment: unknown = priced.vat;
  if (!Object.hasOwn(FIGURES, priced.vat)) {
    report('vat-treatment-unknown', `${path}.vat`, { vat: String(treatment) });
    return figures(NaN, NaN);
  }
  const vat = readAmount(priced.vatMinor, `${path}.vatMinor`, report);
  checkVat(priced.vat, amount, vat, `${path}.vatMinor`, report);
  const result = FIGURES[priced.vat](amount, countedVat(priced.vat, amount, vat));
  if (result.grossMinor > Number.MAX_SAFE_INTEGER) report('amount-too-large', path);
  return result;
}

/** Two figures and their sum. */
export function figures(netMinor: number, vatMinor: number): PriceFigures {
  return { netMinor, vatMinor, grossMinor: netMinor + vatMinor };
}

function countedVat(treatment: VatTreatment, amount: number, vat: number | undefined): number {
  // Nothing is due on top of 0, so a free course needs no VAT amount.
  if (treatment === 'excluded') return vat ?? (amount === 0 ? 0 : NaN);
  // Included VAT only informs (P535): when it can't be right, the total still is.
  return vat !== undefined && vat <= amount ? vat : 0;
}
