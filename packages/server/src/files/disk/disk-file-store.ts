import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { throwIfAborted, readSlices, type Binary, type StagedFile, type StageOptions } from '@enrollkit/core';
import { DiskBinary } from './disk-binary.js';
import { errnoOf, fromDisk, isMissing } from './disk-error.js';
import type { ServerFileStore } from '../server-file-store.js';
import { isSha256 } from '../sha256.js';
import { SpooledDiskFile } from './spooled-disk-file.js';
import { folderKeeper, syncFile, syncFolder } from './sync.js';
import { writeHashed } from './write-hashed.js';

export interface DiskFileStoreOptions {
  readonly directory: string;
  /** Where files are while they aren't whole: in the same file system. Default: `incoming` in the directory. */
  readonly incoming?: string;
}

/**
 * Keeps files on disk, each at `ab/cd/<its SHA-256>`. Several processes of one machine may share the directory.
 *
 * What is guaranteed: when `stage` resolves, the bytes, their name and the folders above were handed to the disk with fsync,
 * so they survive the process, the operating system and the power failing. That is as true as the disk is honest: a drive
 * or virtual machine that acknowledges a flush it has only in its own memory can still lose them. A file has its name only
 * once it is whole; what a killed process leaves is in `incoming`, where {@link sweepSpool} finds it. When `remove` resolves,
 * the name is gone from the disk too; its blocks are free, not overwritten. Bytes are hashed when they come in and not again
 * when they are read: against bit rot, use a file system that checks.
 */
export async function openDiskFileStore(options: DiskFileStoreOptions): Promise<ServerFileStore> {
  const directory = resolve(options.directory);
  const incoming = options.incoming ?? join(directory, 'incoming');
  const folderOf = (sha256: string): string => join(directory, sha256.slice(0, 2), sha256.slice(2, 4));
  const pathOf = (sha256: string): string => join(folderOf(sha256), sha256);
  const sizeOf = async (sha256: string): Promise<number | undefined> =>
    isSha256(sha256) ? (await statIfThere(pathOf(sha256)))?.size : undefined;
  const folders = folderKeeper(directory);
  await makeFolder(incoming);
  await makeFolder(directory);

  async function takeOver(file: SpooledDiskFile): Promise<void> {
    const folder = folderOf(file.sha256);
    // Staged once more, after what came next was refused.
    if (file.isTakenOver && (await sizeOf(file.sha256)) === file.size) return;
    if (!file.isSynced) await syncFile(file.path);
    // In place of the same bytes, if they are there: whoever reads those goes on, and to the cleaner they are as good as new.
    const to = pathOf(file.sha256);
    if (!folders.isKept(folder)) await folders.make(folder);
    await move(file.path, to, incoming).catch(async (error: unknown) => {
      // Somebody has removed the folder since.
      if (!isMissing(error)) throw error;
      await folders.make(folder);
      await move(file.path, to, incoming);
    });
    file.takenOver();
    await folders.sync(folder);
  }

  return {
    async stage(content, options = {}): Promise<StagedFile> {
      throwIfAborted(options.signal);
      const isHere = content instanceof SpooledDiskFile;
      const file = isHere ? content : await spool(content, incoming, options);
      const totalBytes = file.size;
      try {
        await takeOver(file);
      } catch (error) {
        if (!isHere) await file.discard();
        throw fromDisk(error);
      }
      if (isHere) options.onProgress?.({ sentBytes: totalBytes, totalBytes });
      return { sha256: file.sha256, sizeBytes: totalBytes };
    },

    async open(sha256) {
      const size = await sizeOf(sha256);
      return size === undefined ? undefined : new DiskBinary(pathOf(sha256), { start: 0, end: size });
    },

    has: async (sha256) => (await sizeOf(sha256)) !== undefined,

    async remove(sha256) {
      if ((await sizeOf(sha256)) === undefined) return;
      try {
        await rm(pathOf(sha256), { force: true });
        await syncFolder(folderOf(sha256));
      } catch (error) {
        throw fromDisk(error);
      }
    },

    async *list() {
      for (const first of await namesIn(directory, /^[0-9a-f]{2}$/)) {
        for (const second of await namesIn(join(directory, first), /^[0-9a-f]{2}$/)) {
          for (const sha256 of await namesIn(join(directory, first, second), /^[0-9a-f]{64}$/)) {
            const found = await statIfThere(pathOf(sha256));
            if (found) yield { sha256, stagedAtMs: found.mtimeMs };
          }
        }
      }
    },
  };
}

/** Writes bytes that are elsewhere to a file of ours. */
async function spool(content: Binary, incoming: string, options: StageOptions): Promise<SpooledDiskFile> {
  const path = join(incoming, randomUUID());
  try {
    return new SpooledDiskFile(path, '', await writeHashed(readSlices(content, options), path, { sync: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function move(from: string, to: string, incoming: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (errnoOf(error) !== 'EXDEV') throw error;
    // A spool in another file system. Under its name it appears at once there too.
    const copy = join(incoming, randomUUID());
    try {
      await copyFile(from, copy);
      await syncFile(copy);
      await rename(copy, to);
      await rm(from, { force: true });
    } finally {
      await rm(copy, { force: true });
    }
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fromDisk(error);
  }
}

async function statIfThere(path: string): Promise<{ readonly size: number; readonly mtimeMs: number } | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw fromDisk(error);
  }
}

async function namesIn(folder: string, shape: RegExp): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => shape.test(name)).sort();
  } catch (error) {
    throw fromDisk(error);
  }
}
