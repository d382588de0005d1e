import type { Product } from '@enrollkit/core';
import { readProducts, type FeedEntry, type FeedSource, type ReadProductsOptions } from '@enrollkit/feed';

/** Every entry of a feed, in a list: for feeds of a test's size. */
export async function readAll(source: FeedSource, options?: ReadProductsOptions): Promise<FeedEntry[]> {
  const entries: FeedEntry[] = [];
  for await (const entry of readProducts(source, options)) entries.push(entry);
  return entries;
}

/** The products of a feed that could be read. */
export async function readGood(source: FeedSource): Promise<Product[]> {
  return (await readAll(source)).flatMap(({ product }) => (product ? [product] : []));
}
