import { closeSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { closeFile, openFile, syncOpenFile } from './open-file.js';

/** The bytes of a file are on the disk when this resolves, as far as the disk says so. */
export async function syncFile(path: string): Promise<void> {
  await syncAndClose(await openFile(path, 'r+'));
}

/** Makes folders below `top` and keeps their names on the disk, and those of the files in them. */
export interface FolderKeeper {
  /** Whether its name is on the disk, as far as is known: somebody may have removed it since. */
  isKept(folder: string): boolean;
  /** Makes the folder, and those above it. */
  make(folder: string): Promise<void>;
  /** What is in the folder, and the folder's own name in those above it, is on the disk when this resolves. */
  sync(folder: string): Promise<void>;
}

/**
 * Each sync waits for the disk, so a folder whose own name was synced once is not synced again for that: only for the names
 * in it. Not when it was merely there, because another process may have made it this very moment; and one that is made
 * again, after somebody removed it, counts as new.
 */
export function folderKeeper(top: string): FolderKeeper {
  const kept = new Set([top]);
  return {
    isKept: (folder) => kept.has(folder),
    async make(folder) {
      const first = await mkdir(folder, { recursive: true, mode: 0o700 });
      if (first === undefined) return;
      for (const made of foldersFrom(folder, dirname(first))) kept.delete(made);
    },
    async sync(folder) {
      const missing = foldersFrom(folder, top).filter((each) => !kept.has(each));
      await Promise.all([...new Set([folder, ...missing.map((each) => dirname(each))])].map(syncFolder));
      for (const each of missing) kept.add(each);
    },
  };
}

/** The folder and those above it, up to `top` but without it. */
function foldersFrom(folder: string, top: string): string[] {
  const folders = [];
  for (let current = folder; current !== top && current !== dirname(current); current = dirname(current)) {
    folders.push(current);
  }
  return folders;
}

/** The names in a folder are on the disk when this resolves. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; NTFS writes names to its journal by itself.
  if (process.platform === 'win32') return;
  await syncAndClose(await openFile(folder, 'r'));
}

/** Closes it at once when it is synced, because nothing is left to be done for it: another thread takes far longer to be asked. */
export async function syncAndClose(fd: number): Promise<void> {
  try {
    await syncOpenFile(fd);
  } catch (error) {
    await closeFile(fd);
    throw error;
  }
  closeSync(fd);
}
