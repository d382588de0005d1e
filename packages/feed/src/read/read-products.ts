import { ByteDecoder, type DecodedText } from './byte-decoder.js';
import {
  DEFAULT_READ_LIMITS,
  type FeedEntry,
  type FeedSource,
  type ReadLimits,
  type ReadProductsOptions,
} from './feed-entry.js';
import { feedError } from './feed-fault.js';
import { FeedParser } from './feed-parser.js';
import { readSource, sourceLength } from './read-source.js';

/**
 * Reads a product feed of any size, one product after the other, in memory that doesn't grow with the feed.
 *
 * Tolerates what real feeds send, and says so in issues: `FEED_FINDINGS` tells for each code how an importer and how the
 * schema takes it. A malformed product becomes an entry without `product`, and reading goes on with the next one.
 * Nothing in the feed is expanded or fetched. Additional costs get the ids `cost-1`, `cost-2`… in the feed's order.
 *
 * Bytes are read as UTF-8, UTF-16, ISO-8859-1 or windows-1252, as their byte order mark or XML declaration says;
 * a string's declaration is ignored.
 *
 * Throws `EnrollkitError` with code `invalid` (`issues[0]` says why and where) when the source isn't a product feed, its
 * encoding is unknown or broken, it has a document type with definitions, or is over a limit; `aborted` when `signal`
 * says so. Errors of the source pass through.
 *
 * Source: domain.md section 4, the product schema.
 *
 * @example
 * for await (const { product, issues, line } of readProducts(file)) {
 *   if (product) console.log(line, product.name, calculatePrice(product).totalMinor);
 * }
 */
export async function* readProducts(
  source: FeedSource,
  { limits: ownLimits, signal, onProgress }: ReadProductsOptions = {},
): AsyncGenerator<FeedEntry, void, undefined> {
  const limits: ReadLimits = { ...DEFAULT_READ_LIMITS, ...ownLimits };
  const total = sourceLength(source);
  const decoder = new ByteDecoder();
  const parser = new FeedParser(limits);
  let read = 0;
  for await (const piece of readSource(source, signal)) {
    read += piece.length;
    if (read > limits.bytes) throw feedError('too-many-bytes', parser.position, { limit: limits.bytes });
    yield* writeDecoded(parser, typeof piece === 'string' ? checkText(piece, read) : decoder.decode(piece));
    yield* parser.take();
    onProgress?.(total === undefined ? { read } : { read, total });
  }
  if (typeof source !== 'string') yield* writeDecoded(parser, decoder.decode(new Uint8Array(0), true));
  parser.end();
  if (decoder.issue) parser.addIssue(decoder.issue);
  yield* parser.take();
}

/** A string can hold half a character, which no bytes can. `end` is where the piece ends in the source. */
function checkText(piece: string, end: number): DecodedText {
  const half = piece.search(/\p{Surrogate}/u);
  return half === -1 ? { text: piece } : { text: piece.slice(0, half), invalidAt: end - piece.length + half };
}

/** Reads what could be decoded. When that wasn't all, everything before the bad byte is answered first. */
function* writeDecoded(parser: FeedParser, { text, invalidAt }: DecodedText): Generator<FeedEntry> {
  parser.write(text);
  if (invalidAt === undefined) return;
  yield* parser.take();
  throw feedError('encoding-invalid-bytes', parser.position, { offset: invalidAt });
}
