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
  const checker = new ProductChecker(options);
  const counts = new FindingCounts();
  for await (const entries of readBatches(source, PRODUCT_FEED, options)) {
    for (const entry of entries) {
      const checked = checker.check(entry);
      counts.count(checked);
      yield checked;
    }
  }
  return { products: counts.items, ...counts.totals() };
}
