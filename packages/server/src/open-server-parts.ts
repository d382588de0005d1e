import type { Clock } from '@enrollkit/core';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';
import { openDatabase } from './database/open-database.js';
import { openFileStore } from './files/open-file-store.js';
import { createMetrics, type Metrics } from './observe/metrics.js';
import type { Database, ServerParts } from './parts/server-parts.js';
import type { Settings } from './settings/settings.js';
import { openSqlStores } from './open-sql-stores.js';

/** What a host may bring itself. */
export interface PartsOptions {
  /** Default: the system's clock. */
  readonly clock?: Clock;
  /** Makes ids. Default: UUIDs that sort by time. */
  readonly ids?: () => string;
}

/** Parts that are open until they are closed. */
export interface OpenServerParts {
  readonly parts: ServerParts;
  readonly metrics: Metrics;
  /** Removes what killed processes left in this machine's spool. */
  readonly sweepSpool: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** What is open, to be closed in the opposite order. */
export type Closers = (() => Promise<void>)[];

/** Opens what the settings name. What was opened before a failure is closed again. */
export async function openServerParts(
  settings: Settings,
  options: PartsOptions & { readonly log: Logger },
): Promise<OpenServerParts> {
  const { log, clock = () => new Date().toISOString(), ids = uuid } = options;
  const closers: Closers = [];
  try {
    const database = await openOwnDatabase(settings, log, closers);
    const { files: stored, spool, sweepSpool } = await openFileStore(settings);
    const metrics = createMetrics({ pool: database.pool, countDue: () => countDue(database, clock) });
    const files = countUploads(stored, metrics);
    const stores = await openSqlStores({ database, files, clock, ids, log });
    closers.push(() => stores.close());
    const parts = { settings, database, stores, files, spool, clock, ids, log };
    return { parts, metrics, sweepSpool: () => sweepSpool(clock), close: () => closeAll(closers) };
  } catch (error) {
    await closeAll(closers).catch((reason: unknown) => log.error({ err: reason }, 'not everything could be closed'));
    throw error;
  }
}

/** The database of the settings, or the embedded one, which ends with the server that started it. */
async function openOwnDatabase(
  { databaseUrl, databasePoolSize, dataDir }: Settings,
  log: Logger,
  closers: Closers,
): Promise<Database> {
  let url = databaseUrl;
  if (url === undefined) {
    const embedded = await startEmbeddedPostgres({ dataDir, log });
    closers.push(() => embedded.stop());
    url = embedded.url;
  }
  const database = await openDatabase({ url, poolSize: databasePoolSize, log });
  closers.push(() => database.close());
  return database;
}

/** Closes in the opposite order. One that fails doesn't keep the others open. */
export async function closeAll(closers: Closers): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closers.splice(0).reverse()) {
    await close().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be closed.');
}

async function countDue({ tables }: Database, clock: Clock): Promise<number> {
  const { count } = await tables
    .selectFrom('enrollments')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('next_rule_at', '<=', clock())
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The same store, which counts what comes in. */
function countUploads(files: ServerParts['files'], metrics: Metrics): ServerParts['files'] {
  return {
    async stage(content, options) {
      const staged = await files.stage(content, options);
      metrics.uploaded(staged.sizeBytes);
      return staged;
    },
    open: (sha256) => files.open(sha256),
    has: (sha256) => files.has(sha256),
    remove: (sha256) => files.remove(sha256),
    list: () => files.list(),
  };
}
