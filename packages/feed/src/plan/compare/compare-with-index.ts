import type { Product, ProductField } from '@enrollkit/core';
import type { FeedSource } from '../../bytes/read-source.js';
import { readProducts } from '../../read/read-products.js';
import { changedFields, type CompareFeedOptions, type FeedIndex } from './feed-index.js';
import { detachedText } from './detached-text.js';

/** A product, for whoever reads a list of them. */
export interface NamedProduct {
  readonly id: string;
  readonly name: string;
}

/** A product that is not as it was. */
export interface UpdatedProduct extends NamedProduct {
  readonly fields: readonly ProductField[];
}

/** What became of the products of a previous feed. */
export interface FeedDifference {
  readonly create: readonly NamedProduct[];
  readonly update: readonly UpdatedProduct[];
  readonly unchanged: number;
  /** They are missing, so an import would delete them. */
  readonly delete: readonly NamedProduct[];
}

/** Compares products with a previous feed, one by one as they are read. */
export interface FeedComparison {
  /**
   * Answers the fields that are not as they were; nothing for a product that is new. Of an ID that comes twice the first
   * product counts.
   */
  add(product: Product): readonly ProductField[] | undefined;
  /** The same for a product with an error, which an import leaves as it was: it isn't missing. */
  keep(id: string): void;
  finish(): FeedDifference;
}

/** Begins to compare with a previous feed: for whoever reads the new one anyhow, to check it. */
export function startComparison(previous: FeedIndex, options: CompareFeedOptions = {}): FeedComparison {
  const seen = new Set<string>();
  const create: NamedProduct[] = [];
  const update: UpdatedProduct[] = [];
  let unchanged = 0;
  return {
    add(product) {
      if (seen.has(product.id)) return undefined;
      const id = detachedText(product.id);
      seen.add(id);
      const fields = changedFields(previous, product, options);
      if (fields === undefined) create.push({ id, name: detachedText(product.name) });
      else if (fields.length > 0) update.push({ id, name: detachedText(product.name), fields });
      else unchanged += 1;
      return fields;
    },
    keep(id) {
      seen.add(detachedText(id));
    },
    finish() {
      const missing = [...previous.places].filter(([id]) => !seen.has(id));
      return { create, update, unchanged, delete: missing.map(([id, at]) => ({ id, name: previous.names[at] ?? '' })) };
    },
  };
}

/**
 * What a feed changes against a previous one: new, changed (which fields), unchanged and missing products. Memory doesn't
 * grow with the length of descriptions. Throws as `readProducts` does.
 *
 * @example
 * const { create, update, delete: gone } = await compareWithIndex(file, await indexFeed(previousFile));
 */
export async function compareWithIndex(
  source: FeedSource,
  previous: FeedIndex,
  options: CompareFeedOptions = {},
): Promise<FeedDifference> {
  const comparison = startComparison(previous, options);
  for await (const { product } of readProducts(source, options)) {
    if (product) comparison.add(product);
  }
  return comparison.finish();
}
