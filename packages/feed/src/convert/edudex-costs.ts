import type { AdditionalCost, CoursePrice } from '@enrollkit/core';
import type { ConversionReport, Json, JsonObject } from './conversion.js';
import { COST_TYPES, PERIODS } from './edudex-words.js';
import { amountText, shortened } from './values.js';

/** What the course itself costs, when that isn't agreed upon. */
export function courseCosts(price: CoursePrice | undefined, report: ConversionReport): readonly Json[] {
  if (!price || price.onRequest) return [];
  if (price.vat === 'included' && price.vatMinor === undefined) report.missing('VatAmount');
  return [
    { id: 'price', costType: 'tuition fee', isRequiredCost: true, period: PERIODS[price.period], ...amountsOf(price) },
  ];
}

/** One of its additional costs. */
export function additionalCost(cost: AdditionalCost, index: number, report: ConversionReport): readonly Json[] {
  const costType = COST_TYPES[cost.type];
  const said = cost.typeOther ?? '';
  if (costType !== cost.type) report.changed('AdditionalCost/Type', said || cost.type, costType);
  if (cost.vat === 'included' && cost.vatMinor === undefined) report.missing('VatAmount');
  return [
    {
      id: `cost-${index + 1}`,
      costType,
      isRequiredCost: cost.mandatory,
      ...amountsOf(cost),
      ...(said !== '' && { summaryText: { nl: shortened(said, 500) } }),
    },
  ];
}

/** Without VAT, and the VAT; the same for whoever may buy exempt from it. */
function amountsOf(
  priced: Pick<AdditionalCost, 'amountMinor' | 'vat' | 'vatMinor' | 'exemptAmountMinor' | 'exemptVatMinor'>,
): JsonObject {
  const { amountMinor, vat, vatMinor, exemptAmountMinor, exemptVatMinor } = priced;
  return {
    amount: amountText(vat === 'included' ? amountMinor - (vatMinor ?? 0) : amountMinor),
    amountIsFinal: true,
    currency: 'EUR',
    ...(vatMinor !== undefined && { amountVAT: amountText(vatMinor) }),
    ...(exemptAmountMinor !== undefined && { VATExemptAmount: amountText(exemptAmountMinor) }),
    ...(exemptVatMinor !== undefined && { VATExemptAmountVAT: amountText(exemptVatMinor) }),
  };
}
