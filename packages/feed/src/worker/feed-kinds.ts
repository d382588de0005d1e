import type { FeedKind } from '@enrollkit/core/feed-checker.js';
import type { FeedSource } from '../bytes/read-source.js';
import { checkProducts } from '../check/check-products.js';
import { checkTrainers } from '../check/check-trainers.js';
import type {
  CheckedEntry,
  CheckedTrainer,
  CheckOptions,
  CheckSummary,
  TrainerCheckSummary,
} from '../check/checked-entry.js';
import type { ReadProductsOptions } from '../read/feed-entry.js';
import { formatFeed, formatTrainerFeed, type FormatSummary } from '../write/format-feed.js';

interface FeedWork {
  readonly check: (
    source: FeedSource,
    options: CheckOptions,
  ) => AsyncGenerator<CheckedEntry | CheckedTrainer, CheckSummary | TrainerCheckSummary, undefined>;
  readonly format: (
    source: FeedSource,
    options?: ReadProductsOptions,
  ) => AsyncGenerator<string, FormatSummary, undefined>;
}

/** What can be done with a feed, by what it is of. */
export const FEED_KINDS: Readonly<Record<FeedKind, FeedWork>> = {
  products: { check: checkProducts, format: formatFeed },
  trainers: { check: checkTrainers, format: formatTrainerFeed },
};
