import type { Binary } from '../certificate.js';
import { bytesOf } from './held-bytes.js';

const SLICE_BYTES = 64 * 1024;

/** A file from front to back, a slice at a time: memory, and whoever waits beside it, are spared whatever the size. */
export async function* fileSlices(file: Binary): AsyncIterable<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < file.size; at += SLICE_BYTES) {
    yield await bytesOf(file.slice(at, at + SLICE_BYTES));
  }
}
