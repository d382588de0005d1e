import type { Product, Trainer } from '@enrollkit/core';
import type { FeedIssue, FeedPosition } from '../findings/feed-issue.js';
import type { ReadLimits } from './read-limits.js';
import type { WorkBudget } from './work-budget.js';

/** What is known of anything that was read, whatever the kind of feed. */
export interface EntryPlace extends FeedPosition {
  readonly issues: readonly FeedIssue[];
  /** Line of the end tag, or where reading this product stopped. */
  readonly endLine: number;
  /** Where each field was, packed: ask `locateField`. */
  readonly marks: readonly number[];
  /** Only when the item could not be read: which one it was, as far as that was reached. It is in the feed all the same. */
  readonly id?: string;
}

/** What was read for one `<Product>`, or for a place between products where something is wrong. */
export interface FeedEntry extends EntryPlace {
  /**
   * Absent when the element is malformed, breaks a limit or has no ID. Present does not mean good: a product with an
   * issue of severity `error` is as complete as it could be read, and must not be imported.
   */
  readonly product?: Product;
}

/** What was read for one `<Trainer>`, or for a place between trainers where something is wrong. */
export interface TrainerEntry extends EntryPlace {
  /** Absent when the element is malformed, breaks a limit or has no e-mail address. */
  readonly trainer?: Trainer;
}

export interface ReadProgress {
  /** Bytes read so far, packed ones when the source is packed; characters when it is a string. */
  readonly read: number;
  /** In the same unit. Absent when the source doesn't tell its size. */
  readonly total?: number;
}

export interface ReadProductsOptions {
  readonly limits?: Partial<ReadLimits>;
  /** Stops reading: the iteration throws `aborted`, the source is closed. */
  readonly signal?: AbortSignal;
  /** What to read bytes as, by any label that browsers know, whatever the feed says itself: `windows-1252`. */
  readonly encoding?: string;
  /** Ends reading a feed that takes far more time than its length explains. Default none. */
  readonly budget?: WorkBudget;
  /** Called after each piece of the source, about every 64 kB. */
  readonly onProgress?: (progress: ReadProgress) => void;
}
