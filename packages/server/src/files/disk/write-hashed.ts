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
  /** All of them, when they were written at once. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

export interface WriteHashedOptions {
  readonly maxBytes?: number;
  /** Whether to wait until the bytes are on the disk. Default: they may come there later. */
  readonly sync?: boolean;
}

/** What is gathered before it is written: most certificates are smaller, and each write is a turn of another thread. */
const GATHERED_BYTES = 128 * 1024;

/**
 * Writes a stream to a new file that only this user can read, hashing it on the way. No more than {@link GATHERED_BYTES} and
 * a chunk are in memory at a time. What the stream throws passes through; the caller removes what is there by then.
 */
export async function writeHashed(
  source: AsyncIterable<Uint8Array>,
  path: string,
  { maxBytes = Infinity, sync: isSynced = false }: WriteHashedOptions = {},
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let gathered: Uint8Array[] = [];
  let gatheredBytes = 0;
  let written: Uint8Array<ArrayBuffer> | undefined;
  const handle = await open(path, 'wx', 0o600).catch((error: unknown) => Promise.reject(fromDisk(error)));
  const writeGathered = async (): Promise<void> => {
    const bytes = Buffer.concat(gathered, gatheredBytes);
    written = gatheredBytes === sizeBytes ? bytes : undefined;
    [gathered, gatheredBytes] = [[], 0];
    // `write` may write a part only, on a disk that is nearly full; this goes on until it is all there or fails.
    await handle.writeFile(bytes).catch((error: unknown) => Promise.reject(fromDisk(error)));
  };
  try {
    for await (const chunk of source) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maxBytes) throw new EnrollkitError('too-large', `More than ${maxBytes} bytes`);
      hash.update(chunk);
      gathered.push(chunk);
      gatheredBytes += chunk.byteLength;
      if (gatheredBytes >= GATHERED_BYTES) await writeGathered();
    }
    if (gatheredBytes > 0) await writeGathered();
    if (isSynced) await handle.sync().catch((error: unknown) => Promise.reject(fromDisk(error)));
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes, isSynced, ...(written && { bytes: written }) };
}
