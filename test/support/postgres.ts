import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../packages/server/src/database/embedded/embedded-postgres.js';
import { openDatabase } from '../../packages/server/src/database/open-database.js';
import { findPostmaster } from '../../packages/server/src/database/embedded/postmaster.js';
import type { PostgresBinaries } from '../../packages/server/src/database/embedded/postgres-binaries.js';

/** Which PostgreSQL: the one that comes with the server, or the one that Debian has. */
export type PostgresKind = 'embedded' | 'debian';

export const POSTGRES_KINDS: readonly PostgresKind[] = ['embedded', 'debian'];

/** A database that no other test uses, with all its tables and nothing in them. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export const silent = pino({ level: 'silent' });

/** Set by the global setup, which ends what tests start below it. */
const FOLDER = 'ENROLLKIT_TEST_POSTGRES';
const LOCK = 0x656b74;

const servers = new Map<PostgresKind, Promise<string>>();

/**
 * @example
 * const database = await freshDatabase();
 * // … openDatabase({ url: database.url, poolSize: 4, log: silent })
 * await database.drop();
 */
export async function freshDatabase(kind: PostgresKind = 'embedded'): Promise<TestDatabase> {
  return copyDatabase(kind, await template(kind));
}

/** A folder for a server of its own, in memory where that is possible: making a cluster is mostly waiting for a disk. */
export async function clusterFolder(): Promise<string> {
  const base = runFolder();
  await mkdir(base, { recursive: true });
  const folder = await mkdtemp(join(base, 'own-'));
  await chmod(folder, 0o755);
  return folder;
}

let made: Promise<string> | undefined;

/**
 * Puts a PostgreSQL that nobody has used into a data folder, as if it had been made there: copying one takes a tenth of
 * making it.
 */
export async function addCluster(dataDir: string): Promise<void> {
  made ??= (async () => {
    const original = await clusterFolder();
    const postgres = await startEmbeddedPostgres({ dataDir: original, log: silent });
    await postgres.stop();
    return join(original, 'postgres');
  })();
  // Keeps the owner, which Node's own copying does not.
  await promisify(execFile)('cp', ['-a', await made, dataDir]);
}

/** One without tables. */
export async function emptyDatabase(kind: PostgresKind = 'embedded'): Promise<TestDatabase> {
  return copyDatabase(kind, 'template0');
}

async function copyDatabase(kind: PostgresKind, original: string): Promise<TestDatabase> {
  const server = await serverUrl(kind);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // By files: through the log it takes twice as long.
  await withClient(server, (client) => client.query(`create database ${name} template ${original} strategy file_copy`));
  return {
    url: databaseUrl(server, name),
    drop: () =>
      withClient(server, async (client) => {
        await client.query(`drop database ${name} with (force)`);
      }),
  };
}

/** Where to connect to make databases. Starts the server, or finds the one that another test file of this run started. */
function serverUrl(kind: PostgresKind): Promise<string> {
  const known = servers.get(kind);
  if (known) return known;
  const folder = runFolder();
  const binaries = kind === 'debian' ? { binaries: debianBinaries() } : {};
  const started = startEmbeddedPostgres({ dataDir: join(folder, kind), log: silent, ...binaries }).then(
    ({ url }) => url,
  );
  servers.set(kind, started);
  return started;
}

function runFolder(): string {
  const folder = process.env[FOLDER];
  if (!folder) throw new Error('Tests with a database need the global setup test/support/postgres-setup.ts');
  return folder;
}

export function debianBinaries(): PostgresBinaries {
  const root = '/usr/lib/postgresql';
  const [newest] = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  if (newest === undefined) throw new Error(`No PostgreSQL in ${root}`);
  return { initdb: join(root, newest, 'bin/initdb'), pgCtl: join(root, newest, 'bin/pg_ctl') };
}

/** The database that others are copied from: copying takes less time than making tables. */
async function template(kind: PostgresKind): Promise<string> {
  const server = await serverUrl(kind);
  const name = 'enrollkit_template';
  await withClient(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    await client.query(`create database ${name}_new template template0`);
    const database = await openDatabase({ url: databaseUrl(server, `${name}_new`), poolSize: 1, log: silent });
    await database.close();
    await client.query(`alter database ${name}_new rename to ${name}`);
  });
  return name;
}

/** One connection, for what must look at tables of before later migrations. */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  // It says that it has ended before its connection has: when the database goes just then, that would end the run.
  pool.on('error', () => undefined);
  return pool;
}

export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  // What breaks is told by the query that it breaks; without a listener it would end the run.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Ends the server that runs on a data directory of ours, by its process. */
async function endPostgres(dataDir: string, signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
  const data = join(dataDir, 'postgres', 'data');
  const running = await findPostmaster(data);
  if (!running) return;
  process.kill(running.pid, signal);
  while (await findPostmaster(data)) await pause(20);
}

export async function removePostgres(dataDir: string): Promise<void> {
  await endPostgres(dataDir, 'SIGQUIT');
  await rm(dataDir, { recursive: true, force: true });
}
