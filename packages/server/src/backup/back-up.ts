import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EnrollkitError, type Clock } from '@enrollkit/core';
import type { Client } from 'pg';
import { withClient } from '../database/open-client.js';
import { TABLE_NAMES } from '../database/table-places.js';
import { openDiskFileStore } from '../files/disk/disk-file-store.js';
import { keepEveryFile } from '../files/file-table.js';
import type { ServerFileStore } from '../files/server-file-store.js';
import { eachFile } from './each-file.js';
import { findManifest, recordsPath, writeManifest, type Manifest, type TableRecords } from './manifest.js';
import { readColumn, writeTable } from './table-copy.js';

export interface BackUpOptions {
  readonly databaseUrl: string;
  readonly files: ServerFileStore;
  /** Empty, not there yet, or with an earlier backup, whose files are taken over. */
  readonly directory: string;
  readonly clock: Clock;
}

const RECORDS = /^records-[0-9a-f-]+$/;

/**
 * Writes all records and files to a directory while servers go on working: the records as they were at one moment, and every
 * file that they need, because none is removed meanwhile. Until it is finished, an earlier backup there stays whole.
 */
export async function backUp(options: BackUpOptions): Promise<Manifest> {
  const directory = resolve(options.directory);
  await prepare(directory);
  return withClient(options.databaseUrl, async (client) => {
    await keepEveryFile(client);
    const records = `records-${randomUUID()}`;
    const { tables, migration } = await writeRecords(client, { directory, records });
    const { files, missing } = await copyFiles(options.files, { directory, records, tables });
    // The connection holds off whoever removes files: if it broke, some may be gone that the records need.
    await client.query('select 1');
    const made: Manifest = {
      format: 1,
      made_at: options.clock(),
      migration,
      records,
      tables: [...tables],
      files,
      missing_files: [...missing],
    };
    await writeManifest(directory, made);
    await tidy(directory, made);
    return made;
  });
}

async function prepare(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const strange = (await readdir(directory)).filter((name) => !/^(backup\.json(\.new)?|files|records-.*)$/.test(name));
  if (strange.length === 0) return;
  const message = `${directory} holds something else (${strange[0]}): name an empty directory, or one with an earlier backup`;
  throw new EnrollkitError('invalid', message);
}

interface Place {
  readonly directory: string;
  readonly records: string;
}

/** All tables in one snapshot. */
async function writeRecords(
  client: Client,
  { directory, records }: Place,
): Promise<{ readonly tables: readonly TableRecords[]; readonly migration: string }> {
  await mkdir(join(directory, records), { mode: 0o700 });
  await client.query('begin isolation level repeatable read read only');
  const { rows } = await client.query<{ name: string }>(
    'select name from enrollkit_migrations order by name desc limit 1',
  );
  const tables: TableRecords[] = [];
  for (const name of TABLE_NAMES) {
    const columns = await columnsOf(client, name);
    // A table that this version knows and the database doesn't have yet.
    if (columns.length === 0) continue;
    const path = recordsPath(directory, { records }, name);
    tables.push({ name, columns: [...columns], ...(await writeTable(client, { table: name, columns, path })) });
  }
  await client.query('commit');
  return { tables, migration: rows[0]?.name ?? '' };
}

/** Without those that PostgreSQL works out of others. */
async function columnsOf(client: Client, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Only those that an earlier backup here doesn't have: names are hashes, so a file never changes. */
async function copyFiles(
  files: ServerFileStore,
  { directory, records, tables }: Place & { readonly tables: readonly TableRecords[] },
): Promise<{ readonly files: Manifest['files']; readonly missing: readonly string[] }> {
  const copies = await openDiskFileStore({ directory: join(directory, 'files') });
  const missing: string[] = [];
  let [count, bytes] = [0, 0];
  await eachFile(neededFiles({ directory, records, tables }), async (sha256) => {
    const original = await files.open(sha256);
    const copy = await copies.open(sha256);
    if (!original && !copy) {
      missing.push(sha256);
      return;
    }
    if (original && original.size !== copy?.size) {
      const staged = await copies.stage(original);
      if (staged.sha256 !== sha256) {
        await copies.remove(staged.sha256);
        throw new EnrollkitError('internal', `The stored file ${sha256} holds other bytes than it came with`);
      }
    }
    count += 1;
    bytes += (original ?? copy)?.size ?? 0;
  });
  return { files: { count, bytes }, missing: missing.sort() };
}

function neededFiles({
  directory,
  records,
  tables,
}: Place & { readonly tables: readonly TableRecords[] }): AsyncIterable<string> {
  const columns = tables.find(({ name }) => name === 'files')?.columns ?? [];
  return readColumn(recordsPath(directory, { records }, 'files'), { columns, column: 'sha256' });
}

/** What the backup before had and this one hasn't: people who were erased must not live on in it. */
async function tidy(directory: string, made: Manifest): Promise<void> {
  for (const name of await readdir(directory)) {
    if (RECORDS.test(name) && name !== made.records) await rm(join(directory, name), { recursive: true });
  }
  const copies = await openDiskFileStore({ directory: join(directory, 'files') });
  const needed = neededFiles({ directory, records: made.records, tables: made.tables })[Symbol.asyncIterator]();
  let next = await needed.next();
  for await (const { sha256 } of copies.list()) {
    while (!next.done && next.value < sha256) next = await needed.next();
    if (next.done || next.value !== sha256) await copies.remove(sha256);
  }
  await needed.return?.();
}

/** For a restore: the one that is there, or a refusal. */
export async function expectManifest(directory: string): Promise<Manifest> {
  const found = await findManifest(resolve(directory));
  if (found) return found;
  throw new EnrollkitError('not-found', `There is no finished backup in ${resolve(directory)}: look for backup.json`);
}
