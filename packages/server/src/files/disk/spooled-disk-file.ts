import { unlink } from 'node:fs/promises';
import { DiskBinary } from './disk-binary.js';
import { isMissing } from './disk-error.js';
import type { SpooledFile } from '../spool.js';
import type { WrittenFile } from './write-hashed.js';

/** A file that came in: a class, so that a store believes the hash and the path of these only. */
export class SpooledDiskFile extends DiskBinary implements SpooledFile {
  readonly name: string;
  readonly sha256: string;
  readonly isSynced: boolean;
  /** Nothing is left where it came in: a store moved it away. */
  isTakenOver = false;

  constructor(path: string, name: string, { sha256, sizeBytes, isSynced }: WrittenFile) {
    super(path, { start: 0, end: sizeBytes });
    this.name = name;
    this.sha256 = sha256;
    this.isSynced = isSynced;
  }

  async discard(): Promise<void> {
    if (this.isTakenOver) return;
    try {
      await unlink(this.path);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}
