import type { CalendarDay, PriceCalculation } from '@enrollkit/core';
import type { FeedEntry, ReadProductsOptions } from '../read/feed-entry.js';
import type { CheckMode, FeedFinding } from './feed-finding.js';

export interface CheckOptions extends ReadProductsOptions {
  /** Default `tolerant`. */
  readonly mode?: CheckMode;
  /** The day on the provider's calendar: starting dates before it are past. */
  readonly today: CalendarDay;
  /** The site that shows the price; a discount for it is applied. */
  readonly site?: string;
}

/** What was read for one product, all that was found about it, and what it costs. */
export interface CheckedEntry extends Omit<FeedEntry, 'issues'> {
  /** In the order of the feed, with the severity that the mode gives them. */
  readonly issues: readonly FeedFinding[];
  /** For any buyer. Absent when there is no product. */
  readonly price?: PriceCalculation;
}

/** What all of a feed comes down to. */
export interface CheckSummary {
  /** `<Product>` elements, those that could not be read included. */
  readonly products: number;
  readonly errors: number;
  readonly warnings: number;
  readonly byCode: Readonly<Record<string, number>>;
}
