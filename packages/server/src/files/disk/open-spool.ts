import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EnrollkitError } from '@enrollkit/core';
import { fromDisk } from './disk-error.js';
import type { ReceiveOptions, Spool } from '../spool.js';
import { SpooledDiskFile } from './spooled-disk-file.js';
import { writeHashed, type WrittenFile } from './write-hashed.js';

export interface SpoolOptions {
  readonly directory: string;
  /**
   * Whether files are handed to the disk with fsync as they come in, for a store that takes them over where they are: while
   * the next ones come in, and without opening them once more. Default: the store does it.
   */
  readonly sync?: boolean;
}

/**
 * Opens a folder for what is coming in. In the same file system as the store's folder, a file is taken over by renaming it.
 * What is here counts for nothing until a store staged it. After a crash, {@link sweepSpool} removes it.
 */
export async function openSpool({ directory, sync = false }: SpoolOptions): Promise<Spool> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fromDisk(error);
  }
  return {
    async receive(stream, options) {
      // Never the sender's name: it may be a path, and it may be personal.
      const path = join(directory, randomUUID());
      try {
        return new SpooledDiskFile(path, options.name, await receiveInto(path, stream, { ...options, sync }));
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
  };
}

async function receiveInto(
  path: string,
  stream: Readable,
  { maxBytes, signal, sync }: ReceiveOptions & { readonly sync: boolean },
): Promise<WrittenFile> {
  let written: WrittenFile | undefined;
  let writing: Promise<WrittenFile> | undefined;
  try {
    // Destroys the stream when writing fails or the caller stops it, so that nothing more is read.
    await pipeline(
      stream,
      async (source: AsyncIterable<Uint8Array>) => {
        writing = writeHashed(source, path, { maxBytes, sync });
        written = await writing;
      },
      { ...(signal && { signal }) },
    );
  } catch (cause) {
    // A pipeline that is broken off doesn't wait: the file could be opened after it was removed, and stay.
    await writing?.catch(() => undefined);
    if (cause instanceof EnrollkitError) throw cause;
    throw new EnrollkitError('aborted', 'The sender stopped before the file was complete', { cause });
  }
  if (!written) throw new EnrollkitError('internal', 'A file that came in was not written');
  // A form parser with a limit of its own ends the stream there as if it were complete.
  if ((stream as { truncated?: boolean }).truncated) throw new EnrollkitError('too-large', 'The file was cut off');
  return written;
}
