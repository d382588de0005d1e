import { readFile } from 'node:fs/promises';
import { EnrollkitError } from '@enrollkit/core';
import { runProgram } from './run-program.js';

/** PostgreSQL refuses to run as root: the user that it runs as then. */
export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

/** Undefined when this process isn't root and PostgreSQL can run as the same user. Makes the user `postgres` when there is none. */
export async function unprivilegedUser(): Promise<UnprivilegedUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = await findUser('postgres');
  if (found) return found;
  try {
    const args = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'];
    await runProgram('useradd', args, { user: undefined });
  } catch (cause) {
    // Another process may have just made it.
    const made = await findUser('postgres');
    if (made) return made;
    const message =
      'PostgreSQL does not run as root, and the user "postgres" could not be made: make it, start the server as another user, or set DATABASE_URL';
    throw new EnrollkitError('storage-unavailable', message, { cause });
  }
  return findUser('postgres');
}

async function findUser(name: string): Promise<UnprivilegedUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
