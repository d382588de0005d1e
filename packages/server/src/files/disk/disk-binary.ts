import { open, type FileHandle } from 'node:fs/promises';
import { EnrollkitError } from '@enrollkit/core';
import { sliceRange, type ByteRange } from '../byte-range.js';
import { fromDisk, isMissing } from './disk-error.js';
import type { StreamableBinary } from '../server-file-store.js';

/** How much of a file that is being sent is in memory. */
const CHUNK_BYTES = 256 * 1024;

/**
 * A part of a file on disk. Opens the file when bytes are asked for and closes it as soon as they are read, the reader stops,
 * or something fails. Nothing is read before it is asked for.
 */
export class DiskBinary implements StreamableBinary {
  readonly path: string;
  readonly type: string;
  readonly #range: ByteRange;

  constructor(path: string, range: ByteRange, type = '') {
    this.path = path;
    this.type = type;
    this.#range = range;
  }

  get size(): number {
    return this.#range.end - this.#range.start;
  }

  slice(start?: number, end?: number, type = ''): StreamableBinary {
    return new DiskBinary(this.path, sliceRange(this.#range, start, end), type);
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const { start, end } = this.#range;
    const handle = await openToRead(this.path);
    try {
      const bytes = new Uint8Array(this.size);
      for (let at = start; at < end;) at += await readInto(handle, bytes.subarray(at - start), at);
      return bytes.buffer;
    } catch (error) {
      throw fromDisk(error);
    } finally {
      await handle.close();
    }
  }

  stream(): ReadableStream<Uint8Array> {
    const { path } = this;
    const { end } = this.#range;
    let { start: at } = this.#range;
    let handle: FileHandle | undefined;
    // Waits for a read that is under way.
    const close = async (): Promise<void> => handle?.close();

    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          try {
            if (at < end) {
              handle ??= await openToRead(path);
              const bytes = new Uint8Array(Math.min(CHUNK_BYTES, end - at));
              const count = await readInto(handle, bytes, at);
              at += count;
              controller.enqueue(bytes.subarray(0, count));
            }
            if (at < end) return;
            controller.close();
          } catch (error) {
            controller.error(fromDisk(error));
          }
          await close();
        },
        cancel: close,
      },
      // Without this the first chunk is read before anybody wants it, and a stream that nobody reads keeps the file open.
      { highWaterMark: 0 },
    );
  }
}

async function openToRead(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (isMissing(error)) throw new EnrollkitError('not-found', 'The file is gone', { cause: error });
    throw fromDisk(error);
  }
}

async function readInto(handle: FileHandle, bytes: Uint8Array, position: number): Promise<number> {
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, position);
  if (bytesRead === 0) throw new EnrollkitError('internal', 'The file on disk is shorter than what was stored');
  return bytesRead;
}
