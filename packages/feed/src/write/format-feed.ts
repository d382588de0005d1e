import type { Issue, Product, Trainer } from '@enrollkit/core';
import type { EntryPlace, FeedEntry, ReadProductsOptions, TrainerEntry } from '../read/feed-entry.js';
import { losesSomething, type FeedFinding } from '../findings/feed-finding.js';
import type { FeedSource } from '../bytes/read-source.js';
import { readFeed } from '../read/read-feed.js';
import { feedEnd, feedStart } from './write-feed.js';
import { writeItem, type WrittenKind } from './write-item.js';
import { WriteTally, type WriteSummary } from './write-summary.js';
import { WRITTEN_PRODUCTS, WRITTEN_TRAINERS } from './written-kinds.js';

/** Something that the feed said, and that isn't in what was written. */
export interface Loss {
  /** Of the product or trainer; absent when it is beside them. */
  readonly id?: string;
  readonly finding: FeedFinding;
}

/** What became of a feed that was formatted. */
export interface FormatSummary extends WriteSummary {
  /** How often each finding was true of what was read, and no longer is of what was written. */
  readonly repaired: Readonly<Record<string, number>>;
  /** How much was lost of what was written: elements that nobody knows, starting dates with an error. */
  readonly lost: number;
  /** The first thousand of them. */
  readonly lostFirst: readonly Loss[];
}

/**
 * Reads a product feed tolerantly and writes it in the schema's spelling, in the schema's order, piece by piece.
 * Formatting what was formatted changes nothing.
 *
 * Repaired is everything that reading tolerates: spelling, dates, amounts, empty and missing containers, legacy VAT. Words
 * outside the schema's lists are kept as they are, and counted in `remaining`. What can't be kept (attributes, elements that
 * the schema doesn't know, a starting date with an error) is in `lostFirst`; comments go without a word.
 *
 * A product with an error is left out, since writing it would make up what is missing, and so is a second one with the same
 * ID or name; `leftOutFirst` says which, where and why. Throws like `readProducts` when the source can't be read at all.
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
  const losses = new LossTally();
  const check = kind.startChecking();
  yield feedStart(kind.feed.root);
  for await (const entry of readFeed(source, kind.feed, options)) {
    const item = kind.itemOf(entry);
    const findings = check(entry);
    const id = item && kind.idOf(item);
    const { xml, issues } = item && !hasError(findings) ? writeItem(kind, item) : { issues: findings };
    if (xml !== undefined) {
      for (const { code, isConfined } of entry.issues) if (!isConfined) found.set(code, (found.get(code) ?? 0) + 1);
      tally.addWritten(issues);
      losses.add(findings, id);
      yield xml;
    } else if (item || hasError(issues)) {
      tally.addLeftOut({ ...(id !== undefined && { id }), line: entry.line, issues });
    } else losses.add(findings);
  }
  yield feedEnd(kind.feed.root);
  return { ...tally.summary, ...losses.summary, repaired: difference(found, tally.summary.remaining) };
}

/** As many as a person would look through. */
const LISTED = 1000;

class LossTally {
  readonly #first: Loss[] = [];
  #count = 0;

  add(findings: readonly FeedFinding[], id?: string): void {
    for (const finding of findings) {
      if (!losesSomething(finding.code)) continue;
      this.#count += 1;
      if (this.#first.length < LISTED) this.#first.push({ ...(id !== undefined && { id }), finding });
    }
  }

  get summary(): Pick<FormatSummary, 'lost' | 'lostFirst'> {
    return { lost: this.#count, lostFirst: this.#first };
  }
}

function hasError(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

function difference(
  found: ReadonlyMap<string, number>,
  remaining: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const counts = [...found].map(([code, count]) => [code, count - (remaining[code] ?? 0)] as const);
  return Object.fromEntries(
    counts.filter(([code, count]) => count > 0 && !losesSomething(code as FeedFinding['code'])),
  );
}
