import type { Database } from '../parts/server-parts.js';
import type { ServerFileStore } from './server-file-store.js';

export interface FindMissingFilesOptions {
  readonly files: ServerFileStore;
  readonly database: Database;
}

const PAGE = 1000;

/**
 * The hashes of files that records need and whose bytes are gone: a disk that was lost, a bucket that somebody emptied.
 * Should be none, ever. Walks database and store side by side, both in the order of their hashes, so that a bucket with a
 * million files is asked a thousand times and not a million.
 */
export async function findMissingFiles({ files, database }: FindMissingFilesOptions): Promise<readonly string[]> {
  const missing: string[] = [];
  const there = files.list()[Symbol.asyncIterator]();
  let next = await there.next();
  for await (const sha256 of neededFiles(database)) {
    while (!next.done && next.value.sha256 < sha256) next = await there.next();
    if (!next.done && next.value.sha256 === sha256) continue;
    // It may have come, or the record may have gone, since one of the two was read.
    if (!(await files.has(sha256)) && (await isNeeded(database, sha256))) missing.push(sha256);
  }
  await there.return?.();
  return missing;
}

async function* neededFiles({ tables }: Database): AsyncGenerator<string, void, undefined> {
  const query = tables.selectFrom('files').select('sha256').orderBy('sha256').limit(PAGE);
  let page = await query.execute();
  while (page.length > 0) {
    for (const { sha256 } of page) yield sha256;
    page = await query.where('sha256', '>', page.at(-1)?.sha256 ?? '').execute();
  }
}

async function isNeeded({ tables }: Database, sha256: string): Promise<boolean> {
  const row = await tables.selectFrom('files').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
  return row !== undefined;
}
