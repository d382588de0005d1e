import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@enrollkit/core';
import { fromDisk, isMissing } from './disk-error.js';

export interface SweepSpoolOptions {
  readonly directory: string;
  readonly clock: Clock;
  /** Longer than any upload may take: what was written to since is left alone. Default: a day. */
  readonly olderThanMs?: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Removes what a process that was killed left in the spool. Answers how many files that were. */
export async function sweepSpool({ directory, clock, olderThanMs = DAY_MS }: SweepSpoolOptions): Promise<number> {
  const before = Date.parse(clock()) - olderThanMs;
  let removed = 0;
  try {
    for (const name of await namesIn(directory)) {
      const path = join(directory, name);
      if (!(await isOlder(path, before))) continue;
      await rm(path, { force: true });
      removed += 1;
    }
  } catch (error) {
    throw fromDisk(error);
  }
  return removed;
}

async function namesIn(directory: string): Promise<readonly string[]> {
  return readdir(directory).catch((error: unknown) => (isMissing(error) ? [] : Promise.reject(fromDisk(error))));
}

async function isOlder(path: string, beforeMs: number): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(path);
    return mtimeMs < beforeMs;
  } catch (error) {
    // Staged or discarded since the folder was read.
    if (isMissing(error)) return false;
    throw error;
  }
}
