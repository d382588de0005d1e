import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EnrollkitError } from '@enrollkit/core';

/** Makes the data directory, or says why that can't be: what is wrong with it and what to do. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  const path = resolve(dataDir);
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    const why = REASONS[code] ?? `the system refuses it (${code})`;
    const message = `The data directory ${path} can't be used: ${why}, or name another one in ENROLLKIT_DATA_DIR`;
    throw new EnrollkitError('storage-unavailable', message, { cause });
  }
}

const NOT_ALLOWED = 'this user may not write there. Give it that right (chown, or the volume of its container)';
const IN_THE_WAY = 'a file is in the way where a directory should be. Move it';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: 'that disk can only be read. Mount it so that it can be written',
  EEXIST: IN_THE_WAY,
  ENOTDIR: IN_THE_WAY,
  ENOENT: 'a link on the way to it leads nowhere. Make what it leads to',
  ENOSPC: 'the disk is full. Make room',
  ENAMETOOLONG: 'the name is too long. Take a shorter one',
};
