import { EnrollkitError } from '@enrollkit/core';

/** Where a feed can be read from. */
export type FeedSource =
  string | Uint8Array | ArrayBuffer | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Small enough that nothing waits long, big enough that starting on one costs nothing. */
const PIECE_LENGTH = 65_536;

/** How much there is to read: bytes, or characters of a string. Unknown for a stream. */
export function sourceLength(source: FeedSource): number | undefined {
  if (typeof source === 'string') return source.length;
  if (source instanceof Uint8Array || source instanceof ArrayBuffer) return source.byteLength;
  return isBlob(source) ? source.size : undefined;
}

/** Reads a source in pieces of at most 64 kB, closes it when done or left, and stops at once when `signal` says so. */
export async function* readSource(
  source: FeedSource,
  signal: AbortSignal | undefined,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  throwIfAborted(signal);
  if (typeof source === 'string') yield* textPieces(source, signal);
  else if (source instanceof Uint8Array) yield* bytePieces(source, signal);
  else if (source instanceof ArrayBuffer) yield* bytePieces(new Uint8Array(source), signal);
  else yield* streamPieces(iterate(isBlob(source) ? source.stream() : source), signal);
}

async function* streamPieces(
  iterator: ByteIterator,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let isDone = false;
  try {
    for (;;) {
      const result = await unlessAborted(iterator.next(), signal);
      if (result.done) break;
      yield* bytePieces(result.value, signal);
    }
    isDone = true;
  } finally {
    // Not awaited when left early: a source that hangs must not keep its reader from leaving.
    if (!isDone) void iterator.return().catch(() => undefined);
  }
}

interface ByteIterator {
  next(): Promise<IteratorResult<Uint8Array, unknown>>;
  return(): Promise<unknown>;
}

function iterate(source: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): ByteIterator {
  // By hand: not every browser can iterate over a stream.
  if ('getReader' in source) {
    const reader = source.getReader();
    return {
      next: async () => {
        const { done, value } = await reader.read();
        return done ? { done: true, value: undefined } : { done: false, value };
      },
      return: () => reader.cancel(),
    };
  }
  const iterator = source[Symbol.asyncIterator]();
  return { next: () => iterator.next(), return: async () => iterator.return?.() };
}

function* bytePieces(bytes: Uint8Array, signal: AbortSignal | undefined): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += PIECE_LENGTH) {
    throwIfAborted(signal);
    yield bytes.subarray(at, at + PIECE_LENGTH);
  }
}

function* textPieces(text: string, signal: AbortSignal | undefined): Generator<string, void, undefined> {
  let end: number;
  for (let at = 0; at < text.length; at = end) {
    throwIfAborted(signal);
    end = at + PIECE_LENGTH;
    // Not between the two halves of a character.
    if (isHighSurrogate(text.charCodeAt(end - 1))) end += 1;
    yield text.slice(at, end);
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(abortedError(signal));
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortedError(signal);
}

function abortedError(signal: AbortSignal): EnrollkitError {
  return new EnrollkitError('aborted', 'Reading the feed was stopped', { cause: signal.reason });
}

function isBlob(source: FeedSource): source is Blob {
  return typeof Blob === 'function' && source instanceof Blob;
}
