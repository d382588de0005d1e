import type { Product, Trainer } from '@enrollkit/core';
import { ProductChecker } from '../check/product-checker.js';
import { TrainerChecker } from '../check/trainer-checker.js';
import type { FeedEntry, TrainerEntry } from '../read/feed-entry.js';
import { PRODUCT_FEED, TRAINER_FEED } from '../read/feed-kind.js';
import { withWritablePrice } from './writable-price.js';
import type { WrittenKind } from './write-item.js';

/** How products are written. */
export const WRITTEN_PRODUCTS: WrittenKind<Product, FeedEntry> = {
  feed: PRODUCT_FEED,
  itemOf: ({ product }) => product,
  idOf: ({ id }) => id,
  startChecking: () => {
    // Whether a start has passed makes no difference to how it is written.
    const checker = new ProductChecker({ today: '1900-01-01' });
    return (entry) => checker.check(entry).issues;
  },
  prepare: withWritablePrice,
};

/** How trainers are written. */
export const WRITTEN_TRAINERS: WrittenKind<Trainer, TrainerEntry> = {
  feed: TRAINER_FEED,
  itemOf: ({ trainer }) => trainer,
  idOf: ({ email }) => email,
  startChecking: () => {
    const checker = new TrainerChecker();
    return (entry) => checker.check(entry).issues;
  },
  prepare: (trainer) => trainer,
};
