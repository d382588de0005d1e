import { ByteDecoder } from '../bytes/byte-decoder.js';
import { knownEncoding } from '../bytes/detect-encoding.js';
import { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits.js';
import type { EntryPlace, ReadProductsOptions } from './feed-entry.js';
import type { FeedSource } from '../bytes/read-source.js';
import { feedError } from '../findings/feed-fault.js';
import type { FeedKind } from './feed-kind.js';
import { FeedParser } from './feed-parser.js';
import { startWork } from './work-budget.js';
import { readSource, sourceLength } from '../bytes/read-source.js';
import { unpackedPieces } from '../bytes/unpack-gzip.js';

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

/** The same, with all the entries of a piece of the source at once: for whoever reads millions and hands on one by one. */
export async function* readBatches<Entry extends EntryPlace>(
  source: FeedSource,
  kind: FeedKind<Entry>,
  { limits: ownLimits, signal, onProgress, encoding, budget }: ReadProductsOptions = {},
): AsyncGenerator<readonly Entry[], void, undefined> {
  const limits: ReadLimits = { ...DEFAULT_READ_LIMITS, ...ownLimits };
  const total = sourceLength(source);
  const decoder = new ByteDecoder(encoding === undefined ? undefined : knownEncoding(encoding));
  const parser = new FeedParser(kind, limits);
  const work = budget && startWork(budget);
  const stop = followerOf(signal);
  const { pieces, read } = unpackedPieces(readSource(source, stop.signal), limits.unpackedTimes);
  let length = 0;
  try {
    for await (const piece of pieces) {
      work?.begin();
      length += piece.length;
      if (length > limits.bytes) throw feedError('too-many-bytes', parser.position, { limit: limits.bytes });
      const utf8 = typeof piece === 'string' ? utf8Of(piece, length === piece.length) : decoder.decode(piece);
      parser.hasOddBytes = decoder.hasOddBytes;
      parser.write(utf8);
      yield parser.take();
      if (work?.isOver(length)) throw feedError('too-much-work', parser.position, { seconds: work.seconds() });
      onProgress?.(total === undefined ? { read: read() } : { read: read(), total });
    }
    const rest = typeof source === 'string' ? undefined : decoder.decode(new Uint8Array(0), true);
    parser.hasOddBytes = decoder.hasOddBytes;
    if (rest) parser.write(rest);
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

/** A string can hold half a character, which no bytes can: it becomes one that XML has no place for. */
function utf8Of(piece: string, isFirst: boolean): Uint8Array {
  const text = isFirst && piece.startsWith(BYTE_ORDER_MARK) ? piece.slice(1) : piece;
  return encoder.encode(text.replace(/\p{Surrogate}/gu, '\uFFFF'));
}
