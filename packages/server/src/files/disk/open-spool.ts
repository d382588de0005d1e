import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished, type Readable } from 'node:stream';
import { EnrollkitError } from '@enrollkit/core';
import { fromDisk } from './disk-error.js';
import type { ReceiveOptions, Spool } from '../spool.js';
import { SpooledDiskFile } from './spooled-disk-file.js';
import { HashedWriter, type WrittenFile } from './write-hashed.js';

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

function receiveInto(
  path: string,
  stream: Readable,
  { maxBytes, signal, isPart = false, sync }: ReceiveOptions & { readonly sync: boolean },
): Promise<WrittenFile> {
  const writer = new HashedWriter(path, { maxBytes, sync });
  return new Promise((resolve, reject) => {
    let isOver = false;
    const stop = (error: Error): void => {
      if (isOver) return;
      leave();
      // Nothing more is taken from the sender, but what others wait behind.
      if (isPart) stream.resume();
      else stream.destroy();
      // What is under way could make the file after somebody removed it.
      void writer.giveUp().then(() => reject(error), reject);
    };
    const take = (chunk: Uint8Array): void => {
      try {
        const writing = writer.take(chunk);
        if (!writing) return;
        stream.pause();
        writing.then(() => stream.resume(), stop);
      } catch (error) {
        stop(error as Error);
      }
    };
    const breakOff = (): void =>
      stop(new EnrollkitError('aborted', 'Stopped by the caller', { cause: signal?.reason }));
    const leave = (): void => {
      isOver = true;
      stream.off('data', take);
      signal?.removeEventListener('abort', breakOff);
    };
    const finish = (written: WrittenFile): void => {
      if (!isOver) leave();
      resolve(written);
    };

    finished(stream, { writable: false }, (cause) => {
      if (isOver) return;
      if (cause) {
        const message = 'The sender stopped before the file was complete';
        stop(cause instanceof EnrollkitError ? cause : new EnrollkitError('aborted', message, { cause }));
      } else if ((stream as { truncated?: boolean }).truncated) {
        // A form parser with a limit of its own ends the stream there as if it were complete.
        stop(new EnrollkitError('too-large', 'The file was cut off'));
      } else writer.end().then(finish, stop);
    });
    if (signal?.aborted) breakOff();
    else stream.on('data', take);
    signal?.addEventListener('abort', breakOff);
  });
}
