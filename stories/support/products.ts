import type { AdditionalCost, CoursePrice, StoredProduct } from '@enrollkit/core';

const price: CoursePrice = { amountMinor: 39900, vat: 'excluded', vatMinor: 8379, period: 'all', complete: true };

const accommodation: AdditionalCost = {
  id: 'accommodation',
  type: 'accommodation',
  amountMinor: 5000,
  vat: 'excluded',
  vatMinor: 500,
  exemptAmountMinor: 5500,
  exemptVatMinor: 500,
  mandatory: true,
};
const exam: AdditionalCost = {
  id: 'exam',
  type: 'examination',
  amountMinor: 1000,
  vat: 'excluded',
  vatMinor: 100,
  exemptAmountMinor: 1100,
  exemptVatMinor: 100,
  mandatory: true,
};
const lunch: AdditionalCost = {
  id: 'lunch',
  type: 'lunch',
  amountMinor: 4000,
  vat: 'excluded',
  vatMinor: 300,
  mandatory: false,
};
const book: AdditionalCost = {
  id: 'book',
  type: 'study material',
  amountMinor: 2950,
  vat: 'excluded',
  vatMinor: 266,
  mandatory: false,
};

/** The costs that the price stories pick from. */
export const COSTS = { accommodation, exam, lunch, book } as const;

/** A course with a price and nothing more than it needs. */
export function pricedCourse(
  overrides: Partial<StoredProduct> = {},
  priceOverrides: Partial<CoursePrice> = {},
): StoredProduct {
  return {
    id: 'course',
    name: 'PRINCE2 Foundation',
    description: '',
    imageUrls: [],
    language: 'nl',
    trainerEmails: [],
    courseType: 'training',
    productType: 'open',
    price: { ...price, ...priceOverrides },
    additionalCosts: [],
    discounts: [],
    allowedSites: [],
    regions: [],
    costPlacements: [],
    pePoints: [],
    moments: [],
    startingDates: [],
    ltiParams: [],
    state: 'active',
    certificationIds: [],
    startStates: [],
    version: 1,
    ...overrides,
  };
}
