import type { FeedSource } from '../bytes/read-source.js';
import { PRODUCT_FEED } from '../read/feed-kind.js';
import { readBatches } from '../read/read-feed.js';
import type { CheckedEntry, CheckOptions, CheckSummary } from './checked-entry.js';
import { FindingCounts } from './finding-counts.js';
import { ProductChecker } from './product-checker.js';

/**
 * Reads, checks and prices a product feed of any size, one product after the other. Of earlier products only IDs and names
 * are remembered. What is found is in `issues`, each with its place; the sentences are with the terms (`describeFinding`).
 * A malformed product is an entry without `product`, and checking goes on with the next one. Returns a summary at its end.
 *
 * Throws as `readProducts` does: when the whole isn't a product feed, or on a limit on the whole. And `invalid` when `today`
 * isn't a day.
 *
 * Source: domain.md sections 3 and 4.
 *
 * @example
 * for await (const { product, issues, price } of checkProducts(file, { today: '2026-09-01' })) {
 *   for (const issue of issues) console.log(issue.line, issue.column, describeFinding(issue, nl));
 * }
 */
export async function* checkProducts(
  source: FeedSource,
  options: CheckOptions,
): AsyncGenerator<CheckedEntry, CheckSummary, undefined> {
  const batches = checkProductBatches(source, options);
  try {
    for (;;) {
      const { done, value } = await batches.next();
      if (done) return value;
      for (const entry of value) yield entry;
    }
  } finally {
    // For whoever leaves early.
    await batches.return(NOTHING);
  }
}

const NOTHING: CheckSummary = { products: 0, errors: 0, warnings: 0, byCode: {} };

/** The same, with all the products of a piece of the source at once: handing on one by one takes a while in itself. */
export async function* checkProductBatches(
  source: FeedSource,
  options: CheckOptions,
): AsyncGenerator<readonly CheckedEntry[], CheckSummary, undefined> {
  const checker = new ProductChecker(options);
  const counts = new FindingCounts();
  for await (const entries of readBatches(source, PRODUCT_FEED, options)) {
    const batch: CheckedEntry[] = [];
    for (const entry of entries) {
      const checked = checker.check(entry);
      counts.count(checked);
      batch.push(checked);
    }
    yield batch;
  }
  return { products: counts.items, ...counts.totals() };
}
