import { chown, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { createBackend, type Actor, type FullBackend } from '@enrollkit/core';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../packages/server/src/database/embedded/embedded-postgres.js';
import { runProgram } from '../../../packages/server/src/database/embedded/run-program.js';
import { unprivilegedUser } from '../../../packages/server/src/database/embedded/unprivileged-user.js';
import { openDatabase } from '../../../packages/server/src/database/open-database.js';
import { openReadReplica, type ReadReplica } from '../../../packages/server/src/database/read-replica.js';
import { openDiskFileStore } from '../../../packages/server/src/files/disk/disk-file-store.js';
import { openSqlStores } from '../../../packages/server/src/open-sql-stores.js';
import type { Database, SqlStores } from '../../../packages/server/src/parts/server-parts.js';
import { newEnrollment, newProduct } from '../../contract/records.js';
import { freePort } from '../../support/free-port.js';
import { clusterFolder, debianBinaries, silent } from '../../support/postgres.js';
import { watchStatements, type Watched } from '../support/watch-statements.js';

const ALFA: Actor = { id: 'a1', role: 'provider', providerId: 'alfa' };

let root: string;
let primary: EmbeddedPostgres;
let standby: Standby;
let database: Database;
let replica: ReadReplica;
let stores: SqlStores;
let backend: FullBackend;
let askedOfReplica: (work: () => Promise<unknown>) => Promise<Watched>;

beforeAll(async () => {
  root = await clusterFolder();
  primary = await startEmbeddedPostgres({ dataDir: join(root, 'primary'), log: silent, binaries: debianBinaries() });
  database = await openDatabase({ url: primary.url, poolSize: 5, log: silent });
  standby = await startStandby(primary.url, join(root, 'standby'));
  replica = await openReadReplica(database, { url: standby.url, poolSize: 5, log: silent });
  const files = await openDiskFileStore({ directory: join(root, 'files') });
  stores = await openSqlStores({ database, replica, files, ids: randomUUID, log: silent });
  const clock = () => '2026-08-20T10:00:00.000Z';
  backend = createBackend({ store: stores.for(ALFA), files, clock, ids: randomUUID, actor: ALFA });
  askedOfReplica = watchStatements(replica.pool);
  await backend.putProduct(newProduct('prince2'));
});
afterAll(async () => {
  await stores.close();
  await replica.close();
  await database.close();
  await standby.stop();
  await primary.stop();
  await rm(root, { recursive: true, force: true });
});

const list = async () => (await backend.listEnrollments()).items.map(({ id }) => id);
/** Whether the records came from the copy, and not only its position. */
const readRecords = ({ statements }: Watched) => statements.some((text) => text.includes('"enrollments"'));

it('answers lists from the copy, each with all that was written before', async () => {
  const ids: string[] = [];
  let fromCopy = 0;
  for (let round = 0; round < 20; round += 1) {
    ids.push((await backend.createEnrollment({ ...newEnrollment(), id: `b-${round}`, productId: 'prince2' })).id);
    const watched = await askedOfReplica(async () => expect((await list()).sort()).toEqual([...ids].sort()));
    fromCopy += readRecords(watched) ? 1 : 0;
  }
  // How many of them it had at once is a matter of time. In the end it has everything.
  await standby.catchUp();
  expect(readRecords(await askedOfReplica(list)), `${fromCopy} of 20 before`).toBe(true);
  expect(readRecords(await askedOfReplica(() => backend.getEnrollment('b-1'))), 'one record').toBe(false);
});

it('answers from the database while the copy is behind', async () => {
  await standby.query('select pg_wal_replay_pause()');
  await backend.createEnrollment({ ...newEnrollment(), id: 'late', productId: 'prince2' });
  const watched = await askedOfReplica(async () => expect(await list()).toContain('late'));
  expect(readRecords(watched)).toBe(false);
  await standby.query('select pg_wal_replay_resume()');
  await standby.catchUp();
  expect(readRecords(await askedOfReplica(async () => expect(await list()).toContain('late')))).toBe(true);
});

it('answers from the database when the copy was promoted or is gone, and refuses one that follows nobody', async () => {
  await standby.query('select pg_promote()');
  await backend.createEnrollment({ ...newEnrollment(), id: 'after', productId: 'prince2' });
  const watched = await askedOfReplica(async () => expect(await list()).toContain('after'));
  expect(readRecords(watched)).toBe(false);
  await expect(openReadReplica(database, { url: primary.url, poolSize: 1, log: silent })).rejects.toMatchObject({
    code: 'storage-unavailable',
  });
  await standby.stop();
  expect(await list()).toContain('after');
  const away = await openReadReplica(database, { url: standby.url, poolSize: 1, log: silent });
  expect(
    await away.read(
      () => Promise.reject(new Error('never')),
      async () => 'original',
    ),
  ).toBe('original');
  await away.close();
});

interface Standby {
  readonly url: string;
  query(text: string): Promise<void>;
  /** Resolves when it has everything that was written before. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

/** A copy that streams, as Debian's PostgreSQL makes one. */
async function startStandby(primaryUrl: string, data: string): Promise<Standby> {
  const user = await unprivilegedUser();
  const bin = dirname(debianBinaries().pgCtl);
  const port = await freePort();
  if (user) await chown(root, user.uid, user.gid);
  await runProgram(join(bin, 'pg_basebackup'), ['-d', primaryUrl, '-D', data, '-R', '-X', 'stream', '-c', 'fast'], {
    user,
    cwd: root,
  });
  const control = (...args: readonly string[]) =>
    runProgram(join(bin, 'pg_ctl'), [...args, '-D', data], { user, cwd: root });
  await control('start', '-w', '-l', join(root, 'standby.log'), '-o', `-p ${port}`);
  const url = new URL(primaryUrl);
  url.port = String(port);
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => undefined);
  await client.connect();
  let stopped: Promise<unknown> | undefined;
  return {
    url: url.href,
    async query(text) {
      await client.query(text);
    },
    async catchUp() {
      const { rows } = await database.pool.query<{ now: string }>('select pg_current_wal_lsn()::text as now');
      const has = 'select pg_last_wal_replay_lsn() >= $1::pg_lsn as has';
      while (!(await client.query<{ has: boolean }>(has, [rows[0]?.now])).rows[0]?.has) await pause(10);
    },
    stop: async () => {
      stopped ??= control('stop', '-w', '-m', 'immediate');
      await stopped;
    },
  };
}
