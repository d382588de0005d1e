import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@enrollkit/core';
import { v7 } from 'uuid';
import { createApiKey } from '../../../../packages/server/src/access/api-keys.js';
import { openTokens, type Tokens } from '../../../../packages/server/src/access/tokens.js';
import { createLog } from '../../../../packages/server/src/observe/create-log.js';
import { readSettings } from '../../../../packages/server/src/settings/read-settings.js';
import type { ServerParts } from '../../../../packages/server/src/parts/server-parts.js';
import type { Settings } from '../../../../packages/server/src/settings/settings.js';
import { startServer } from '../../../../packages/server/src/start-server.js';
import { freshDatabase } from '../../../support/postgres.js';

/** Asks the server, with the credential that belongs to whoever this is. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** The whole server on a socket, with a database and files of its own. */
export interface AttackedServer {
  /** Where the API is. */
  readonly url: string;
  readonly parts: ServerParts;
  readonly tokens: Tokens;
  /** What was logged, a line each. */
  readonly logged: string[];
  /** Asks with a token for this actor. */
  as(actor: Actor): Ask;
  /** Asks with this credential, or without any. */
  with(credential?: string): Ask;
  key(role: 'provider' | 'platform-staff', providerId?: string): Promise<{ readonly id: string; readonly key: string }>;
  close(): Promise<void>;
}

export const BASE_PATH = '/api';
const TOKEN_SECONDS = 600;

/** With `databaseUrl` on that database, which is somebody else's to drop. */
export async function startAttackedServer(settings: Partial<Settings> = {}): Promise<AttackedServer> {
  const own = settings.databaseUrl === undefined ? await freshDatabase() : undefined;
  const dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-attack-'));
  const logged: string[] = [];
  const log = createLog({ logLevel: 'debug' }, { write: (line: string) => void logged.push(line) });
  const running = await startServer(
    {
      ...readSettings({ PORT: '0', DATABASE_URL: own?.url, ENROLLKIT_BASE_PATH: BASE_PATH }),
      databasePoolSize: 5,
      rateLimitPerMinute: 1_000_000,
      ltiUrl: `https://tool.example.nl${BASE_PATH}`,
      springestApi: true,
      ...settings,
      dataDir,
    },
    { log },
  );
  const { parts } = running;
  const tokens = openTokens(parts);
  const url = running.url + BASE_PATH;
  const ask = (path: string, init: RequestInit, credential?: string): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (credential !== undefined) headers.set('Authorization', `Bearer ${credential}`);
    return fetch(url + path, { redirect: 'manual', ...init, headers });
  };
  /** Signing takes as long as asking: an actor has the same token for half the time that it is good for. */
  const known = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  const tokenOf = (actor: Actor): Promise<string> => {
    const key = JSON.stringify(actor);
    const own = known.get(key);
    if (own && own.until > Date.now()) return own.token;
    const token = tokens.sign(actor, TOKEN_SECONDS).then((signed) => signed.token);
    known.set(key, { token, until: Date.now() + TOKEN_SECONDS * 500 });
    return token;
  };

  return {
    url,
    parts,
    tokens,
    logged,
    as:
      (actor) =>
      async (path, init = {}) =>
        ask(path, init, await tokenOf(actor)),
    with:
      (credential) =>
      (path, init = {}) =>
        ask(path, init, credential),
    key: (role, providerId) =>
      createApiKey(parts.database, {
        ...parts,
        role,
        name: 'attacked',
        ...(providerId !== undefined && { providerId }),
      }),
    async close() {
      await running.stop();
      await own?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A request with a JSON body. */
export function json(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } };
}

/** An id that nothing else has. */
export function freshId(kind: string): string {
  return `${kind}-${v7()}`;
}
