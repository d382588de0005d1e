import type { Issue } from '../issue.js';
import type { AdditionalCostType, MinorUnits, PricePeriod } from './priced-product.js';

/** Who buys: anyone, or a buyer who may buy exempt from VAT. */
export type PriceAudience = 'standard' | 'vat-exempt';

/** For whom, where and with what a price is calculated. */
export interface PriceOptions {
  /** Default `standard`. */
  readonly audience?: PriceAudience | undefined;
  /** Ids of optional costs that were picked. Mandatory costs always count. */
  readonly selectedCosts?: readonly string[] | undefined;
  /** The site that shows the price; a discount for it is applied. */
  readonly site?: string | undefined;
}

/** One amount in its three figures: `netMinor + vatMinor = grossMinor`. */
export interface PriceFigures {
  readonly netMinor: MinorUnits;
  readonly vatMinor: MinorUnits;
  readonly grossMinor: MinorUnits;
}

/** The course itself, or one additional cost. */
export interface PriceLine extends PriceFigures {
  /** The additional cost's id; `course` for the course itself. */
  readonly id: string;
  readonly kind: 'course' | 'cost';
  /** Absent for the course. */
  readonly type?: AdditionalCostType;
  /** What it is when `type` is `other`. */
  readonly typeOther?: string;
  readonly mandatory: boolean;
  /** Whether the line counts in the totals. Always true for the course and for mandatory costs. */
  readonly selected: boolean;
}

/** A discount that was applied to the course line. */
export interface AppliedDiscount {
  /** Decimal digits as written. */
  readonly percentage: string;
  /** How much less the course line is, VAT included. */
  readonly savedMinor: MinorUnits;
}

/**
 * A price, ready to be shown. The figures add up: `netMinor + vatMinor = totalMinor`, and the three are the sums of the
 * selected lines.
 */
export interface PriceCalculation {
  /** `free`: nothing has to be paid. `on-request`: there is no amount at all, so no lines. */
  readonly display: 'amount' | 'free' | 'on-request';
  /** False when the total can't be known (see the errors in `issues`): then there are no lines and every amount is 0. */
  readonly valid: boolean;
  readonly currency: 'EUR';
  readonly period: PricePeriod;
  /** By whose rule the lines were calculated: `standard` when an exempt price was asked for and there is none. */
  readonly audience: PriceAudience;
  /** False when unavoidable costs may come on top of the total. */
  readonly complete: boolean;
  /** The course first, then the additional costs in the product's order, optional ones that weren't picked included. */
  readonly lines: readonly PriceLine[];
  readonly netMinor: MinorUnits;
  readonly vatMinor: MinorUnits;
  /** Course + mandatory + picked costs. With a recurring price: the first payment. */
  readonly totalMinor: MinorUnits;
  /** Only with a recurring price: the course, each period. `recurringMinor + oneOffMinor = totalMinor`. */
  readonly recurringMinor?: MinorUnits;
  /** Only with a recurring price: the mandatory and picked costs, paid once. */
  readonly oneOffMinor?: MinorUnits;
  /** What `totalMinor` is for a buyer who may buy exempt from VAT, with the same costs picked. Absent when not offered. */
  readonly exemptTotalMinor?: MinorUnits;
  readonly discount?: AppliedDiscount;
  readonly issues: readonly Issue[];
}
