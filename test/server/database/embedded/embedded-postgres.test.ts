import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../../packages/server/src/database/embedded/embedded-postgres.js';
import { findPostgresBinaries } from '../../../../packages/server/src/database/embedded/postgres-binaries.js';
import { findPostmaster } from '../../../../packages/server/src/database/embedded/postmaster.js';
import {
  addCluster,
  clusterFolder,
  debianBinaries,
  removePostgres,
  silent,
  withClient,
} from '../../../support/postgres.js';

let dataDir: string;
const HASTE = { lookEveryMs: 20, firstPauseMs: 1 };
const start = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDir, log: silent });
const running = () => findPostmaster(join(dataDir, 'postgres', 'data'));
const count = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ count: string }>('select count(*) from kept');
    return Number(rows[0]?.count);
  });

beforeEach(async () => {
  dataDir = await clusterFolder();
});
afterEach(() => removePostgres(dataDir));

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await pause(10);
  }
}

/** Starts the database from a process of its own, which then waits to be killed. `wrapped`: programs that it runs below. */
async function startInOtherProcess(folder: string, wrapped: readonly string[] = []): Promise<ChildProcess> {
  const repository = join(import.meta.dirname, '../../../..');
  // Below the repository, because it looks for PostgreSQL's programs from where it is.
  const outfile = join(repository, `.cache/postgres-starter-${randomUUID()}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, '../postgres-starter.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@enrollkit/core': join(repository, 'packages/core/src/index.ts') },
  });
  const [command, ...args] = [...wrapped, process.execPath, outfile, folder];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', wrapped.length > 0 ? 'pipe' : 'inherit'] });
  child.once('exit', () => void rm(outfile, { force: true }));
  return child;
}

describe('The embedded PostgreSQL of a new folder', () => {
  it('is made on first use, and what it keeps is there after a stop and a start', async () => {
    const first = await start();
    await withClient(first.url, (client) => client.query('create table kept as select 1 as row'));
    await first.stop();
    expect(await running()).toBeUndefined();
    const second = await start();
    expect(await count(second.url)).toBe(1);
    await second.stop();
  });

  it('is shared by servers that start at once on one folder, and ends with the last of them', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
    const [pid] = [(await running())?.pid];
    await Promise.all(servers.map((server) => server.stop()));
    expect(pid).toBeDefined();
    expect(await running()).toBeUndefined();
  });

  it('makes anew what was interrupted while it was being made', async () => {
    const half = join(dataDir, 'postgres.new-abcdef');
    await mkdir(join(half, 'data', 'base'), { recursive: true });
    await writeFile(join(half, 'data', 'PG_VERSION'), '18\n');
    const { url } = await start();
    await withClient(url, (client) => client.query('select 1'));
    const locks = ['postgres.lock', 'postgres.running', 'postgres.users'];
    expect(await readdir(dataDir)).toEqual(['postgres', ...locks]);
  });

  it('says what to do where it has no programs for the machine', async () => {
    await expect(findPostgresBinaries('sunos', 'sparc')).rejects.toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringMatching(/sunos-sparc.*DATABASE_URL/) as unknown,
    });
  });

  it('completes the links of its libraries, also when several processes do so at once', async () => {
    const fromHere = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const root = join(dirname(fromHere.resolve(name)), '..');
    await Promise.all([findPostgresBinaries(), findPostgresBinaries(), findPostgresBinaries()]);
    const links = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
      target: string;
    }[];
    for (const { target } of links) expect((await stat(join(root, target))).size).toBeGreaterThan(0);
  });

  it('can run on the programs of Debian as well', async () => {
    const debian = await startEmbeddedPostgres({ dataDir, log: silent, binaries: debianBinaries() });
    await withClient(debian.url, (client) => client.query('select 1'));
    await debian.stop();
  });
});

describe('The embedded PostgreSQL', () => {
  beforeEach(() => addCluster(dataDir));

  it('hands everything it acknowledges to the disk, checks its pages, and listens on this machine only', async () => {
    const { url } = await start();
    const settings = await withClient(url, (client) =>
      client.query(
        `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
           current_setting('full_page_writes') as pages, current_setting('data_checksums') as checksums,
           current_setting('listen_addresses') as listens, current_setting('server_encoding') as encoding`,
      ),
    );
    expect(settings.rows).toEqual([
      { fsync: 'on', commit: 'on', pages: 'on', checksums: 'on', listens: '127.0.0.1', encoding: 'UTF8' },
    ]);
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(withClient(wrong.href, async () => undefined)).rejects.toThrow('password authentication failed');
    expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o777).toBe(0o600);
  });

  it('goes on with the one that runs still when the server was killed', async () => {
    const child = await startInOtherProcess(dataDir);
    const url = await new Promise<string>((resolve) => {
      child.stdout?.once('data', (line: Buffer) => resolve(line.toString().trim()));
    });
    const before = await running();
    await withClient(url, async (client) => {
      await client.query('create table kept as select 1 as row');
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      // A transaction that was open meanwhile goes on as well.
      await client.query('insert into kept values (2)');
    });
    const adopted = await start();
    expect([adopted.url, await running()]).toEqual([url, before]);
    expect(await count(adopted.url)).toBe(2);
    await adopted.stop();
    expect(await running(), 'the last one who used it ends it').toBeUndefined();
  });

  it('is ended by nobody but the last who uses it, whoever started it', async () => {
    const [first, second] = [await start(), await start()];
    const third = await startInOtherProcess(dataDir);
    await new Promise((resolve) => third.stdout?.once('data', resolve));
    await Promise.all([first.stop(), first.stop()]);
    await second.stop();
    await withClient(second.url, (client) => client.query('select 1'));
    third.kill('SIGKILL');
    await new Promise((resolve) => third.once('exit', resolve));
    const last = await start();
    await last.stop();
    expect(await running()).toBeUndefined();
  });

  it('starts again by itself, at the same address, when it was killed', async () => {
    const first = await start();
    const second = await start();
    for (const each of [first, second]) each.supervise(() => undefined, HASTE);
    const killed = await running();
    process.kill(killed?.pid ?? 0, 'SIGKILL');
    await expect.poll(async () => (await running())?.pid).not.toBe(killed?.pid);
    await expect.poll(running).toBeDefined();
    await expect
      .poll(() => withClient(first.url, (client) => client.query('select 1')).catch(() => undefined))
      .toBeDefined();
    await first.stop();
    await second.stop();
    expect(await running()).toBeUndefined();
  });

  it('says when it can not be started again', async () => {
    const embedded = await start();
    await writeFile(join(dataDir, 'postgres', 'data', 'postgresql.conf'), 'shared_buffers = lots\n');
    const givenUp = new Promise((resolve) => embedded.supervise(resolve, HASTE));
    process.kill((await running())?.pid ?? 0, 'SIGKILL');
    expect(String(await givenUp)).toContain('shared_buffers');
    await embedded.stop();
  });

  it('runs once on a folder, also when two containers share it', async () => {
    const first = await start();
    const before = await running();
    // What a container is to the kernel: other process numbers, other shared memory.
    const isolated = ['unshare', '--pid', '--ipc', '--mount', '--fork', '--mount-proc'];
    const second = await startInOtherProcess(
      dataDir,
      process.getuid?.() === 0 ? isolated : [...isolated, '--map-current-user'],
    );
    const said = await text(second.stderr!);
    expect(said).toMatch(/A server on \S+ runs the database in .* already, .*: stop that one first, .*DATABASE_URL/);
    expect(await running()).toEqual(before);
    await withClient(first.url, (client) => client.query('select 1'));
    await first.stop();
  });

  it('is not started where locks are not kept and somebody elsewhere writes that it runs', async () => {
    await (await start()).stop();
    let count = 0;
    // A server on another machine, to which a network disk doesn't tell the lock. Written over, as a server does it: an empty
    // one says that nobody runs it.
    const note = () =>
      writeFile(
        join(dataDir, 'postgres.running'),
        JSON.stringify({ host: 'elsewhere', processes: 'pid:[1]', count: (count += 1) }).padEnd(1024),
        { flag: 'r+' },
      );
    await note();
    const timer = setInterval(() => void note(), 500);
    await expect(start()).rejects.toThrow(/^A server on elsewhere runs the database/);
    clearInterval(timer);
    // It was cut off from its power, and says nothing any more.
    await (await start()).stop();
  });

  it('recovers with every acknowledged row when PostgreSQL itself was killed', async () => {
    const { url } = await start();
    const killed = await running();
    let acknowledged = 0;
    await withClient(url, (client) => client.query('create table kept (row integer)'));
    const writers = [1, 2, 3].map(() =>
      withClient(url, async (client) => {
        client.on('error', () => undefined);
        for (;;) {
          await client.query('insert into kept values (1)');
          acknowledged += 1;
          if (acknowledged === 150) process.kill(killed?.pid ?? 0, 'SIGKILL');
        }
      }),
    );
    await Promise.allSettled(writers);
    const again = await start();
    expect((await running())?.pid).not.toBe(killed?.pid);
    const kept = await count(again.url);
    expect(kept).toBeGreaterThanOrEqual(acknowledged);
    expect(kept).toBeLessThanOrEqual(acknowledged + writers.length);
  });

  it('starts when another program has got the process number of one that was killed', async () => {
    const first = await start();
    const killed = await running();
    process.kill(killed?.pid ?? 0, 'SIGKILL');
    await gone(killed?.pid ?? 0);
    const file = join(dataDir, 'postgres', 'data', 'postmaster.pid');
    const [, ...others] = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, [process.pid, ...others].join('\n'));
    const second = await start();
    expect((await running())?.pid).not.toBe(killed?.pid);
    await withClient(second.url, (client) => client.query('select 1'));
    expect(first.url).not.toBe('');
  });

  it('says why it does not start, with the end of its log', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postgres', 'data', 'postgresql.conf'), 'shared_buffers = lots\n');
    await expect(start()).rejects.toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringContaining('shared_buffers') as unknown,
    });
  });
});

if (process.getuid?.() === 0) {
  it('takes along programs that npm put where only root may go', async () => {
    const { pgCtl } = await findPostgresBinaries();
    const closed = join(dataDir, 'closed');
    await mkdir(closed, { mode: 0o700 });
    await cp(join(dirname(pgCtl), '../..'), join(closed, 'package'), { recursive: true, verbatimSymlinks: true });
    const program = (name: string) => join(closed, 'package/native/bin', name);
    const binaries = { initdb: program('initdb'), pgCtl: program('pg_ctl') };

    const embedded = await startEmbeddedPostgres({ dataDir, log: silent, binaries });
    await withClient(embedded.url, (client) => client.query('select 1'));
    await embedded.stop();
    await rm(closed, { recursive: true });
    // Nothing half-copied beside it.
    expect(await readdir(join(dataDir, 'postgres-programs'))).toHaveLength(1);
  });

  it('says which folder to open when root keeps its files where nobody else may go', async () => {
    const closed = join(dataDir, 'closed');
    await mkdir(join(closed, 'data'), { recursive: true, mode: 0o700 });
    const options = { dataDir: join(closed, 'data'), log: silent };
    await expect(startEmbeddedPostgres(options)).rejects.toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringContaining(`${closed}:`) as unknown,
    });
    await rm(closed, { recursive: true });
  });
}
