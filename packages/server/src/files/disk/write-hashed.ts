import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { EnrollkitError } from '@enrollkit/core';
import { fromDisk } from './disk-error.js';

/** What was written. */
export interface WrittenFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Whether the bytes are on the disk, as far as the disk says so. */
  readonly isSynced: boolean;
}

export interface WriteHashedOptions {
  readonly maxBytes?: number;
  /** Whether to wait until the bytes are on the disk. Default: they may come there later. */
  readonly sync?: boolean;
}

/**
 * Writes a stream to a new file that only this user can read, hashing it on the way. One chunk is in memory at a time. What
 * the stream throws passes through; the caller removes what is there by then.
 */
export async function writeHashed(
  source: AsyncIterable<Uint8Array>,
  path: string,
  { maxBytes = Infinity, sync: isSynced = false }: WriteHashedOptions = {},
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const handle = await open(path, 'wx', 0o600).catch((error: unknown) => Promise.reject(fromDisk(error)));
  try {
    for await (const chunk of source) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maxBytes) throw new EnrollkitError('too-large', `More than ${maxBytes} bytes`);
      hash.update(chunk);
      // `write` may write a part only, on a disk that is nearly full; this goes on until it is all there or fails.
      await handle.writeFile(chunk).catch((error: unknown) => Promise.reject(fromDisk(error)));
    }
    if (isSynced) await handle.sync().catch((error: unknown) => Promise.reject(fromDisk(error)));
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes, isSynced };
}
