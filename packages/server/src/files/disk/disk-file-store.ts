import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { throwIfAborted, readSlices, type Binary, type StageOptions } from '@enrollkit/core';
import { DiskBinary } from './disk-binary.js';
import { fromDisk, isMissing } from './disk-error.js';
import { openFileFolders } from './file-folders.js';
import type { ServerFileStore, StagedContent } from '../server-file-store.js';
import { SpooledDiskFile } from './spooled-disk-file.js';
import { folderKeeper, syncFile, syncFolder } from './sync.js';
import { writeHashed } from './write-hashed.js';

export interface DiskFileStoreOptions {
  readonly directory: string;
  /** Where files are while they aren't whole: in the same file system. Default: `incoming` in the directory. */
  readonly incoming?: string;
}

/**
 * Keeps files on disk, each at `ab/<its SHA-256>` ({@link openFileFolders}). Several processes of one machine may share the directory.
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
  const folders = folderKeeper(directory);
  await makeFolder(incoming);
  await makeFolder(directory);
  const places = await openFileFolders(directory);

  /** Gives the bytes of a file that came in their name here. It keeps its own, so that this can be done once more. */
  async function put(file: SpooledDiskFile): Promise<void> {
    const folder = places.folderOf(file.sha256);
    if (!file.isSynced) await syncFile(file.path);
    const to = join(folder, file.sha256);
    if (!folders.isKept(folder)) await folders.make(folder);
    await giveName(file.path, to, incoming).catch(async (error: unknown) => {
      // Somebody has removed the folder since.
      if (!isMissing(error)) throw error;
      await folders.make(folder);
      await giveName(file.path, to, incoming);
    });
    file.forget();
    await folders.sync(folder);
  }

  return {
    async stage(content, options = {}): Promise<StagedContent> {
      throwIfAborted(options.signal);
      const isHere = content instanceof SpooledDiskFile;
      const file = isHere ? content : await spool(content, incoming, options);
      const totalBytes = file.size;
      try {
        await put(file);
      } catch (error) {
        throw fromDisk(error);
      } finally {
        if (!isHere) await file.discard();
      }
      if (isHere) options.onProgress?.({ sentBytes: totalBytes, totalBytes });
      return { sha256: file.sha256, sizeBytes: totalBytes, content };
    },

    async open(sha256) {
      const found = await places.find(sha256);
      return found && new DiskBinary(found.path, { start: 0, end: found.sizeBytes });
    },

    has: async (sha256) => (await places.find(sha256)) !== undefined,

    async remove(sha256) {
      // Once more where it may be too, so that it is gone.
      for (let found = await places.find(sha256); found; found = await places.find(sha256)) {
        try {
          await rm(found.path, { force: true });
          await syncFolder(dirname(found.path));
        } catch (error) {
          throw fromDisk(error);
        }
      }
    },

    async *list() {
      for await (const [sha256, { modifiedMs: stagedAtMs }] of places.list()) yield { sha256, stagedAtMs };
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

/** A second name for the same bytes. Takes the place of one that is there: to the cleaner they are as good as new. */
async function giveName(from: string, to: string, incoming: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (isMissing(error)) throw error;
    // It is there already; or it has to be copied, because the spool is in another file system or this one has no links.
    // Under its name it appears at once in any case.
    const other = join(incoming, randomUUID());
    try {
      await link(from, other).catch(() => copyToDisk(from, other));
      await rename(other, to);
    } finally {
      // Renaming one name of a file to another of its names leaves both.
      await rm(other, { force: true });
    }
  }
}

async function copyToDisk(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await syncFile(to);
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fromDisk(error);
  }
}
