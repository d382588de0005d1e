import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@enrollkit/core';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { openTokens } from '../../../packages/server/src/access/tokens.js';
import { openDatabase } from '../../../packages/server/src/database/open-database.js';
import { openDiskFileStore } from '../../../packages/server/src/files/disk/disk-file-store.js';
import { openSpool } from '../../../packages/server/src/files/disk/open-spool.js';
import { createApp } from '../../../packages/server/src/create-app.js';
import { readSettings } from '../../../packages/server/src/settings/read-settings.js';
import type { ServerParts } from '../../../packages/server/src/parts/server-parts.js';
import type { Settings } from '../../../packages/server/src/settings/settings.js';
import { openSqlStores } from '../../../packages/server/src/open-sql-stores.js';
import { freshDatabase } from '../../support/postgres.js';
import { expectDocumented, type Documented } from './expect-documented.js';

export type Call = (path: string, init?: RequestInit) => Promise<Response>;

/** A whole server in this process: a database of its own, real files, a clock that the test moves. */
export interface HttpWorld {
  now: string;
  readonly parts: ServerParts;
  readonly app: ReturnType<typeof createApp>;
  /** Where what comes in is written first. */
  readonly spoolDir: string;
  /** What was logged, a line each. */
  readonly logged: string[];
  /** Asks as this actor. */
  as(actor: Actor): Call;
  token(actor: Actor): Promise<string>;
  /** A provider that nobody else has. */
  newProvider(): Provider;
  close(): Promise<void>;
}

export interface Provider {
  readonly providerId: string;
  readonly actor: Actor;
  readonly call: Call;
}

export async function openHttpWorld(settings: Partial<Settings> = {}): Promise<HttpWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-http-'));
  const spoolDir = join(dataDir, 'files', 'incoming');
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const own = await freshDatabase();
  const database = await openDatabase({ url: own.url, poolSize: 5, log });
  const files = await openDiskFileStore({ directory: join(dataDir, 'files'), incoming: spoolDir });
  const clock = (): string => world.now;
  const stores = await openSqlStores({
    database,
    files,
    ids: v7,
    log,
    ...settings,
    sendsMail: settings.mail !== undefined,
  });
  const parts: ServerParts = {
    settings: { ...readSettings({}), rateLimitPerMinute: 100_000, ...settings, dataDir },
    database,
    stores,
    files,
    spool: await openSpool({ directory: spoolDir }),
    clock,
    ids: v7,
    log,
  };
  const tokens = openTokens(parts);
  const app = createApp(parts);
  let document: Promise<Documented> | undefined;
  const documented = (): Promise<Documented> =>
    (document ??= Promise.resolve(app.request(`${parts.settings.basePath}/openapi.json`)).then((answer) =>
      answer.json(),
    ));
  const token = async (actor: Actor) => (await tokens.sign(actor, 600)).token;
  /** Signing takes as long as asking: as long as the clock stands still, an actor has the same token. */
  const known = new Map<string, Promise<string>>();
  const knownToken = (actor: Actor): Promise<string> => {
    const key = JSON.stringify([world.now, actor]);
    const own = known.get(key) ?? token(actor);
    known.set(key, own);
    return own;
  };

  const world: HttpWorld = {
    now: '2026-08-20T10:00:00.000Z',
    parts,
    app,
    spoolDir,
    logged,
    token,
    as(actor) {
      return async (path, init = {}) => {
        const headers = new Headers(init.headers);
        if (!headers.has('Authorization')) headers.set('Authorization', `Bearer ${await knownToken(actor)}`);
        const response = await app.request(parts.settings.basePath + path, { ...init, headers });
        await expectDocumented(await documented(), { method: init.method ?? 'GET', path, response });
        return response;
      };
    },
    newProvider() {
      const providerId = `p-${v7()}`;
      const actor: Actor = { id: 'p.devries', role: 'provider', providerId };
      return { providerId, actor, call: world.as(actor) };
    },
    async close() {
      await stores.close();
      await database.close();
      await own.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}

/** A request with a JSON body. */
export function json(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } };
}
