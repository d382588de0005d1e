import type { FeedInput } from '@enrollkit/core/feed-checker.js';
import { ByteDecoder } from '../bytes/byte-decoder.js';
import { knownEncoding } from '../bytes/detect-encoding.js';
import { LineMarks } from './findings/line-marks.js';
import { sourceTextOf, sourceTextOfBlob, type SourceText } from './findings/source-text.js';

const PIECE_LENGTH = 65_536;
const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A feed that is being read, whether it is a text, a file or a file packed with gzip. */
export interface OpenedFeed {
  /** To be read to its end once. */
  readonly source: string | AsyncIterable<Uint8Array>;
  /** What the file is made of, packed or not; of a text its characters. */
  readonly totalBytes: number;
  /** How much of that was read, when a reader has read so much of the source. */
  readonly readBytes: (read: number) => number;
  /** How much came out of it until now. */
  readonly unpackedBytes: () => number;
  /** The feed as it can be read again, and its lines. After reading. */
  readonly again: () => { readonly source: Blob | string; readonly text: SourceText };
}

/** Opens what was chosen or pasted, in the encoding that was asked for. Throws `unreadable` when the file can't be read. */
export async function openFeed(input: FeedInput, encoding?: string): Promise<OpenedFeed> {
  if (typeof input === 'string') return openText(input);
  const reading = new MarkedReading(encoding);
  return (await isGzip(input)) ? openPacked(input, reading) : openBlob(input, reading);
}

function openText(text: string): OpenedFeed {
  return {
    source: text,
    totalBytes: text.length,
    readBytes: (read) => read,
    unpackedBytes: () => new Blob([text]).size,
    again: () => ({ source: text, text: sourceTextOf(text) }),
  };
}

function openBlob(blob: Blob, reading: MarkedReading): OpenedFeed {
  return {
    source: reading.pieces(blob.stream()),
    totalBytes: blob.size,
    readBytes: () => reading.bytes,
    unpackedBytes: () => reading.bytes,
    again: () => ({ source: blob, text: sourceTextOfBlob(blob, reading.marks, reading.encoding) }),
  };
}

/** What comes out is kept, in a blob that the browser may put on disk: the feed is read again to repair it. */
function openPacked(blob: Blob, reading: MarkedReading): OpenedFeed {
  const kept: Blob[] = [];
  let packedBytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      packedBytes += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const unpacked = blob
    .stream()
    .pipeThrough(counted)
    // The types of `DecompressionStream` are narrower than it is.
    .pipeThrough(new DecompressionStream('gzip') as unknown as TransformStream<Uint8Array, Uint8Array>);
  const keep = (piece: Uint8Array): void => void kept.push(new Blob([piece.slice()]));
  return {
    source: reading.pieces(unpacked, keep, 'broken-archive'),
    totalBytes: blob.size,
    readBytes: () => packedBytes,
    unpackedBytes: () => reading.bytes,
    again: () => {
      const whole = new Blob(kept);
      return { source: whole, text: sourceTextOfBlob(whole, reading.marks, reading.encoding) };
    },
  };
}

/** Hands on the bytes of a feed, and notes where its lines are. */
class MarkedReading {
  readonly marks = new LineMarks();
  readonly #decoder: ByteDecoder;
  bytes = 0;

  constructor(encoding?: string) {
    this.#decoder = new ByteDecoder(encoding === undefined ? undefined : knownEncoding(encoding));
  }

  get encoding(): string {
    return this.#decoder.encoding ?? 'utf-8';
  }

  async *pieces(
    stream: ReadableStream<Uint8Array>,
    keep?: (chunk: Uint8Array) => void,
    failure = 'unreadable',
  ): AsyncGenerator<Uint8Array, void, undefined> {
    // By hand: not every browser can iterate over a stream.
    const reader = stream.getReader();
    try {
      for (;;) {
        const { done, value } = await readOrSay(reader, failure);
        if (done) return;
        keep?.(value);
        for (let at = 0; at < value.length; at += PIECE_LENGTH)
          yield this.#noted(value.subarray(at, at + PIECE_LENGTH));
      }
    } finally {
      // Not awaited: a source that hangs must not keep its reader from leaving.
      void reader.cancel().catch(() => undefined);
    }
  }

  #noted(piece: Uint8Array): Uint8Array {
    this.bytes += piece.length;
    this.marks.add(utf8Decoder.decode(this.#decoder.decode(piece)), this.#decoder.offset);
    return piece;
  }
}

async function isGzip(blob: Blob): Promise<boolean> {
  const [first, second] = await blob
    .slice(0, 2)
    .arrayBuffer()
    .then((bytes) => new Uint8Array(bytes), unreadable);
  return first === 0x1f && second === 0x8b;
}

async function readOrSay(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  code: string,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch (error) {
    throw feedFailure(error instanceof DOMException && error.name === 'NotReadableError' ? 'unreadable' : code, error);
  }
}

function unreadable(error: unknown): never {
  throw feedFailure('unreadable', error);
}

/** Codes that only reading a file knows; the element has the sentences. */
function feedFailure(code: string, cause: unknown): Error {
  return Object.assign(new Error(`The feed can't be read: ${code}`, { cause }), { code });
}
