import { mkdir, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { POSTGRES_KINDS, removePostgres } from './postgres.js';
import { beginPrograms, programsFolder } from './programs-folder.js';

/** Memory that looks like a disk: these databases outlast no test run, and making one is mostly waiting for a disk. */
const MEMORY = '/dev/shm';
const MIN_FREE_BYTES = 2 ** 31;

/** Gives the tests of this run folders for database servers and programs, and ends what they started when all are done. */
export default async function setup(): Promise<() => Promise<void>> {
  const root = join(await baseFolder(), 'test-postgres');
  await mkdir(root, { recursive: true });
  const before = (await readdir(root)).filter(isOver);
  await Promise.all(before.map(async (run) => removeRun(root, run)));
  const own = String(process.pid);
  process.env.ENROLLKIT_TEST_POSTGRES = join(root, own);
  beginPrograms(own);
  return () => removeRun(root, own);
}

async function baseFolder(): Promise<string> {
  // Not on every system, and small in some containers: the disk will do.
  const memory = await statfs(MEMORY).catch(() => undefined);
  const hasRoom = memory && memory.bavail * memory.bsize > MIN_FREE_BYTES;
  return hasRoom ? join(MEMORY, 'enrollkit') : join(import.meta.dirname, '../../.cache');
}

async function removeRun(root: string, run: string): Promise<void> {
  const folder = join(root, run);
  await rm(programsFolder(run), { recursive: true, force: true });
  for (const kind of POSTGRES_KINDS) await removePostgres(join(folder, kind));
  await rm(folder, { recursive: true, force: true });
}

/** A run that was killed couldn't clean up. */
function isOver(run: string): boolean {
  try {
    process.kill(Number(run), 0);
    return false;
  } catch {
    return true;
  }
}
