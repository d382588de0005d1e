import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend, type AuditEntry } from '@enrollkit/core';
import { toEntry } from '../../../packages/server/src/audit/read-audit.js';
import { openDatabase } from '../../../packages/server/src/database/open-database.js';
import { openDiskFileStore } from '../../../packages/server/src/files/disk/disk-file-store.js';
import type { Database } from '../../../packages/server/src/parts/server-parts.js';
import { openSqlStores } from '../../../packages/server/src/open-sql-stores.js';
import type { MakeFullWorld } from '../../contract/world.js';
import { emptyTables } from '../../support/empty-tables.js';
import { freshDatabase, silent, withClient, type PostgresKind, type TestDatabase } from '../../support/postgres.js';

/** Databases of cases that are over: emptying one takes less time than making another. */
const idle: Readonly<Record<PostgresKind, TestDatabase[]>> = { embedded: [], debian: [] };

/** The use cases on a database and a folder of their own. */
export function makeSqlWorld(kind: PostgresKind): MakeFullWorld {
  return async ({ clock, ids }) => {
    const fresh = idle[kind].pop() ?? (await freshDatabase(kind));
    const { url } = fresh;
    const directory = await mkdtemp(join(tmpdir(), 'enrollkit-files-'));
    const open = async () => {
      const files = await openDiskFileStore({ directory });
      const database = await openDatabase({ url, poolSize: 5, log: silent });
      const stores = await openSqlStores({ database, files, ids, log: silent });
      const trail = () => readTrail(database);
      const close = async () => {
        await stores.close();
        await database.close();
      };
      return { files, stores, trail, close };
    };
    let opened = await open();
    return {
      idsArePerProvider: true,
      as: (actor) => createBackend({ store: opened.stores.for(actor), files: opened.files, clock, ids, actor }),
      hasFile: (sha256) => opened.files.has(sha256),
      store: (actor) => opened.stores.for(actor),
      trail: () => opened.trail(),
      reopen: async () => {
        await opened.close();
        opened = await open();
      },
      dispose: async () => {
        await opened.close();
        await withClient(url, emptyTables);
        idle[kind].push(fresh);
        await rm(directory, { recursive: true, force: true });
      },
    };
  };
}

/** As the API tells it, which leaves the request out when there was none. */
async function readTrail(database: Database): Promise<readonly AuditEntry[]> {
  const rows = await database.tables.selectFrom('audit_entries').selectAll().orderBy('id').execute();
  return rows.map((row) => toEntry(row) as unknown as AuditEntry);
}
