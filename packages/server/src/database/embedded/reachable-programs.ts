import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasErrorCode } from '@enrollkit/core';
import { expectReachablePath } from './expect-reachable-path.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import type { UnprivilegedUser } from './unprivileged-user.js';

/**
 * The programs where `user` can run them. What npm installed below a folder that only root may pass, as `/root`, is copied
 * into `folder`, once for each version.
 */
export async function reachablePrograms(
  found: PostgresBinaries,
  { user, folder }: { readonly user: UnprivilegedUser; readonly folder: string },
): Promise<PostgresBinaries> {
  try {
    await expectReachablePath(found.pgCtl, user);
    return found;
  } catch (error) {
    if (!hasErrorCode(error, 'storage-unavailable')) throw error;
  }
  const native = dirname(dirname(found.pgCtl));
  const { version } = JSON.parse(await readFile(join(native, '../package.json'), 'utf8')) as { version: string };
  const copy = join(folder, `programs-${version}`);
  await copyOnce(native, copy);
  const program = (path: string) => join(copy, 'bin', basename(path));
  return { initdb: program(found.initdb), pgCtl: program(found.pgCtl) };
}

/** Made aside and renamed: a copy that is there is whole. */
async function copyOnce(from: string, to: string): Promise<void> {
  if (await isThere(to)) return;
  await mkdir(dirname(to), { recursive: true });
  const aside = await mkdtemp(`${to}.new-`);
  try {
    await cp(from, aside, { recursive: true, verbatimSymlinks: true });
    await chmod(aside, 0o755);
    await rename(aside, to);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    // Another process was first.
    if (!(await isThere(to))) throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
