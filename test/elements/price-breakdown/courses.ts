import type { PricedProduct } from '@enrollkit/core';

/** The official example's course, with two optional costs of the documents beside it. */
export const course = {
  id: 'prince2',
  productType: 'open',
  price: {
    amountMinor: 39900,
    vat: 'excluded',
    vatMinor: 8379,
    exemptAmountMinor: 49900,
    period: 'all',
    complete: true,
  },
  additionalCosts: [
    {
      id: 'stay',
      type: 'accommodation',
      amountMinor: 5000,
      vat: 'excluded',
      vatMinor: 500,
      exemptAmountMinor: 5500,
      exemptVatMinor: 500,
      mandatory: true,
    },
    {
      id: 'exam',
      type: 'other',
      typeOther: 'Extra examenkosten',
      amountMinor: 1000,
      vat: 'excluded',
      vatMinor: 100,
      exemptAmountMinor: 1100,
      exemptVatMinor: 100,
      mandatory: true,
    },
    { id: 'lunch', type: 'lunch', amountMinor: 4000, vat: 'excluded', vatMinor: 300, mandatory: false },
    { id: 'fee', type: 'registration fee', amountMinor: 2000, vat: 'excluded', vatMinor: 500, mandatory: false },
  ],
  discounts: [{ site: 'alliander', percentage: '25' }],
} as const satisfies PricedProduct;

/** The official example itself: nothing to choose. */
export const official: PricedProduct = {
  ...course,
  additionalCosts: course.additionalCosts.filter(({ mandatory }) => mandatory),
};

export const withPrice = (price: Partial<NonNullable<PricedProduct['price']>>): PricedProduct => ({
  ...course,
  price: { ...course.price, ...price },
});

export const free: PricedProduct = {
  ...withPrice({ amountMinor: 0, vat: 'exempt' }),
  price: { amountMinor: 0, vat: 'exempt', period: 'all', complete: true },
  additionalCosts: [],
};
