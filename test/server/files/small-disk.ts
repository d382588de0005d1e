import { execFile } from 'node:child_process';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface SmallDisk {
  readonly directory: string;
  unmount(): Promise<void>;
}

/** A file system of so many megabytes. Absent where this user may not mount one. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | undefined> {
  const directory = await mkdtemp(join(tmpdir(), 'enrollkit-small-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory]);
  } catch {
    // Not root, or a container that may not: the tests that need it are shown as skipped.
    await rmdir(directory);
    return undefined;
  }
  return {
    directory,
    async unmount() {
      await run('umount', [directory]);
      await rmdir(directory);
    },
  };
}
