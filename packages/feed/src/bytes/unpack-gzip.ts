import { concatBytes } from './concat-bytes.js';
import { feedError } from '../findings/feed-fault.js';
import { nodeModule } from './node-module.js';

/** How gzip begins. Source: RFC 1952 section 2.3.1. */
const SIGNATURE = [0x1f, 0x8b];
/** Below this a feed may be as repetitive as it likes. */
const HARMLESS_LENGTH = 10_000_000;
const START = { line: 1, column: 1 };

/** What was read of a source and what came out of it, in bytes or, of a string, characters. */
export interface Pieces {
  readonly pieces: AsyncIterable<string | Uint8Array>;
  /** How much of the source was read. */
  readonly read: () => number;
}

/**
 * The pieces of a source, unpacked when its first bytes are those of gzip, whatever its name or a header says. Throws
 * `gzip-broken` when it is cut off or damaged, `gzip-too-large` when it unpacks to more than `mostTimes` its size. Parts
 * packed one by one and put together are read in Node; a browser can't, and calls them broken.
 */
export function unpackedPieces(source: AsyncIterable<string | Uint8Array>, mostTimes: number): Pieces {
  let read = 0;
  async function* counted(): AsyncGenerator<string | Uint8Array> {
    for await (const piece of source) {
      read += piece.length;
      yield piece;
    }
  }
  return { pieces: unpackIfPacked(counted(), mostTimes, () => read), read: () => read };
}

async function* unpackIfPacked(
  pieces: AsyncGenerator<string | Uint8Array>,
  mostTimes: number,
  packed: () => number,
): AsyncGenerator<string | Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  for await (const piece of rest(pieces)) {
    if (typeof piece === 'string') {
      yield* startingWith(piece, pieces);
      return;
    }
    head = concatBytes(head, piece);
    if (head.length >= SIGNATURE.length) break;
  }
  const isPacked = head.length >= SIGNATURE.length && SIGNATURE.every((byte, at) => head[at] === byte);
  if (!isPacked) {
    yield* startingWith(head, pieces);
    return;
  }
  yield* unpackWithin(unpack(head, pieces as AsyncGenerator<Uint8Array>), mostTimes, packed);
}

async function* unpackWithin(
  unpacked: AsyncGenerator<Uint8Array>,
  mostTimes: number,
  packed: () => number,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of unpacked) {
    length += piece.length;
    if (length > HARMLESS_LENGTH && length > packed() * mostTimes) {
      throw feedError('gzip-too-large', START, { limit: mostTimes });
    }
    yield piece;
  }
}

async function* startingWith<Piece>(first: Piece, pieces: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  try {
    yield first;
    yield* pieces;
  } finally {
    await pieces.return(undefined);
  }
}

/** To leave a loop over it, and go on with it later. */
function rest<Piece>(pieces: AsyncGenerator<Piece>): AsyncIterable<Piece> {
  return { [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }) };
}

/** Something that unpacks what is written to it. A write is done when it was taken in, so nobody reads ahead. */
interface Unpacker {
  readonly write: (piece: Uint8Array) => Promise<void>;
  readonly end: () => Promise<void>;
  readonly fail: (error: unknown) => void;
  readonly unpacked: AsyncIterable<Uint8Array>;
  readonly leave: () => void;
}

async function* unpack(head: Uint8Array, pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unpacker = nodeUnpacker() ?? webUnpacker();
  const source: { error?: unknown; hasFailed: boolean } = { hasFailed: false };
  const feeding = (async () => {
    try {
      await unpacker.write(head);
      for (;;) {
        const next = await pieces.next().catch((error: unknown) => {
          Object.assign(source, { error, hasFailed: true });
          throw error;
        });
        if (next.done) break;
        await unpacker.write(next.value);
      }
      await unpacker.end();
    } catch (error) {
      // Reading fails then: there it is told.
      unpacker.fail(error);
    }
  })();
  try {
    yield* unpacker.unpacked;
    await feeding;
  } catch (error) {
    throw source.hasFailed ? source.error : feedError('gzip-broken', START, {}, error);
  } finally {
    // Not awaited: a source that hangs must not keep its reader from leaving.
    unpacker.leave();
    void pieces.return(undefined).catch(() => undefined);
  }
}

function webUnpacker(): Unpacker {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const reader = readable.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  return {
    write: (piece) => writer.write(piece as Uint8Array<ArrayBuffer>),
    end: () => writer.close(),
    fail: (error) => void writer.abort(error).catch(() => undefined),
    unpacked: {
      async *[Symbol.asyncIterator]() {
        for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
      },
    },
    leave: () => void reader.cancel().catch(() => undefined),
  };
}

/**
 * Node's own, where there is one: its `DecompressionStream` takes several parts in some versions only, and reads ahead of
 * what is wanted in others.
 */
function nodeUnpacker(): Unpacker | undefined {
  const gunzip = nodeModule('node:zlib')?.createGunzip();
  if (!gunzip) return undefined;
  const done = (act: (settle: (error?: Error | null) => void) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      act((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  return {
    write: (piece) => done((settle) => gunzip.write(piece, settle)),
    end: () => done((settle) => gunzip.end(settle)),
    fail: (error) => gunzip.destroy(error as Error),
    unpacked: gunzip,
    leave: () => gunzip.destroy(),
  };
}
