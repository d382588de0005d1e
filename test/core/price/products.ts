import type { AdditionalCost, CoursePrice, PricedProduct } from '@enrollkit/core';

/** An open course of € 100 + € 21 VAT; each test says only what matters to it. */
export function product(
  price: Partial<CoursePrice> = {},
  additionalCosts: readonly AdditionalCost[] = [],
  rest: Partial<PricedProduct> = {},
): PricedProduct {
  return {
    id: 'p1',
    productType: 'open',
    price: { amountMinor: 10000, vat: 'excluded', vatMinor: 2100, period: 'all', complete: true, ...price },
    additionalCosts,
    discounts: [],
    ...rest,
  };
}

export function cost(fields: Partial<AdditionalCost> & Pick<AdditionalCost, 'id'>): AdditionalCost {
  return { type: 'lunch', amountMinor: 1000, vat: 'excluded', vatMinor: 210, mandatory: true, ...fields };
}

/** Examination 10 yes (1), lunch 20 no 5, accommodation 40 exempt: the documents' own lines. */
export const DOCUMENT_COSTS = [
  cost({ id: 'exam', type: 'examination', amountMinor: 1000, vat: 'included', vatMinor: 100 }),
  cost({ id: 'lunch', type: 'lunch', amountMinor: 2000, vat: 'excluded', vatMinor: 500 }),
  { id: 'stay', type: 'accommodation', amountMinor: 4000, vat: 'exempt', mandatory: true },
] as const satisfies readonly AdditionalCost[];

/** The price of the official example file, `PRINCE2`. */
export const OFFICIAL_EXAMPLE = product(
  { amountMinor: 39900, vatMinor: 8379, exemptAmountMinor: 49900 },
  [
    cost({
      id: 'stay',
      type: 'accommodation',
      amountMinor: 5000,
      vatMinor: 500,
      exemptAmountMinor: 5500,
      exemptVatMinor: 500,
    }),
    cost({
      id: 'exam',
      type: 'other',
      typeOther: 'Extra costs for exams',
      amountMinor: 1000,
      vatMinor: 100,
      exemptAmountMinor: 1100,
      exemptVatMinor: 100,
    }),
  ],
  {
    discounts: [
      { site: 'alliander', percentage: '25' },
      { site: 'vattenfall_nl', percentage: '30' },
    ],
  },
);
