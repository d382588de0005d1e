import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { syncFile } from '../files/disk/sync.js';
import { writeHashed } from '../files/disk/write-hashed.js';

// COPY's text format is the same in every version of PostgreSQL: a line for each row, tabs between its values.

/** Writes the rows of a table to a new file. Answers how many, and the hash of what was written. */
export async function writeTable(
  client: Client,
  { table, columns, path }: { readonly table: string; readonly columns: readonly string[]; readonly path: string },
): Promise<{ readonly rows: number; readonly sha256: string }> {
  // Files are compared with those of a folder, in the order of their names. A table in parts can only be copied by a query.
  const order = table === 'files' ? 'order by sha256' : '';
  const rows = client.query(copyTo(`copy (select ${columns.join(', ')} from ${table} ${order}) to stdout`));
  const packed = createGzip({ level: 1 });
  const [, { sha256 }] = await Promise.all([pipeline(rows, packed), writeHashed(packed, path)]);
  await syncFile(path);
  return { rows: rows.rowCount, sha256 };
}

/** Reads them into an empty table. Answers how many there were. */
export async function readTable(
  client: Client,
  { table, columns, path }: { readonly table: string; readonly columns: readonly string[]; readonly path: string },
): Promise<number> {
  const rows = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(createReadStream(path), createGunzip(), rows);
  return rows.rowCount;
}

/** One column of what was written. For values without tabs and backslashes, such as hashes. */
export async function* readColumn(
  path: string,
  { columns, column }: { readonly columns: readonly string[]; readonly column: string },
): AsyncGenerator<string, void, undefined> {
  const index = columns.indexOf(column);
  const unpacked = createGunzip();
  const reading = pipeline(createReadStream(path), unpacked);
  // Told below; until then nobody waits for it.
  reading.catch(() => undefined);
  for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity }))
    yield line.split('\t')[index] ?? '';
  await reading;
}
