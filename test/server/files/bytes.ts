import { createHash } from 'node:crypto';
import type { Binary } from '@enrollkit/core';

/** The same seemingly random bytes for the same seed. */
export function someBytes(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let state = seed * 2654435761 || 1;
  for (let at = 0; at < size; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[at] = state;
  }
  return bytes;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** All bytes of something, read in one go. */
export async function bytesOf(binary: Binary | undefined): Promise<Uint8Array> {
  return new Uint8Array((await binary?.arrayBuffer()) ?? []);
}

/** All bytes of a stream. */
export async function drain(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}
