import { randomBytes, randomUUID } from 'node:crypto';
import { appendFile, chmod, chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from '../../files/disk/sync.js';
import { expectReachablePath } from './expect-reachable-path.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { runProgram } from './run-program.js';
import type { UnprivilegedUser } from './unprivileged-user.js';

/** Where a cluster's parts are. The whole folder comes into being at once. */
export interface ClusterPaths {
  /** PostgreSQL's data directory. */
  readonly data: string;
  /** File with the password of the user `enrollkit`. */
  readonly password: string;
  readonly log: string;
}

export function clusterPaths(folder: string): ClusterPaths {
  return { data: join(folder, 'data'), password: join(folder, 'password'), log: join(folder, 'postgres.log') };
}

/** Reached from this machine only, and nothing that was acknowledged is lost with the power. */
const SETTINGS = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = on
synchronous_commit = on
full_page_writes = on
log_statement = none
# Statements in the log would show what is stored.
log_min_error_statement = panic
log_error_verbosity = terse
`;

/**
 * Makes a new cluster in `folder`, unless there is one. It is made aside and then renamed, so that one that was interrupted
 * is never taken for a whole one; what it left is cleared away by the next. To be called by one at a time.
 */
export async function makeCluster(
  folder: string,
  { initdb }: Pick<PostgresBinaries, 'initdb'>,
  user: UnprivilegedUser | undefined,
): Promise<void> {
  if (await isThere(folder)) return;
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  if (user) await letPass(parent, user);
  await clearInterrupted(folder);

  const aside = `${folder}.new-${randomUUID()}`;
  const { data, password } = clusterPaths(aside);
  try {
    await mkdir(aside, { mode: 0o700 });
    await mkdir(data, { mode: 0o700 });
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (user) for (const path of [aside, data, password]) await chown(path, user.uid, user.gid);
    await runProgram(
      initdb,
      [
        ...['--pgdata', data, '--username', 'enrollkit', '--pwfile', password],
        ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-locale', '--data-checksums'],
      ],
      { user, cwd: aside },
    );
    await appendFile(join(data, 'postgresql.conf'), SETTINGS);
    await rename(aside, folder);
    await syncFolder(parent);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

/** The data folder is ours, and others of ours in it keep their own permissions; what is above it isn't. */
async function letPass(parent: string, user: UnprivilegedUser): Promise<void> {
  const { mode } = await stat(parent);
  await chmod(parent, mode | 0o011);
  await expectReachablePath(parent, user);
}

/** The folders that interrupted processes left. */
async function clearInterrupted(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.new-`;
  for (const name of await readdir(dirname(folder)))
    if (name.startsWith(prefix)) await rm(join(dirname(folder), name), { recursive: true, force: true });
}

async function isThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}

export async function readPassword(folder: string): Promise<string> {
  return (await readFile(clusterPaths(folder).password, 'utf8')).trim();
}
