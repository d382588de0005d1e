import type { PriceCalculation } from '@enrollkit/core';
import type { FindingTotals } from '../../check/checked-entry.js';
import type { EntryWithFindings } from '../../check/findings-to-csv.js';
import type { FeedDifference } from '../../plan/compare/compare-with-index.js';

/** What was read for one product or trainer, whatever the kind of feed. */
export interface ReportedItem {
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** Of a product that has one. */
  readonly price?: PriceCalculation | undefined;
  readonly entry: EntryWithFindings;
}

/** What all of a feed comes down to: `items` are its products, or trainers. */
export interface ReportedTotals extends Pick<FindingTotals, 'errors' | 'warnings'> {
  readonly items: number;
  /** What they are called, when that turned out only while reading. */
  readonly label?: (count: number) => string;
}

/** Says what checking finds: while it finds it, and when it is done. */
export interface Report {
  add(item: ReportedItem): Promise<void> | undefined;
  /** All has been read. */
  finish(totals: ReportedTotals, difference?: FeedDifference): Promise<void>;
  /** The rest could not be read. */
  giveUp(): Promise<void>;
}
