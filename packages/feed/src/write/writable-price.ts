import type { AdditionalCost, CoursePrice, Product } from '@enrollkit/core';
import type { ReportAt } from './spell-item.js';

/**
 * The product with every amount excluding VAT or exempt: `VatIncluded` `yes` is read and never written. What is paid
 * stays the same to the cent, but that a discount is then taken off the two parts: its total can differ by one.
 *
 * Reports what would make the price another one or half a one: VAT that is missing, costs that are.
 * Source: domain.md section 3, P535.
 */
export function withWritablePrice(product: Product, report: ReportAt): Product {
  // A host's plain object may lack the list, or have something else in its place, whatever the types say.
  const given: Partial<Product> = product;
  const { price, additionalCosts } = given;
  const isOnRequest = price?.onRequest === true && product.productType === 'in-company';
  if (price && !price.complete) report('price.complete', 'price-incomplete');
  return {
    ...product,
    ...(price && { price: excludeVat(price, () => isOnRequest || report('price.vatMinor', 'vat-missing')) }),
    ...(Array.isArray(additionalCosts) && {
      additionalCosts: (additionalCosts as readonly (AdditionalCost | null)[]).map((cost, index) =>
        cost === null
          ? cost
          : withVatAmount(excludeVat(cost, () => report(`additionalCosts[${index}].vatMinor`, 'vat-missing'))),
      ) as readonly AdditionalCost[],
    }),
  };
}

function excludeVat<Priced extends CoursePrice | AdditionalCost>(priced: Priced, reportMissing: () => unknown): Priced {
  const { amountMinor, vat, vatMinor } = priced;
  if (vat === 'exempt') return priced;
  if (vatMinor === undefined && amountMinor > 0) reportMissing();
  if (vat === 'excluded') return priced;
  return { ...priced, vat: 'excluded', amountMinor: amountMinor - (vatMinor ?? 0), vatMinor: vatMinor ?? 0 };
}

/** The schema wants the VAT of every cost line, also of one that is exempt or free. Source: XSD. */
function withVatAmount(cost: AdditionalCost): AdditionalCost {
  return { ...cost, vatMinor: cost.vatMinor ?? 0 };
}
