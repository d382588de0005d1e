import type { Product } from '@enrollkit/core';
import { WRITTEN_PRODUCTS } from './written-kinds.js';
import { writeFeed, type WriteOptions } from './write-feed.js';
import type { WriteSummary } from './write-summary.js';

/**
 * Writes products as a feed in the schema's spelling, piece by piece, in memory that doesn't grow with their number.
 * The pieces are UTF-8 once encoded, as the XML declaration says.
 *
 * Reading it again gives the same products, with these exceptions: white space around a text isn't kept and line ends
 * become `\n`; an empty text is no text; additional costs get new ids, by their order; prices that include VAT are
 * written without it, never the other way; an exempt cost line says that its VAT is 0.
 *
 * A product that the schema has no way to write (a required value is missing, a character that XML can't hold) is left
 * out. The generator's return value says which and why: an importer takes what is missing from a feed for deleted.
 *
 * Source: domain.md section 4, the product schema.
 *
 * @example
 * for await (const piece of writeProducts(products)) await file.write(piece);
 */
export function writeProducts(
  products: Iterable<Product> | AsyncIterable<Product>,
  options: WriteOptions = {},
): AsyncGenerator<string, WriteSummary, undefined> {
  return writeFeed(products, WRITTEN_PRODUCTS, options);
}
