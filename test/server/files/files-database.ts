import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../../packages/server/src/database/embedded/embedded-postgres.js';
import { openDatabase } from '../../../packages/server/src/database/open-database.js';
import type { Database } from '../../../packages/server/src/parts/server-parts.js';

/** A database of its own, gone when it is closed. */
export async function openFilesDatabase(): Promise<Database> {
  const dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-database-'));
  const log = pino({ level: 'silent' });
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const database = await openDatabase({ url: postgres.url, poolSize: 8, log });
  return {
    ...database,
    async close() {
      await database.close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
