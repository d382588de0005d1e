import { join } from 'node:path';
import type { Clock } from '@enrollkit/core';
import type { Settings } from '../settings/settings.js';
import { openDiskFileStore } from './disk/disk-file-store.js';
import { openSpool } from './disk/open-spool.js';
import type { ServerFileStore } from './server-file-store.js';
import type { Spool } from './spool.js';
import { sweepSpool } from './disk/sweep-spool.js';

/** Where a server's files come in and where they stay. */
export interface OpenFileStore {
  readonly files: ServerFileStore;
  readonly spool: Spool;
  /** Removes what a process that was killed left in the spool a day ago. Answers how many files that were. */
  readonly sweepSpool: (clock: Clock) => Promise<number>;
}

/** Opens the file store of the settings, a bucket or a folder of the data directory, and the spool in front of it. */
export async function openFileStore({ dataDir, s3 }: Pick<Settings, 'dataDir' | 's3'>): Promise<OpenFileStore> {
  const directory = join(dataDir, 'files');
  // Also the folder of what the disk store itself has not written in full yet.
  const incoming = join(directory, 'incoming');
  const spool = await openSpool({ directory: incoming, sync: !s3 });
  const files = s3 ? await openBucket(s3) : await openDiskFileStore({ directory, incoming });
  return { files, spool, sweepSpool: (clock) => sweepSpool({ directory: incoming, clock }) };
}

/** Loaded only where it is used: the client is larger than the rest of the server. */
async function openBucket(s3: NonNullable<Settings['s3']>): Promise<ServerFileStore> {
  const { openS3FileStore } = await import('./s3/s3-file-store.js');
  return openS3FileStore(s3);
}
