import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Actor } from '@enrollkit/core';
import pg from 'pg';
import type { Logger } from 'pino';
import { openTokens } from '../../../packages/server/src/access/tokens.js';
import { openDatabase } from '../../../packages/server/src/database/open-database.js';
import { openFileStore } from '../../../packages/server/src/files/open-file-store.js';
import { createApp } from '../../../packages/server/src/create-app.js';
import { listen, type Listening } from '../../../packages/server/src/http/listen.js';
import { readSettings } from '../../../packages/server/src/settings/read-settings.js';
import type { ServerParts } from '../../../packages/server/src/parts/server-parts.js';
import { openSqlStores } from '../../../packages/server/src/open-sql-stores.js';
import { emptyTables } from '../empty-tables.js';
import { freePort } from '../free-port.js';

const TEMPLATE = 'template_world';
const LARGE_BYTES = 2_800_000;
const LARGE_MS = 400;
const START = '2026-08-20T10:00:00.000Z';

/** A server on a database of its own, without the jobs that would write at moments of their own. */
class RealWorld {
  requests: string[] = [];
  readonly #env: Record<string, string>;
  readonly #log: Logger;
  #now = START;
  #count = 0;
  #parts: ServerParts | undefined;
  #listening: Listening | undefined;

  constructor(env: Record<string, string>, log: Logger) {
    this.#env = env;
    this.#log = log;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.#env.PORT}/api`;
  }

  setClock(now: string): void {
    this.#now = now;
  }

  async mintToken(actor: Actor): Promise<string> {
    const { token } = await openTokens(await this.#open()).sign(actor, 600);
    return token;
  }

  async hasFile(sha256: string): Promise<boolean> {
    return (await this.#open()).files.has(sha256);
  }

  /** Nobody answers at its address. */
  async down(): Promise<void> {
    await this.#listening?.close();
    this.#listening = undefined;
  }

  /** Answers again, at the same address. */
  async up(): Promise<void> {
    if (this.#listening) return;
    const parts = await this.#open();
    const app = createApp(parts, {
      around: [
        async ({ req }, next) => {
          // No network is as fast as one machine: what is large takes long enough to be stopped halfway.
          if (Number(req.header('Content-Length') ?? 0) > LARGE_BYTES) await setTimeout(LARGE_MS);
          if (req.method !== 'OPTIONS') this.requests.push(`${req.method} ${new URL(req.url).pathname}`);
          await next();
        },
      ],
    });
    this.#listening = await listen(app.fetch, readSettings(this.#env));
  }

  /** Ends as a process does; what was stored is all that is left. */
  async stop(): Promise<void> {
    await this.down();
    await this.#parts?.stores.close();
    await this.#parts?.database.close();
    this.#parts = undefined;
  }

  /** As it was when it was new; the database keeps only what says nothing about records. */
  async reset(): Promise<void> {
    await this.up();
    const { database, files } = await this.#open();
    await emptyTables(database.pool);
    for await (const { sha256 } of files.list()) await files.remove(sha256);
    this.#now = START;
    this.#count = 0;
    this.requests = [];
  }

  async #open(): Promise<ServerParts> {
    if (this.#parts) return this.#parts;
    const settings = readSettings(this.#env);
    const log = this.#log;
    const clock = () => this.#now;
    // Sort by time, as real ones do, although the clock stands still.
    const ids = () => `id-${String((this.#count += 1)).padStart(6, '0')}`;
    const url = settings.databaseUrl ?? '';
    const database = await openDatabase({ url, poolSize: settings.databasePoolSize, log });
    const { files, spool } = await openFileStore(settings);
    const stores = await openSqlStores({ database, files, ids, log });
    this.#parts = { settings, database, stores, files, spool, clock, ids, log };
    return this.#parts;
  }
}

interface WorldsOptions {
  readonly adminUrl: string;
  readonly folder: string;
  readonly log: Logger;
}

/** Worlds for tests, each made from one migrated database. */
export class RealWorlds {
  readonly #options: WorldsOptions;
  readonly #admin: pg.Pool;
  readonly #worlds = new Map<string, RealWorld>();
  readonly #free: string[] = [];
  #count = 0;
  /** PostgreSQL copies a template for one at a time. */
  #making: Promise<unknown> = Promise.resolve();

  private constructor(options: WorldsOptions) {
    this.#options = options;
    this.#admin = new pg.Pool({ connectionString: options.adminUrl, max: 2 });
    this.#admin.on('error', () => undefined);
  }

  static async open(options: WorldsOptions): Promise<RealWorlds> {
    const worlds = new RealWorlds(options);
    // These tests are about what goes over the wire; that PostgreSQL keeps its word is another test's matter.
    await worlds.#admin.query('alter system set fsync = off');
    await worlds.#admin.query('select pg_reload_conf()');
    await worlds.#admin.query(`create database ${TEMPLATE}`);
    const database = await openDatabase({ url: worlds.#urlOf(TEMPLATE), poolSize: 1, log: options.log });
    await database.close();
    return worlds;
  }

  get(id: string): RealWorld {
    const world = this.#worlds.get(id);
    if (!world) throw new Error(`No world ${id}`);
    return world;
  }

  /** One that is free again, or a new one: making a database takes longer than most cases. */
  async make(): Promise<{ readonly world: string; readonly baseUrl: string }> {
    const world = this.#free.pop() ?? (await this.#create());
    return { world, baseUrl: this.get(world).baseUrl };
  }

  async dispose(id: string): Promise<void> {
    await this.get(id).reset();
    this.#free.push(id);
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#worlds.values()].map((world) => world.stop()));
    await this.#admin.end();
  }

  async #create(): Promise<string> {
    const name = `world_${(this.#count += 1)}`;
    const create = this.#making.then(() => this.#admin.query(`create database ${name} template ${TEMPLATE}`));
    this.#making = create.catch(() => undefined);
    await create;
    const env = {
      // Of its own, because it comes back to it.
      PORT: String(await freePort()),
      DATABASE_URL: this.#urlOf(name),
      ENROLLKIT_DATABASE_POOL_SIZE: '4',
      ENROLLKIT_BASE_PATH: '/api',
      ENROLLKIT_DATA_DIR: join(this.#options.folder, name),
      ENROLLKIT_ALLOWED_ORIGINS: '*',
      ENROLLKIT_RATE_LIMIT_PER_MINUTE: '100000',
    };
    const world = new RealWorld(env, this.#options.log);
    await world.up();
    this.#worlds.set(name, world);
    return name;
  }

  #urlOf(database: string): string {
    const url = new URL(this.#options.adminUrl);
    url.pathname = `/${database}`;
    return url.href;
  }
}
