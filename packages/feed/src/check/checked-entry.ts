import type { CalendarDay, PeOrganisation, PriceCalculation, Product, Trainer } from '@enrollkit/core';
import type { EntryPlace, ReadProductsOptions } from '../read/feed-entry.js';
import type { CheckMode, FeedFinding } from '../findings/feed-finding.js';

export interface TrainerCheckOptions extends ReadProductsOptions {
  /** Default `tolerant`. */
  readonly mode?: CheckMode;
}

export interface CheckOptions extends TrainerCheckOptions {
  /** The day on the provider's calendar: starting dates before it are past. */
  readonly today: CalendarDay;
  /** The site that shows the price; a discount for it is applied. */
  readonly site?: string;
  /** The organisations that PE points may be of: another is a warning. Without a list any may. */
  readonly peOrganisations?: readonly PeOrganisation[];
}

/** What was found about anything that was read, whatever the kind of feed. */
export interface CheckedPlace extends Omit<EntryPlace, 'issues'> {
  /** In the order of the feed, with the severity that the mode gives them. */
  readonly issues: readonly FeedFinding[];
}

/** What was read for one product, all that was found about it, and what it costs. */
export interface CheckedEntry extends CheckedPlace {
  readonly product?: Product;
  /** For any buyer. Absent when there is no product. */
  readonly price?: PriceCalculation;
}

/** What was read for one trainer, and all that was found about it. */
export interface CheckedTrainer extends CheckedPlace {
  readonly trainer?: Trainer;
}

/** How much was found in all of a feed. */
export interface FindingTotals {
  readonly errors: number;
  readonly warnings: number;
  readonly byCode: Readonly<Record<string, number>>;
}

export interface CheckSummary extends FindingTotals {
  /** `<Product>` elements, those that could not be read included. */
  readonly products: number;
}

export interface TrainerCheckSummary extends FindingTotals {
  /** `<Trainer>` elements, those that could not be read included. */
  readonly trainers: number;
}
