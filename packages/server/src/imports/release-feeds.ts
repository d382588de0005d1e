import { sql } from 'kysely';
import type { ServerParts } from '../parts/server-parts.js';
import { dropFile, removeUnneededBytes } from '../files/file-table.js';

type ReleaseParts = Pick<ServerParts, 'database' | 'files'>;

/**
 * Lets go of the feeds whose imports are over. Whatever ends an import, this finds its feed: what a crash left, too. Answers
 * how many went.
 */
export async function releaseFeeds(parts: ReleaseParts): Promise<number> {
  const { rows } = await sql<{ readonly sha256: string }>`
    select distinct files.sha256 from imports
    join files on files.sha256 = imports.source ->> 'sha256'
    where imports.state in ('done', 'cancelled', 'failed')
  `.execute(parts.database.tables);
  let released = 0;
  for (const { sha256 } of rows) if (await releaseFeed(parts, sha256)) released += 1;
  return released;
}

/** Lets go of one, unless another import or a record needs the same bytes. */
export async function releaseFeed({ database, files }: ReleaseParts, sha256: string): Promise<boolean> {
  await database.tables.transaction().execute((tx) => dropFile(tx, sha256));
  return removeUnneededBytes(database.tables, files, sha256);
}
