import type { FeedSource } from '../bytes/read-source.js';
import type { ReadProductsOptions, TrainerEntry } from './feed-entry.js';
import { TRAINER_FEED } from './feed-kind.js';
import { readFeed } from './read-feed.js';

/**
 * Reads a trainer feed of any size, one trainer after the other: like `readProducts` in everything, its encodings, limits,
 * tolerances and errors. Limits on products hold for trainers.
 *
 * A trainer's address is as the feed writes it. It is the key in any case of letters: compare `normalizeEmail(email)`.
 *
 * Source: domain.md section 5.
 *
 * @example
 * for await (const { trainer, issues, line } of readTrainers(file)) {
 *   if (trainer) console.log(line, trainer.email);
 * }
 */
export function readTrainers(
  source: FeedSource,
  options: ReadProductsOptions = {},
): AsyncGenerator<TrainerEntry, void, undefined> {
  return readFeed(source, TRAINER_FEED, options);
}
