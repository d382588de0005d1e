import type { Trainer } from '@enrollkit/core';
import { writeFeed, type WriteOptions } from './write-feed.js';
import type { WriteSummary } from './write-summary.js';
import { WRITTEN_TRAINERS } from './written-kinds.js';

/**
 * Writes trainers as a feed: like `writeProducts` in everything. A trainer without an e-mail address is left out.
 *
 * Source: domain.md section 5.
 *
 * @example
 * for await (const piece of writeTrainers(trainers)) await file.write(piece);
 */
export function writeTrainers(
  trainers: Iterable<Trainer> | AsyncIterable<Trainer>,
  options: WriteOptions = {},
): AsyncGenerator<string, WriteSummary, undefined> {
  return writeFeed(trainers, WRITTEN_TRAINERS, options);
}
