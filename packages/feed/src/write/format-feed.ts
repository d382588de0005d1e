import type { Issue, Product, Trainer } from '@enrollkit/core';
import type { EntryPlace, FeedEntry, ReadProductsOptions, TrainerEntry } from '../read/feed-entry.js';
import type { FeedSource } from '../bytes/read-source.js';
import { readFeed } from '../read/read-feed.js';
import { feedEnd, feedStart } from './write-feed.js';
import { writeItem, type WrittenKind } from './write-item.js';
import { WriteTally, type WriteSummary } from './write-summary.js';
import { WRITTEN_PRODUCTS, WRITTEN_TRAINERS } from './written-kinds.js';

/** What became of a feed that was formatted. */
export interface FormatSummary extends WriteSummary {
  /** How often each finding was true of what was read, and no longer is of what was written. */
  readonly repaired: Readonly<Record<string, number>>;
}

/**
 * Reads a product feed tolerantly and writes it in the schema's spelling, in the schema's order, piece by piece.
 * Formatting what was formatted changes nothing.
 *
 * Repaired is everything that reading tolerates: spelling, commas, empty and missing containers, legacy VAT. What is
 * lost: comments, attributes, and elements that the schema doesn't know. Words outside the schema's lists are kept as
 * they are, and counted in `remaining`.
 *
 * A product with an error is left out, since writing it would make up what is missing; `leftOutFirst` says which, where
 * and why. Throws like `readProducts` when the source can't be read at all.
 *
 * @example
 * for await (const piece of formatFeed(file)) await repaired.write(piece);
 */
export function formatFeed(
  source: FeedSource,
  options: ReadProductsOptions = {},
): AsyncGenerator<string, FormatSummary, undefined> {
  return formatKind<Product, FeedEntry>(source, WRITTEN_PRODUCTS, options);
}

/** Formats a trainer feed: like `formatFeed` in everything. */
export function formatTrainerFeed(
  source: FeedSource,
  options: ReadProductsOptions = {},
): AsyncGenerator<string, FormatSummary, undefined> {
  return formatKind<Trainer, TrainerEntry>(source, WRITTEN_TRAINERS, options);
}

async function* formatKind<Item extends object, Entry extends EntryPlace>(
  source: FeedSource,
  kind: WrittenKind<Item, Entry>,
  options: ReadProductsOptions,
): AsyncGenerator<string, FormatSummary, undefined> {
  const tally = new WriteTally();
  const found = new Map<string, number>();
  yield feedStart(kind.feed.root);
  for await (const entry of readFeed(source, kind.feed, options)) {
    const item = kind.itemOf(entry);
    const { xml, issues } = item && !hasError(entry.issues) ? writeItem(kind, item) : { issues: entry.issues };
    if (xml !== undefined) {
      for (const { code } of entry.issues) found.set(code, (found.get(code) ?? 0) + 1);
      tally.addWritten(issues);
      yield xml;
    } else if (item || hasError(issues)) {
      tally.addLeftOut({ ...(item && { id: kind.idOf(item) }), line: entry.line, issues });
    }
  }
  yield feedEnd(kind.feed.root);
  return { ...tally.summary, repaired: difference(found, tally.summary.remaining) };
}

function hasError(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

function difference(
  found: ReadonlyMap<string, number>,
  remaining: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const counts = [...found].map(([code, count]) => [code, count - (remaining[code] ?? 0)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
