import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The bytes of a file are on the disk when this resolves, as far as the disk says so. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The names in a folder, and the folder's own name in those above it up to `top`, are on the disk when this resolves. */
export async function syncFolders(folder: string, top: string): Promise<void> {
  for (let current = folder; ; current = dirname(current)) {
    await syncFolder(current);
    if (current === top || current === dirname(current)) return;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; NTFS writes names to its journal by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
