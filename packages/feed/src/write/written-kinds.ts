import type { Product, Trainer } from '@enrollkit/core';
import type { FeedEntry, TrainerEntry } from '../read/feed-entry.js';
import { PRODUCT_FEED, TRAINER_FEED } from '../read/feed-kind.js';
import { withWritablePrice } from './writable-price.js';
import type { WrittenKind } from './write-item.js';

/** How products are written. */
export const WRITTEN_PRODUCTS: WrittenKind<Product, FeedEntry> = {
  feed: PRODUCT_FEED,
  itemOf: ({ product }) => product,
  idOf: ({ id }) => id,
  prepare: withWritablePrice,
};

/** How trainers are written. */
export const WRITTEN_TRAINERS: WrittenKind<Trainer, TrainerEntry> = {
  feed: TRAINER_FEED,
  itemOf: ({ trainer }) => trainer,
  idOf: ({ email }) => email,
  prepare: (trainer) => trainer,
};
