import type { FeedEntry, ReadProductsOptions } from './feed-entry.js';
import type { FeedSource } from '../bytes/read-source.js';
import { PRODUCT_FEED } from './feed-kind.js';
import { readFeed } from './read-feed.js';

/**
 * Reads a product feed of any size, one product after the other, in memory that doesn't grow with the feed.
 *
 * Tolerates what real feeds send, and says so in issues: `FEED_FINDINGS` tells for each code how an importer and how the
 * schema takes it. A malformed product becomes an entry without `product`, and reading goes on with the next one.
 * Nothing in the feed is expanded or fetched. Additional costs get the ids `cost-1`, `cost-2`… in the feed's order.
 *
 * Bytes are read as UTF-8, UTF-16, ISO-8859-1 or windows-1252, as their byte order mark or XML declaration says;
 * a string's declaration is ignored. What is packed with gzip is unpacked while it is read.
 *
 * Throws `EnrollkitError` with code `invalid` (`issues[0]` says why and where) when the source isn't a product feed, its
 * encoding is unknown or broken, it is packed and can't be unpacked, it has a document type with definitions, or is over a limit; `aborted` when `signal`
 * says so. Errors of the source pass through.
 *
 * Source: domain.md section 4, the product schema.
 *
 * @example
 * for await (const { product, issues, line } of readProducts(file)) {
 *   if (product) console.log(line, product.name, calculatePrice(product).totalMinor);
 * }
 */
export function readProducts(
  source: FeedSource,
  options: ReadProductsOptions = {},
): AsyncGenerator<FeedEntry, void, undefined> {
  return readFeed(source, PRODUCT_FEED, options);
}
