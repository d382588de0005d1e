import { calculatePrice } from '@enrollkit/core';
import { locateField } from '../read/locate-field.js';
import { readProducts } from '../read/read-products.js';
import type { FeedEntry, FeedSource } from '../read/feed-entry.js';
import type { CheckedEntry, CheckOptions, CheckSummary } from './checked-entry.js';
import { findingSeverity, type CheckMode, type FeedFinding, type FindingCode } from './feed-finding.js';

/** Reads and checks a product feed of any size, one product after the other. Returns the summary at its end. */
export async function* checkProducts(
  source: FeedSource,
  options: CheckOptions,
): AsyncGenerator<CheckedEntry, CheckSummary, undefined> {
  const { mode = 'tolerant' } = options;
  let products = 0;
  const counts = { error: 0, warning: 0 };
  const byCode: Record<string, number> = {};
  for await (const entry of readProducts(source, options)) {
    const checked = checkEntry(entry, mode, options);
    if (entry.marks.length > 0) products += 1;
    for (const { code, severity } of checked.issues) {
      counts[severity] += 1;
      byCode[code] = (byCode[code] ?? 0) + 1;
    }
    yield checked;
  }
  return { products, errors: counts.error, warnings: counts.warning, byCode };
}

function checkEntry(entry: FeedEntry, mode: CheckMode, { site }: CheckOptions): CheckedEntry {
  const { product } = entry;
  const issues: FeedFinding[] = entry.issues.map((issue) => ({
    ...issue,
    severity: findingSeverity(issue.code, mode),
  }));
  if (!product) return { ...entry, issues };
  const price = calculatePrice(product, { site });
  for (const issue of price.issues) {
    const code = issue.code as FindingCode;
    issues.push({ ...issue, code, severity: findingSeverity(code, mode), ...locateField(entry, issue.path) });
  }
  return { ...entry, issues, price };
}
