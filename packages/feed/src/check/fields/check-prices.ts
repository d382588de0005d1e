import type { AdditionalCost, Product } from '@enrollkit/core';
import type { CheckContext } from './check-context.js';
import { excerpt } from '../../findings/excerpt.js';

/** What is doubtful about a price beside the amounts, which core's calculation looks at. Source: domain.md section 3. */
export function checkPrices(product: Product, context: CheckContext): void {
  const { price, productType, additionalCosts } = product;
  const { report, price: calculated } = context;
  for (let index = 0; index < additionalCosts.length; index += 1) {
    checkCost(additionalCosts[index] as AdditionalCost, index, product, context);
  }
  if (price === undefined) return;
  if (price.onRequest === true && productType === 'in-company' && price.amountMinor > 0) {
    report('price-hidden', 'price.amountMinor', { amountMinor: price.amountMinor });
  }
  if (price.onRequest !== true && productType === 'in-company' && price.amountMinor > 0) {
    report('in-company-price-shown', 'price.amountMinor', { amountMinor: price.amountMinor });
  }
  if (price.vat === 'exempt' && price.exemptAmountMinor !== undefined) {
    const { exemptAmountMinor } = price;
    report('exempt-price-of-exempt', 'price.exemptAmountMinor', { exemptAmountMinor });
  }
  const { recurringMinor, oneOffMinor, period } = calculated;
  if (recurringMinor !== undefined && oneOffMinor !== undefined && oneOffMinor > 0) {
    report('one-off-beside-recurring', 'price.period', { recurringMinor, oneOffMinor, period });
  }
}

function checkCost(cost: AdditionalCost, index: number, { price }: Product, { report }: CheckContext): void {
  const { type, typeOther, vat, exemptAmountMinor, exemptVatMinor } = cost;
  if (type === 'other') {
    if (typeOther === undefined) report('cost-type-other-missing', `additionalCosts[${index}].typeOther`, {});
  } else if (typeOther !== undefined) {
    report('cost-type-other-unused', `additionalCosts[${index}].typeOther`, {
      type,
      typeOther: excerpt(typeOther),
    });
  }
  if (exemptAmountMinor === undefined && exemptVatMinor === undefined) return;
  const path = `additionalCosts[${index}].${exemptAmountMinor === undefined ? 'exemptVatMinor' : 'exemptAmountMinor'}`;
  if (vat === 'exempt' && exemptAmountMinor !== undefined)
    report('exempt-price-of-exempt', path, { exemptAmountMinor });
  // Without an alternative for the course no exempt total is offered, so what a line would be in it is never asked.
  else if (price !== undefined && price.exemptAmountMinor === undefined) report('exempt-cost-unused', path, {});
}
