import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPostmaster } from '../../../packages/server/src/database/embedded/postmaster.js';
import { clusterFolder, removePostgres } from '../../support/postgres.js';
import { ask } from './support/school.js';
import { bundleServer, type ServerProcess, type ServerProgram } from './support/server-process.js';

// The server as an operator starts it, with nothing set but a directory.
let dataDir: string;
let program: ServerProgram;
let server: ServerProcess;
const env = () => ({ ENROLLKIT_DATA_DIR: dataDir });
const running = () => findPostmaster(join(dataDir, 'postgres', 'data'));

beforeAll(async () => {
  dataDir = await clusterFolder();
  program = await bundleServer();
  server = await program.start(env());
});
afterAll(async () => {
  await program.end();
  await removePostgres(dataDir);
});

test('a command that ends leaves the database to the server that runs', async () => {
  const before = await running();
  const made = await program.command(['keys', 'create', '--name', 'test', '--provider', 'school'], env());
  const { key } = JSON.parse(made.out) as { readonly key: string };
  expect(await running()).toEqual(before);
  expect((await ask({ url: server.url, key }, '/bookings')).status).toBe(200);
});

test('told to stop, it says so while it still takes requests, and ends then', async () => {
  // Longer than any machine takes to ask.
  const other = await program.start({ ...env(), ENROLLKIT_DRAIN_SECONDS: '300' });
  const stopped = other.stop();
  const look = async (): Promise<unknown> => {
    const [health, others] = await Promise.all(
      ['healthz', 'openapi.json'].map((path) => fetch(`${other.url}/${path}`)),
    );
    return [health!.status, ((await health!.json()) as { status: string }).status, others!.status];
  };
  await expect.poll(look).toEqual([503, 'stopping', 200]);
  // Told again, it ends at once; told once, when its time is over.
  await Promise.all([other.stop(), stopped]);
  await (await program.start({ ...env(), ENROLLKIT_DRAIN_SECONDS: '1' })).stop();
  await expect(fetch(`${other.url}/healthz`)).rejects.toThrow();
  await expect
    .poll(async () => (await fetch(`${server.url}/healthz`)).status, { message: 'the database goes on for the other' })
    .toBe(200);
});

test('a database that is killed is there again, and the server answers as before', async () => {
  const { key } = JSON.parse(
    (await program.command(['keys', 'create', '--name', 'test', '--provider', 'school'], env())).out,
  ) as { readonly key: string };
  const killed = (await running())?.pid ?? 0;
  process.kill(killed, 'SIGKILL');
  // It may be back before anybody has noticed that it was away.
  await expect.poll(async () => (await running())?.pid ?? killed).not.toBe(killed);
  await expect.poll(async () => (await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await ask({ url: server.url, key }, '/bookings')).status).toBe(200);
  await server.stop();
  expect(await running()).toBeUndefined();
});
