import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { EnrollkitError } from '@enrollkit/core';
import type { Client } from 'pg';
import type { Logger } from 'pino';
import { MIGRATIONS } from '../database/migrate.js';
import { withClient } from '../database/open-client.js';
import { migrateOnce } from '../database/open-database.js';
import { TABLE_NAMES } from '../database/table-places.js';
import { openDiskFileStore } from '../files/disk/disk-file-store.js';
import type { ServerFileStore } from '../files/server-file-store.js';
import { expectManifest } from './back-up.js';
import { eachFile } from './each-file.js';
import { recordsPath, type Manifest } from './manifest.js';
import { readColumn, readTable } from './table-copy.js';

export interface RestoreOptions {
  readonly databaseUrl: string;
  readonly files: ServerFileStore;
  /** Where the backup is. */
  readonly directory: string;
  readonly log: Logger;
}

/**
 * Puts a backup into a database without records, and its files into the store. First it looks whether the backup is whole;
 * then come the files, and then all records at once: what is interrupted can be done again, and no record is ever there
 * without its file.
 */
export async function restore({ databaseUrl, files, directory: given, log }: RestoreOptions): Promise<Manifest> {
  const directory = resolve(given);
  const manifest = await expectManifest(directory);
  expectKnown(manifest);
  await withClient(databaseUrl, expectNoRecords);
  for (const table of manifest.tables) {
    const found = await hashOf(recordsPath(directory, manifest, table.name)).catch((cause: unknown) => String(cause));
    if (found !== table.sha256) throw damaged(`the records of ${table.name} are not those that were written`);
  }
  await restoreFiles(files, { directory, manifest });
  // The tables as they were when the backup was made: later migrations then change its records as they changed others.
  await migrateOnce(databaseUrl, { log, upTo: manifest.migration });
  await withClient(databaseUrl, (client) => restoreRecords(client, { directory, manifest }));
  await migrateOnce(databaseUrl, { log });
  return manifest;
}

function expectKnown({ migration }: Manifest): void {
  if (Object.hasOwn(MIGRATIONS, migration)) return;
  const message = `The backup was made by a newer version of this server (${migration}): restore it with that version`;
  throw new EnrollkitError('storage-unavailable', message);
}

async function expectNoRecords(client: Client): Promise<void> {
  for (const table of TABLE_NAMES) {
    const { rows } = await client.query<{ found: string | null }>('select to_regclass($1) as found', [table]);
    if (!rows[0]?.found) continue;
    const { rowCount } = await client.query(`select from ${table} limit 1`);
    if (!rowCount) continue;
    const message = `The database holds records already (${table}): restore into an empty one, or an empty ENROLLKIT_DATA_DIR`;
    throw new EnrollkitError('conflict', message);
  }
}

async function restoreFiles(
  files: ServerFileStore,
  { directory, manifest }: { readonly directory: string; readonly manifest: Manifest },
): Promise<void> {
  const copies = await openDiskFileStore({ directory: join(directory, 'files') });
  const missing = new Set(manifest.missing_files);
  const columns = manifest.tables.find(({ name }) => name === 'files')?.columns ?? [];
  const needed = () => readColumn(recordsPath(directory, manifest, 'files'), { columns, column: 'sha256' });
  await eachFile(needed(), async (sha256) => {
    if (missing.has(sha256)) return;
    const copy = await copies.open(sha256);
    if (!copy) throw damaged(`the file ${sha256} is not there`);
    const staged = await files.stage(copy);
    if (staged.sha256 === sha256) return;
    await files.remove(staged.sha256);
    throw damaged(`the file ${sha256} holds other bytes`);
  });
}

async function restoreRecords(
  client: Client,
  { directory, manifest }: { readonly directory: string; readonly manifest: Manifest },
): Promise<void> {
  await client.query('begin');
  for (const { name, columns, rows } of manifest.tables) {
    const path = recordsPath(directory, manifest, name);
    const restored = await readTable(client, { table: name, columns, path });
    if (restored !== rows) throw damaged(`${rows} records of ${name} were written, and ${restored} can be read`);
  }
  // Numbers that the database gives go on after those that it gave.
  await client.query(`
    select setval(pg_get_serial_sequence('audit_entries', 'id'), (select coalesce(max(id), 0) + 1 from audit_entries), false)
  `);
  await client.query('commit');
  await client.query('analyze');
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function damaged(why: string): EnrollkitError {
  return new EnrollkitError('invalid', `The backup is damaged: ${why}. Take another one`);
}
