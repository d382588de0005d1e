import type { Product, Trainer } from '@enrollkit/core';
import { compileRule, type CompiledRule } from '../schema/compiled-rule.js';
import type { EntryPlace, FeedEntry, TrainerEntry } from './feed-entry.js';
import { PRODUCT_RULE } from '../schema/product-rules.js';
import { TRAINER_RULE } from '../schema/trainer-rules.js';

/** What tells one kind of feed from another: a root with one item after the other, and what an item is made of. */
export interface FeedKind<Entry extends EntryPlace> {
  /** Names of elements, in the schema's spelling. */
  readonly root: string;
  readonly item: string;
  /** The property that tells one item from another. */
  readonly idKey: string;
  /** For the item. Its `build` makes what `entryOf` is given. */
  readonly rule: CompiledRule;
  /** Puts what was built, if it could be, into an entry. */
  readonly entryOf: (item: unknown, place: EntryPlace) => Entry;
}

// Every kind is here, product first: `marks` are numbered by the order, and travel between a page and its worker.

/** Source: domain.md section 4. */
export const PRODUCT_FEED: FeedKind<FeedEntry> = {
  root: 'Products',
  item: 'Product',
  idKey: 'id',
  rule: compileRule(PRODUCT_RULE),
  entryOf: (product, place) => {
    if (product === undefined) return place;
    // Written out: there are as many of them as products.
    const { issues, line, column, endLine, marks } = place;
    return { product: product as Product, issues, line, column, endLine, marks };
  },
};

/** Source: domain.md section 5. */
export const TRAINER_FEED: FeedKind<TrainerEntry> = {
  root: 'Trainers',
  item: 'Trainer',
  idKey: 'email',
  rule: compileRule(TRAINER_RULE),
  entryOf: (trainer, place) => (trainer === undefined ? place : { trainer: trainer as Trainer, ...place }),
};
