import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EnrollkitError } from '@enrollkit/core';
import type { UnprivilegedUser } from './unprivileged-user.js';

/** Rejects with `storage-unavailable` when a folder on the way to `path` lets this user not pass, as `/root` does. */
export async function expectReachablePath(path: string, { uid, gid }: UnprivilegedUser): Promise<void> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const facts = await stat(folder);
    const mayPass = facts.uid === uid ? 0o100 : facts.gid === gid ? 0o010 : 0o001;
    if ((facts.mode & mayPass) === 0) {
      const message =
        `PostgreSQL does not run as root, and the user "postgres" may not pass through ${folder}: ` +
        'allow it to (chmod o+x), start the server from another folder or as another user, or set DATABASE_URL';
      throw new EnrollkitError('storage-unavailable', message);
    }
    if (folder === dirname(folder)) return;
  }
}
