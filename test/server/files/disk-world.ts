import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskFileStore } from '../../../packages/server/src/files/disk/disk-file-store.js';
import { openSpool } from '../../../packages/server/src/files/disk/open-spool.js';
import type { FileStoreWorld } from './file-store-contract.js';

export interface DiskWorld extends FileStoreWorld {
  readonly directory: string;
  readonly incoming: string;
}

/** A store and its spool in a folder of their own. */
export async function openDiskWorld(directory?: string): Promise<DiskWorld> {
  const root = directory ?? (await mkdtemp(join(tmpdir(), 'enrollkit-files-')));
  const incoming = join(root, 'incoming');
  return {
    directory: root,
    incoming,
    files: await openDiskFileStore({ directory: root, incoming }),
    spool: await openSpool({ directory: incoming }),
    everything: () => filesBelow(root),
    close: () => rm(root, { recursive: true, force: true }),
  };
}

/** Every file in a folder and those below, by its path. */
export async function filesBelow(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
