import type { Clock } from '@enrollkit/core';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './database/embedded/embedded-postgres.js';
import { openDatabase } from './database/open-database.js';
import { openReadReplica, type ReadReplica } from './database/read-replica.js';
import { openFileStore, type OpenFileStore } from './files/open-file-store.js';
import { createMetrics, type Metrics } from './observe/metrics.js';
import type { Database, ServerParts } from './parts/server-parts.js';
import type { Settings } from './settings/settings.js';
import { prepareDataDir } from './files/prepare-data-dir.js';
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
  /** Starts the embedded database again each time that it ended; tells once when that doesn't succeed. */
  readonly supervise: (onGivenUp: (reason: unknown) => void) => void;
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
    const { url, embedded, close: closeStorage, ...stored } = await openStorage(settings, log);
    closers.push(closeStorage);
    const { spool, sweepSpool } = stored;
    const { databasePoolSize: poolSize, changesPollSeconds, jobLeaseSeconds } = settings;
    const database = await openDatabase({
      url,
      poolSize,
      log,
      lacksSessions: jobLeaseSeconds !== undefined,
      lacksListen: changesPollSeconds !== undefined,
    });
    closers.push(() => database.close());
    const metrics = createMetrics({ pool: database.pool, countDue: () => countDue(database, clock) });
    const files = countUploads(stored.files, metrics);
    const replica = await openReplica(database, settings, log);
    if (replica) closers.push(() => replica.close());
    const stores = await openSqlStores({
      database,
      replica,
      files,
      ids,
      log,
      verifyCertifications: settings.verifyCertifications,
      sendsMail: settings.mail !== undefined,
      changesPollSeconds,
    });
    closers.push(() => stores.close());
    const parts = { settings, database, stores, files, spool, clock, ids, log };
    return {
      parts,
      metrics,
      sweepSpool: () => sweepSpool(clock),
      supervise: (onGivenUp) => embedded?.supervise(onGivenUp),
      close: () => closeAll(closers),
    };
  } catch (error) {
    await closeAll(closers).catch((reason: unknown) => log.error({ err: reason }, 'not everything could be closed'));
    throw error;
  }
}

function openReplica(
  database: Database,
  { readDatabaseUrl: url, databasePoolSize: poolSize }: Settings,
  log: Logger,
): Promise<ReadReplica> | undefined {
  return url === undefined ? undefined : openReadReplica(database, { url, poolSize, log });
}

/** Where records and files are kept, as they are: nothing is brought up to date. */
export interface Storage extends OpenFileStore {
  /** Of the database. */
  readonly url: string;
  readonly embedded?: EmbeddedPostgres;
  readonly close: () => Promise<void>;
}

/** Opens the file store and starts the embedded database, when that is where the settings keep records. */
export async function openStorage(settings: Settings, log: Logger): Promise<Storage> {
  const { dataDir, databaseUrl } = settings;
  await prepareDataDir(dataDir);
  const stored = await openFileStore(settings);
  if (databaseUrl !== undefined) return { ...stored, url: databaseUrl, close: async () => undefined };
  const embedded = await startEmbeddedPostgres({ dataDir, log });
  return { ...stored, url: embedded.url, embedded, close: () => embedded.stop() };
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
