import { EnrollkitError, inBatches, type Clock } from '@enrollkit/core';
import type { Database } from '../parts/server-parts.js';
import { removeUnneededBytes } from './file-table.js';
import type { ServerFileStore } from './server-file-store.js';

export interface SweepFilesOptions {
  readonly files: ServerFileStore;
  readonly database: Database;
  readonly clock: Clock;
  /** Bytes that were staged since are left alone: their transaction may still keep them. Default: an hour. */
  readonly graceMs?: number;
  /** Looks at these only, and at once: bytes that a transaction which is done let go of. */
  readonly only?: readonly string[];
}

const HOUR_MS = 60 * 60 * 1000;
const BATCH = 500;

/** More orphans than this in a database without any file: it is not the one these files belong to. */
const MAX_ORPHANS_OF_NONE = 100;

/**
 * Removes the bytes that no record needs: of uploads that were refused, of processes that were killed, of what was erased.
 * A file that is being kept at that moment is never removed: both hold its lock. Goes on past a file that can't be removed
 * and rejects at the end. Answers how many went.
 */
export async function sweepFiles(options: SweepFilesOptions): Promise<number> {
  const { files, database, only } = options;
  let removed = 0;
  const faults: unknown[] = [];
  for await (const sha256 of only ?? orphans(options)) {
    try {
      if (await removeUnneededBytes(database.tables, files, sha256)) removed += 1;
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
  return removed;
}

async function* orphans(options: SweepFilesOptions): AsyncGenerator<string, void, undefined> {
  const { files, database, clock, graceMs = HOUR_MS } = options;
  const before = Date.parse(clock()) - graceMs;
  const isEmpty = !(await database.tables.selectFrom('files').select('sha256').limit(1).executeTakeFirst());
  const found: string[] = [];
  for await (const batch of inBatches(hashesFromBefore(files, before), { size: BATCH })) {
    const known = await knownOf(database, batch);
    const unknown = batch.filter((sha256) => !known.has(sha256));
    if (!isEmpty) yield* unknown;
    else found.push(...unknown);
    if (found.length > MAX_ORPHANS_OF_NONE) throw foreignFiles();
  }
  yield* found;
}

/** Somebody points a new database at an old folder or bucket: better a full disk than a thousand diplomas gone. */
function foreignFiles(): EnrollkitError {
  return new EnrollkitError(
    'internal',
    `The database knows no file, and there are more than ${MAX_ORPHANS_OF_NONE}: they seem to belong to another one. Nothing was removed.`,
  );
}

async function* hashesFromBefore(files: ServerFileStore, beforeMs: number): AsyncGenerator<string, void, undefined> {
  for await (const { sha256, stagedAtMs } of files.list()) if (stagedAtMs < beforeMs) yield sha256;
}

async function knownOf(database: Database, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await database.tables.selectFrom('files').select('sha256').where('sha256', 'in', hashes).execute();
  return new Set(rows.map(({ sha256 }) => sha256));
}
