import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** How gzip begins. Source: RFC 1952, section 2.3.1. */
const [FIRST, SECOND] = [0x1f, 0x8b];

/**
 * The bytes, decompressed when they are gzip: the bytes tell, whatever a name or header says. In pieces, so what is read
 * from them is all there is in memory; whoever reads says how much is too much. Throws zlib's errors for broken gzip.
 */
export async function* gunzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  try {
    while (head.length < 2) {
      const next = await iterator.next();
      if (next.done) break;
      head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
    }
    const whole = prepended(head, iterator);
    if (!isGzip(head)) {
      yield* whole;
      return;
    }
    const gunzip = createGunzip();
    // What goes wrong comes out of the stream that is read here.
    pipeline(Readable.from(whole), gunzip, () => undefined);
    for await (const piece of gunzip) yield piece as Uint8Array;
  } finally {
    await iterator.return?.();
  }
}

/** Whether bytes begin as gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === FIRST && head[1] === SECOND;
}

async function* prepended(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Whether zlib threw this: the bytes began like gzip and are not. */
export function isBrokenGzip(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && code.startsWith('Z_');
}
