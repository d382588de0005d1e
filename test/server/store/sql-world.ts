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
import { freshDatabase, silent, type PostgresKind, type TestDatabase } from '../../support/postgres.js';

/** A database with the connections to it. */
interface Place {
  readonly fresh: TestDatabase;
  database: Database;
}

/** Those of cases that are over: emptying one takes less time than making another, and connecting takes most of it. */
const idle: Readonly<Record<PostgresKind, Place[]>> = { embedded: [], debian: [] };

const open = ({ url }: TestDatabase): Promise<Database> => openDatabase({ url, poolSize: 5, log: silent });

async function freshPlace(kind: PostgresKind): Promise<Place> {
  const fresh = await freshDatabase(kind);
  return { fresh, database: await open(fresh) };
}

/** When all cases are over. */
export async function dropSqlWorlds(): Promise<void> {
  for (const { fresh, database } of Object.values(idle).flatMap((places) => places.splice(0))) {
    await database.close();
    await fresh.drop();
  }
}

/** The use cases on a database and a folder of their own. */
export function makeSqlWorld(kind: PostgresKind): MakeFullWorld {
  return async ({ clock, ids }) => {
    const place = idle[kind].pop() ?? (await freshPlace(kind));
    const directory = await mkdtemp(join(tmpdir(), 'enrollkit-files-'));
    const openStores = async () => {
      const files = await openDiskFileStore({ directory });
      return { files, stores: await openSqlStores({ database: place.database, files, ids, log: silent }) };
    };
    let opened = await openStores();
    return {
      idsArePerProvider: true,
      as: (actor) => createBackend({ store: opened.stores.for(actor), files: opened.files, clock, ids, actor }),
      hasFile: (sha256) => opened.files.has(sha256),
      store: (actor) => opened.stores.for(actor),
      trail: () => readTrail(place.database),
      reopen: async () => {
        await opened.stores.close();
        await place.database.close();
        place.database = await open(place.fresh);
        opened = await openStores();
      },
      dispose: async () => {
        await opened.stores.close();
        await emptyTables(place.database.pool);
        idle[kind].push(place);
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
