import { openDatabase } from '../../../packages/server/src/database/open-database.js';
import type { Database } from '../../../packages/server/src/parts/server-parts.js';
import { freshDatabase, silent } from '../../support/postgres.js';

/** A database of its own, gone when it is closed. */
export async function openFilesDatabase(): Promise<Database> {
  const own = await freshDatabase();
  const database = await openDatabase({ url: own.url, poolSize: 8, log: silent });
  return {
    ...database,
    async close() {
      await database.close();
      await own.drop();
    },
  };
}
