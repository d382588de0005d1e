import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { EnrollkitError } from '@enrollkit/core';
import { z } from 'zod';
import { fromDisk, isMissing } from '../files/disk/disk-error.js';
import { syncFolder } from '../files/disk/sync.js';
import { isSha256 } from '../files/sha256.js';

/** Written last: a backup without it was never finished. */
const MANIFEST = 'backup.json';

/** A name that leads nowhere else. */
const plainName = z.string().check(z.regex(/^[a-z0-9_-]+$/));

const manifestSchema = z.object({
  format: z.literal(1),
  made_at: z.string(),
  /** The last migration that the tables had. */
  migration: plainName,
  /** Where the records are, below the backup. */
  records: plainName,
  tables: z.array(
    z.object({
      name: plainName,
      columns: z.array(plainName),
      rows: z.number(),
      /** Of the compressed file. */
      sha256: z.string().check(z.refine(isSha256)),
    }),
  ),
  files: z.object({ count: z.number(), bytes: z.number() }),
  /** Files that records needed and the store didn't have. */
  missing_files: z.array(z.string().check(z.refine(isSha256))),
});

export type Manifest = Readonly<z.infer<typeof manifestSchema>>;
export type TableRecords = Manifest['tables'][number];

/** Where the rows of a table are. */
export function recordsPath(directory: string, { records }: Pick<Manifest, 'records'>, table: string): string {
  return join(directory, records, `${table}.gz`);
}

/** Undefined: there is no finished backup. */
export async function findManifest(directory: string): Promise<Manifest | undefined> {
  const path = join(directory, MANIFEST);
  try {
    return manifestSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    const message = `${path} can't be read as a backup of this server: look whether it is damaged, or of a newer version`;
    throw new EnrollkitError('invalid', message, { cause });
  }
}

/** The backup before it is whole until this moment, and this one from then on. */
export async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  const aside = join(directory, `${MANIFEST}.new`);
  try {
    const handle = await open(aside, 'w', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, join(directory, MANIFEST));
    await syncFolder(directory);
  } catch (error) {
    throw fromDisk(error);
  }
}
