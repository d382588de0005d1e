import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { POSTGRES_KINDS, removePostgres } from './postgres.js';

const ROOT = join(import.meta.dirname, '../../.cache/test-postgres');

/** Gives the tests of this run a folder for database servers, and ends what they started there when all are done. */
export default async function setup(): Promise<() => Promise<void>> {
  await mkdir(ROOT, { recursive: true });
  await Promise.all((await readdir(ROOT)).filter(isOver).map(removeRun));
  const run = String(process.pid);
  process.env.ENROLLKIT_TEST_POSTGRES = join(ROOT, run);
  return () => removeRun(run);
}

async function removeRun(run: string): Promise<void> {
  for (const kind of POSTGRES_KINDS) await removePostgres(join(ROOT, run, kind));
  await rm(join(ROOT, run), { recursive: true, force: true });
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
