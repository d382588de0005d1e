import { isUtf8 } from 'node:buffer';
import { IncomingMessage } from 'node:http';
import { Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type { HttpBindings } from '@hono/node-server';
import { EnrollkitError } from '@enrollkit/core';
import type { Context } from 'hono';
import type { AppEnv } from '../app-env.js';
import type { ServerIssueCode } from '../issue-codes.js';
import { badRequest, refused } from '../problem.js';

export interface BodyLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/**
 * What each stream between a socket and the disk holds at most. Said for every one of them: Node's own choice grew from 16
 * to 64 kB in version 22, and hundreds may come in at once.
 */
export const PIECE_BYTES = 16 * 1024;
/** Whoever sends more than this after a refusal is cut off. */
const MAX_SKIPPED_BYTES = 16 * 1024 * 1024;

/** The body as text, never more of it in memory than `maxBytes`. */
export async function readText(
  c: Context<AppEnv>,
  { maxBytes, timeoutMs, malformed = 'json-malformed' }: BodyLimits & { readonly malformed?: ServerIssueCode },
): Promise<string> {
  expectPlainEncoding(c);
  const declared = Number(c.req.header('Content-Length') ?? 0);
  if (declared > maxBytes) throw tooLarge(maxBytes);

  // Requests that tests make in process come from no socket.
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  const bytes = await (incoming instanceof IncomingMessage
    ? readIncoming(incoming, { maxBytes, timeoutMs })
    : readChunks(bodyChunks(c, timeoutMs), maxBytes));
  if (!isUtf8(bytes)) throw badRequest(malformed, '', { encoding: 'UTF-8' });
  return withoutMark(bytes).toString();
}

/** As `TextDecoder` does: the mark that some programs begin a text with is no part of it. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

async function readChunks(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of upTo(maxBytes, source)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The same from the socket itself. */
async function readIncoming(incoming: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await takeIncoming(incoming, limits, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks);
}

/** Writes the body into `sink` and waits until that has it all. `sink` is destroyed when the body can't be read. */
export async function writeBody(c: Context<AppEnv>, sink: Writable, limits: BodyLimits): Promise<void> {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  if (!(incoming instanceof IncomingMessage)) {
    await pipeline(Readable.from(upTo(limits.maxBytes, bodyChunks(c, limits.timeoutMs))), sink);
    return;
  }
  const done = finished(sink, { readable: false });
  // Told by what is awaited last.
  done.catch(() => undefined);
  const goOn = (): void => void incoming.resume();
  sink.on('drain', goOn).once('close', goOn);
  const isWanted = (): boolean => !sink.destroyed;
  const write = (chunk: Buffer): void => {
    // What was taken at once needs no pause, however large it was.
    if (!sink.write(chunk) && sink.writableLength > 0) incoming.pause();
  };
  try {
    await takeIncoming(incoming, limits, write, isWanted);
    sink.end();
  } catch (error) {
    sink.destroy(error as Error);
  }
  await done;
}

/**
 * Takes a body from its socket: a web stream around that takes longer than reading a small body. What comes after a refusal is
 * read and thrown away, as by {@link bodyChunks}.
 */
function takeIncoming(
  incoming: IncomingMessage,
  { maxBytes, timeoutMs }: BodyLimits,
  takeChunk: (chunk: Buffer) => void,
  isWanted: () => boolean = () => true,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let [size, skipped] = [0, 0];
    const stop = (): void => {
      clearTimeout(timer);
      incoming.off('data', take).off('end', end).off('error', goneAway).off('close', goneAway);
      // An error that comes later has nobody to tell.
      incoming.on('error', () => undefined);
    };
    const fail = (error: EnrollkitError): void => {
      stop();
      reject(error);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.byteLength;
      if (size <= maxBytes && isWanted()) {
        takeChunk(chunk);
        return;
      }
      skipped += chunk.byteLength;
      if (skipped > MAX_SKIPPED_BYTES) fail(tooLarge(maxBytes));
    };
    const end = (): void => {
      if (size > maxBytes) {
        fail(tooLarge(maxBytes));
        return;
      }
      stop();
      resolve();
    };
    const goneAway = (cause?: unknown): void => fail(new EnrollkitError('aborted', 'The sender went away', { cause }));
    const timer = setTimeout(() => fail(badRequest('body-too-slow', '', { timeoutMs })), timeoutMs);
    if (incoming.readableEnded) end();
    else if (incoming.destroyed) goneAway();
    else incoming.on('data', take).on('end', end).on('error', goneAway).on('close', goneAway);
  });
}

/**
 * The body as it comes in. Rejects with `aborted` when the sender goes away, and when it takes longer than `timeoutMs`.
 * Whoever stops reading has what is on its way read and thrown away: a sender that is cut off while it sends hears nothing
 * of the answer.
 */
export async function* bodyChunks(c: Context<AppEnv>, timeoutMs: number): AsyncGenerator<Uint8Array, void, undefined> {
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = c.req.raw.body?.getReader();
  if (!reader) return;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([timeout, c.req.raw.signal]);
  // Cancelling is what ends a read that waits for a sender.
  const stop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  const expectGoing = (cause?: unknown) => {
    if (timeout.aborted) throw badRequest('body-too-slow', '', { timeoutMs });
    if (signal.aborted || cause !== undefined) throw new EnrollkitError('aborted', 'The sender went away', { cause });
  };
  let isOver = false;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        expectGoing(cause ?? 'closed');
        throw cause;
      });
      expectGoing();
      isOver = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!isOver && !signal.aborted) await skip(reader).catch(() => undefined);
    signal.removeEventListener('abort', stop);
    if (signal.aborted) stop();
    else reader.releaseLock();
  }
}

async function skip(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let size = 0; size < MAX_SKIPPED_BYTES;) {
    const { done, value } = await reader.read();
    if (done) return;
    size += value.byteLength;
  }
}

async function* upTo(maxBytes: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

/** A compressed body could be far larger than it says. */
export function expectPlainEncoding(c: Context<AppEnv>): void {
  const encoding = c.req.header('Content-Encoding') ?? 'identity';
  if (encoding.trim().toLowerCase() === 'identity') return;
  throw refused('unsupported-media-type', 'content-encoding-unsupported', 'Content-Encoding');
}

/** The media type of the body, without its parameters. */
export function mediaTypeOf(c: Context<AppEnv>): string {
  return (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Refuses a body that is none of these. */
export function unsupportedType(...accepted: readonly string[]): EnrollkitError {
  return refused('unsupported-media-type', 'content-type-unsupported', 'Content-Type', {
    accepted: accepted.join(', '),
  });
}

function tooLarge(maxSizeBytes: number): EnrollkitError {
  return refused('too-large', 'body-too-large', '', { maxSizeBytes });
}
