import { unlink } from 'node:fs/promises';
import { DiskBinary } from './disk-binary.js';
import { isMissing } from './disk-error.js';
import { memoryFile } from '../memory-file.js';
import type { SpooledFile } from '../spool.js';
import type { WrittenFile } from './write-hashed.js';

/** What is remembered of all files that came in, so that looking into a small one doesn't read it from the disk again. */
const MOST_REMEMBERED_BYTES = 8 * 1024 * 1024;
let rememberedBytes = 0;

/** A file that came in: a class, so that a store believes the hash and the path of these only. */
export class SpooledDiskFile extends DiskBinary implements SpooledFile {
  readonly name: string;
  readonly sha256: string;
  readonly isSynced: boolean;
  #bytes: Uint8Array<ArrayBuffer> | undefined;

  constructor(path: string, name: string, { sha256, sizeBytes, isSynced, bytes }: WrittenFile) {
    super(path, { start: 0, end: sizeBytes });
    if (bytes && rememberedBytes + sizeBytes <= MOST_REMEMBERED_BYTES) {
      this.#bytes = bytes;
      rememberedBytes += sizeBytes;
    }
    this.name = name;
    this.sha256 = sha256;
    this.isSynced = isSynced;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    // Nobody who reads a file changes it.
    return this.#bytes ? memoryFile(this.#bytes, this.name).arrayBuffer() : super.arrayBuffer();
  }

  /** Nobody looks into it any more. */
  forget(): void {
    rememberedBytes -= this.#bytes?.length ?? 0;
    this.#bytes = undefined;
  }

  async discard(): Promise<void> {
    this.forget();
    try {
      await unlink(this.path);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}
