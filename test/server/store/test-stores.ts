import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { createBackend, type Actor, type FullBackend, type Clock } from '@enrollkit/core';
import { openDatabase } from '../../../packages/server/src/database/open-database.js';
import { openDiskFileStore } from '../../../packages/server/src/files/disk/disk-file-store.js';
import type { ServerFileStore } from '../../../packages/server/src/files/server-file-store.js';
import type { Database, SqlStores } from '../../../packages/server/src/parts/server-parts.js';
import { openSqlStores } from '../../../packages/server/src/open-sql-stores.js';
import { freshDatabase, silent, type TestDatabase } from '../../support/postgres.js';

export interface TestStores {
  readonly url: string;
  readonly database: Database;
  readonly files: ServerFileStore;
  readonly stores: SqlStores;
  backend(actor: Actor, clock?: Clock): FullBackend;
  close(): Promise<void>;
}

/** Stores on a database and a folder that nobody else uses. */
export async function openTestStores(
  options: { readonly poolSize?: number; readonly fresh?: TestDatabase } = {},
): Promise<TestStores> {
  const fresh = options.fresh ?? (await freshDatabase());
  const { url } = fresh;
  const directory = await mkdtemp(join(tmpdir(), 'enrollkit-files-'));
  const files = await openDiskFileStore({ directory });
  const database = await openDatabase({ url, poolSize: options.poolSize ?? 5, log: silent });
  const clock = () => new Date().toISOString();
  const stores = await openSqlStores({ database, files, ids: randomUUID, log: silent });
  return {
    url,
    database,
    files,
    stores,
    backend: (actor, at = clock) =>
      createBackend({ store: stores.for(actor), files, clock: at, ids: randomUUID, actor }),
    async close() {
      await stores.close();
      await database.close();
      await fresh.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
