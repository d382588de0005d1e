import { hashText, type Product, type ProductField } from '@enrollkit/core';
import type { FeedSource } from '../../bytes/read-source.js';
import type { ReadProductsOptions } from '../../read/feed-entry.js';
import { readProducts } from '../../read/read-products.js';
import { canonicalField } from './canonical-field.js';
import { detachedText } from './detached-text.js';
import { PRODUCT_FIELDS } from './product-fields.js';

/** Products per block of digests: blocks are made as the feed goes on, so that nothing is copied. */
const BLOCK = 1024;

/**
 * What a feed says, small enough to keep for a feed of any size: some 250 bytes per product. Plain data, so that a worker
 * can hand it over.
 */
export interface FeedIndex {
  /** The place of each product, by its ID. */
  readonly places: ReadonlyMap<string, number>;
  /** Names by place. */
  readonly names: readonly string[];
  /** A digest per field and product, in blocks of 1024 products. */
  readonly digests: readonly Uint32Array[];
}

/** How a feed is read to be compared with another one. */
export interface CompareFeedOptions extends ReadProductsOptions {
  /** Drops from a description what is never shown, so that it makes no difference. */
  readonly sanitize?: (html: string) => string;
}

/**
 * Reads a feed to compare another one with, or what a backend has. Of an ID that is there twice the first product counts.
 *
 * Throws as `readProducts` does.
 */
export async function indexFeed(source: FeedSource, options: CompareFeedOptions = {}): Promise<FeedIndex> {
  const index = { places: new Map<string, number>(), names: new Array<string>(), digests: new Array<Uint32Array>() };
  for await (const { product } of readProducts(source, options)) {
    if (!product || index.places.has(product.id)) continue;
    const place = index.names.length;
    if (place % BLOCK === 0) index.digests.push(new Uint32Array(BLOCK * PRODUCT_FIELDS.length));
    index.places.set(detachedText(product.id), place);
    index.names.push(detachedText(product.name));
    index.digests.at(-1)?.set(fieldDigests(product, options), (place % BLOCK) * PRODUCT_FIELDS.length);
  }
  return index;
}

/** The fields of a product that are not what the index has of it; all alike: none. */
export function changedFields(
  index: FeedIndex,
  product: Product,
  options: CompareFeedOptions = {},
): readonly ProductField[] | undefined {
  const place = index.places.get(product.id);
  if (place === undefined) return undefined;
  const block = index.digests[Math.floor(place / BLOCK)];
  const start = (place % BLOCK) * PRODUCT_FIELDS.length;
  const digests = fieldDigests(product, options);
  return PRODUCT_FIELDS.filter((_field, column) => block?.[start + column] !== digests[column]);
}

function fieldDigests(product: Product, { sanitize = (html) => html }: CompareFeedOptions): readonly number[] {
  return PRODUCT_FIELDS.map((field) => {
    const value = field === 'description' ? sanitize(product.description) : product[field];
    // 32 of its bits: of four thousand million changes, one goes unseen.
    return value === undefined ? 0 : hashText(canonicalField(field, value)) >>> 0;
  });
}
