import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { StagedFile } from '@enrollkit/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findMissingFiles } from '../../../packages/server/src/files/find-missing-files.js';
import type { ServerFileStore, StagedContent } from '../../../packages/server/src/files/server-file-store.js';
import { sweepFiles } from '../../../packages/server/src/files/sweep-files.js';
import type { Database } from '../../../packages/server/src/parts/server-parts.js';
import { dropFile, keepFiles } from '../../../packages/server/src/files/file-table.js';
import { someBytes } from './bytes.js';
import { openDiskWorld, type DiskWorld } from './disk-world.js';
import { listed } from './file-store-contract.js';
import { openFilesDatabase } from './files-database.js';

const HOUR_MS = 3_600_000;
const clock = (): string => new Date().toISOString();

let database: Database;
let world: DiskWorld;
let files: ServerFileStore;
let seed = 5000;

beforeAll(async () => {
  database = await openFilesDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.tables.deleteFrom('files').execute();
  world = await openDiskWorld();
  files = world.files;
  return () => world.close();
});

/** Stages some bytes, so long ago. */
async function staged(agoMs = 0): Promise<StagedContent> {
  const file = await files.stage(new Blob([someBytes(500, (seed += 1))]));
  const at = new Date(Date.now() - agoMs);
  const { sha256 } = file;
  await utimes(join(world.directory, sha256.slice(0, 2), sha256), at, at);
  return file;
}

/** Stages some bytes, so long ago, and keeps them. */
async function kept(agoMs = 0): Promise<string> {
  const file = await staged(agoMs);
  await database.tables.transaction().execute((tx) => keepFiles(tx, files, [file]));
  return file.sha256;
}

describe('sweepFiles', () => {
  it('removes what no record needs after its hour of grace, and nothing else', async () => {
    const old = await kept(9 * HOUR_MS);
    const fresh = await staged();
    const almost = await staged(HOUR_MS - 60_000);
    const orphans = [await staged(HOUR_MS + 60_000), await staged(48 * HOUR_MS)];
    expect(await sweepFiles({ files, database, clock })).toBe(orphans.length);
    expect([...(await listed(files))].sort()).toEqual([old, fresh.sha256, almost.sha256].sort());
    expect(await sweepFiles({ files, database, clock })).toBe(0);
  });

  it('leaves alone what was staged once more within the hour', async () => {
    const { sha256 } = await staged(9 * HOUR_MS);
    await files.stage((await files.open(sha256))!);
    expect(await sweepFiles({ files, database, clock })).toBe(0);
    expect(await files.has(sha256)).toBe(true);
  });

  it('removes the named files at once, but none that another record needs', async () => {
    const erased = await kept();
    const shared = await kept();
    const other = await staged();
    await database.tables.transaction().execute((tx) => dropFile(tx, erased));
    expect(await sweepFiles({ files, database, clock, only: [erased, shared] })).toBe(1);
    expect(await files.has(erased)).toBe(false);
    expect(await files.has(shared)).toBe(true);
    expect(await files.has(other.sha256)).toBe(true);
  });

  it('never removes a file that is being kept at that moment', async () => {
    for (let round = 0; round < 30; round += 1) {
      const file = await staged(9 * HOUR_MS);
      const keeping = database.tables.transaction().execute((tx) => keepFiles(tx, files, [file]));
      await Promise.all([keeping, sweepFiles({ files, database, clock, graceMs: 0 })]);
      expect(await files.has(file.sha256)).toBe(true);
    }
    expect(await findMissingFiles({ files, database })).toEqual([]);
  });

  it('has bytes that were removed before they were kept staged once more, and tells when they can not be', async () => {
    const file = await staged();
    const { content: _, ...forgotten } = await staged();
    const keep = (one: StagedFile) => database.tables.transaction().execute((tx) => keepFiles(tx, files, [one]));
    for (const { sha256 } of [file, forgotten]) await files.remove(sha256);
    await keep(file);
    await expect(keep(forgotten)).rejects.toMatchObject({ code: 'internal' });
    expect(await files.has(file.sha256)).toBe(true);
    expect(await findMissingFiles({ files, database })).toEqual([]);
  });

  it('waits for a transaction that keeps the file, and leaves it when that is done', async () => {
    const file = await staged(9 * HOUR_MS);
    let finish = (): void => undefined;
    let isKept = (): void => undefined;
    const keptOnce = new Promise<void>((resolve) => (isKept = resolve));
    const keeping = database.tables.transaction().execute(async (tx) => {
      await keepFiles(tx, files, [file]);
      isKept();
      await new Promise<void>((resolve) => (finish = resolve));
    });
    await keptOnce;
    const sweeping = sweepFiles({ files, database, clock });
    await waitingForLock();
    finish();
    await keeping;
    expect(await sweeping).toBe(0);
    expect(await files.has(file.sha256)).toBe(true);
  });

  it('goes on past a file that can not be removed, and says so at the end', async () => {
    const stuck = await staged(9 * HOUR_MS);
    const orphans = [await staged(9 * HOUR_MS), await staged(9 * HOUR_MS)];
    const fault = new Error('refused');
    const remove = (sha256: string): Promise<void> =>
      sha256 === stuck.sha256 ? Promise.reject(fault) : world.files.remove(sha256);
    await expect(sweepFiles({ files: { ...files, remove }, database, clock })).rejects.toBe(fault);
    expect(await listed(files)).toEqual([stuck.sha256]);
    for (const { sha256 } of orphans) expect(await files.has(sha256)).toBe(false);
  });

  it('removes nothing when the files seem to belong to another database', async () => {
    const all = await Promise.all(Array.from({ length: 101 }, () => staged(9 * HOUR_MS)));
    await expect(sweepFiles({ files, database, clock })).rejects.toMatchObject({ code: 'internal' });
    expect(await listed(files)).toHaveLength(all.length);
    await kept();
    expect(await sweepFiles({ files, database, clock })).toBe(all.length);
  });
});

describe('findMissingFiles', () => {
  it('finds the records whose bytes are gone, among those that are well and orphans', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, () => kept()));
    await Promise.all(Array.from({ length: 10 }, () => staged()));
    expect(await findMissingFiles({ files, database })).toEqual([]);
    const gone = [...all].sort().filter((_, index) => [0, 17, 39].includes(index));
    for (const sha256 of gone) await files.remove(sha256);
    expect(await findMissingFiles({ files, database })).toEqual(gone);
  });
});

/** Until somebody waits for a lock that a transaction holds. */
async function waitingForLock(): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query(`select from pg_locks
      where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`);
    if (rows.length > 0) return;
  }
}
