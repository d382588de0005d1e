import { ByteDecoder, type DecodedText } from './byte-decoder.js';
import {
  DEFAULT_READ_LIMITS,
  type EntryPlace,
  type FeedSource,
  type ReadLimits,
  type ReadProductsOptions,
} from './feed-entry.js';
import { feedError } from './feed-fault.js';
import type { FeedKind } from './feed-kind.js';
import { FeedParser } from './feed-parser.js';
import { readSource, sourceLength } from './read-source.js';
import { unpackedPieces } from './unpack-gzip.js';

const BYTE_ORDER_MARK = '\uFEFF';
const encoder = new TextEncoder();

/** Reads a feed of any kind: what `readProducts` says of products holds for all of them. */
export async function* readFeed<Entry extends EntryPlace>(
  source: FeedSource,
  kind: FeedKind<Entry>,
  options: ReadProductsOptions = {},
): AsyncGenerator<Entry, void, undefined> {
  // Not `yield*`, which costs as much as reading does.
  for await (const entries of readBatches(source, kind, options)) for (const entry of entries) yield entry;
}

/** The same, with all the entries of a piece of the source at once: for who reads millions and hands on one by one. */
export async function* readBatches<Entry extends EntryPlace>(
  source: FeedSource,
  kind: FeedKind<Entry>,
  { limits: ownLimits, signal, onProgress }: ReadProductsOptions = {},
): AsyncGenerator<readonly Entry[], void, undefined> {
  const limits: ReadLimits = { ...DEFAULT_READ_LIMITS, ...ownLimits };
  const total = sourceLength(source);
  const decoder = new ByteDecoder();
  const parser = new FeedParser(kind, limits);
  const stop = followerOf(signal);
  const { pieces, read } = unpackedPieces(readSource(source, stop.signal), limits.unpackedTimes);
  let length = 0;
  try {
    for await (const piece of pieces) {
      length += piece.length;
      if (length > limits.bytes) throw feedError('too-many-bytes', parser.position, { limit: limits.bytes });
      writeDecoded(parser, typeof piece === 'string' ? checkText(piece, length) : decoder.decode(piece));
      yield parser.take();
      onProgress?.(total === undefined ? { read: read() } : { read: read(), total });
    }
    if (typeof source !== 'string') writeDecoded(parser, decoder.decode(new Uint8Array(0), true));
    parser.end();
    if (decoder.issue) parser.addIssue(decoder.issue);
    yield parser.take();
  } catch (error) {
    // What was read before is answered first.
    yield parser.take();
    throw error;
  } finally {
    // Unpacking reads ahead: a source that it waits for is let go of too.
    stop.abort();
  }
}

function followerOf(signal: AbortSignal | undefined): AbortController {
  const follower = new AbortController();
  const follow = () => follower.abort(signal?.reason);
  if (signal?.aborted) follow();
  signal?.addEventListener('abort', follow, { once: true, signal: follower.signal });
  return follower;
}

/** A string can hold half a character, which no bytes can. `end` is where the piece ends in the source. */
function checkText(piece: string, end: number): DecodedText {
  const text = end === piece.length && piece.startsWith(BYTE_ORDER_MARK) ? piece.slice(1) : piece;
  const half = text.search(/\p{Surrogate}/u);
  if (half === -1) return { utf8: encoder.encode(text) };
  return { utf8: encoder.encode(text.slice(0, half)), invalidAt: end - text.length + half };
}

function writeDecoded(parser: FeedParser<EntryPlace>, { utf8, invalidAt }: DecodedText): void {
  parser.write(utf8);
  if (invalidAt !== undefined) throw feedError('encoding-invalid-bytes', parser.position, { offset: invalidAt });
}
