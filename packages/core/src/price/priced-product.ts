/** An amount in the currency's smallest unit: whole euro cents. Never a fraction. */
export type MinorUnits = number;

/** How VAT relates to an amount. `included` is read from legacy feeds and never written. Source: P509, P535. */
export type VatTreatment = 'excluded' | 'included' | 'exempt';

export type PricePeriod = 'all' | 'yearly' | 'monthly' | 'daily';

/** The part of a product that its price depends on. */
export interface PricedProduct {
  readonly id: string;
  readonly productType: string;
  /** In which the names of its own costs are. */
  readonly language?: string;
  /** Absent when the product carries no price at all. */
  readonly price?: CoursePrice;
  readonly additionalCosts: readonly AdditionalCost[];
  readonly discounts: readonly SiteDiscount[];
}

export interface CoursePrice {
  readonly amountMinor: MinorUnits;
  readonly vat: VatTreatment;
  /** The VAT as an amount, never as a rate. */
  readonly vatMinor?: MinorUnits;
  /** What buyers who may buy exempt from VAT pay for the course instead. */
  readonly exemptAmountMinor?: MinorUnits;
  readonly period: PricePeriod;
  /** Agreed between provider and buyer. Counts for in-company products only. */
  readonly onRequest?: boolean;
  /** Whether every unavoidable cost is given. */
  readonly complete: boolean;
}

export interface AdditionalCost {
  readonly id: string;
  readonly type: AdditionalCostType;
  /** What it is when `type` is `other`. */
  readonly typeOther?: string;
  readonly amountMinor: MinorUnits;
  readonly vat: VatTreatment;
  readonly vatMinor?: MinorUnits;
  readonly exemptAmountMinor?: MinorUnits;
  readonly exemptVatMinor?: MinorUnits;
  readonly mandatory: boolean;
}

/** The cost types of the product schema, in its spelling. */
export const ADDITIONAL_COST_TYPES = [
  'examination',
  'excursions',
  'lunch',
  'dinner',
  'registration fee',
  'study material',
  'visa/permit',
  'coaching',
  'accommodation',
  'arrangement',
  'second accommodation',
  'other',
] as const;
export type AdditionalCostType = (typeof ADDITIONAL_COST_TYPES)[number];

export interface SiteDiscount {
  readonly site: string;
  /** Decimal digits as written: `"12.5"`. */
  readonly percentage: string;
}
