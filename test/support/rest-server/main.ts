// The server behind the browser tests of the REST adapter: a process of its own, with a real database. Tests tell it over
// HTTP to make worlds, to turn their clocks, to be gone for a while, or to misbehave.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../../packages/server/src/database/embedded/embedded-postgres.js';
import { FaultyServer, type Fault } from './faulty-server.js';
import { RealWorlds } from './real-worlds.js';

const folder = await mkdtemp(join(tmpdir(), 'enrollkit-rest-'));
const log = pino({ level: process.env.REST_SERVER_LOG ?? 'silent' }, pino.destination(2));
const postgres = await startEmbeddedPostgres({ dataDir: folder, log });
const worlds = await RealWorlds.open({ adminUrl: postgres.url, folder, log });
const faulty = new Map<string, FaultyServer>();

/** Everything a test can ask: the answer is JSON. */
const COMMANDS: Readonly<Record<string, (input: never) => unknown>> = {
  makeWorld: () => worlds.make(),
  setClock: ({ world, now }: { world: string; now: string }) => worlds.get(world).setClock(now),
  mintToken: ({ world, actor }: { world: string; actor: never }) => worlds.get(world).mintToken(actor),
  hasFile: ({ world, sha256 }: { world: string; sha256: string }) => worlds.get(world).hasFile(sha256),
  requests: ({ world }: { world: string }) => worlds.get(world).requests,
  down: ({ world }: { world: string }) => worlds.get(world).down(),
  restart: async ({ world }: { world: string }) => {
    await worlds.get(world).stop();
    await worlds.get(world).up();
  },
  up: ({ world }: { world: string }) => worlds.get(world).up(),
  dispose: ({ world }: { world: string }) => worlds.dispose(world),

  makeFaulty: async ({ faults }: { faults: readonly Fault[] }) => {
    const server = await FaultyServer.listen(faults);
    faulty.set(server.url, server);
    return server.url;
  },
  faultyRequests: ({ url }: { url: string }) => faulty.get(url)?.requests,
  closeFaulty: ({ url }: { url: string }) => faulty.get(url)?.close(),
};

const control = createServer((request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Headers', '*');
  if (request.method === 'OPTIONS') response.end();
  else void answer(request, response);
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = (await request.toArray()).map(String).join('');
    const command = COMMANDS[(request.url ?? '').slice(1)];
    if (!command) throw new Error(`No command ${request.url}`);
    response.end(JSON.stringify((await command(JSON.parse(body) as never)) ?? null));
  } catch (error) {
    response.statusCode = 500;
    response.end(error instanceof Error ? error.stack : String(error));
  }
}

let stopping: Promise<void> | undefined;
async function stop(): Promise<void> {
  control.closeAllConnections();
  for (const server of faulty.values()) await server.close();
  await worlds.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit();
}
// Whoever started this process holds its input open: it ends with them, however they end.
process.stdin.on('close', () => void (stopping ??= stop())).resume();

control.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(control.address() as AddressInfo).port}`);
});
