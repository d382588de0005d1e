import { openRestBackend, type RestBackend, type RestBackendOptions } from '@enrollkit/adapters/rest';
import type { Actor } from '@enrollkit/core';
import type { MakeWorld } from '../contract/world.js';
import type { Fault, SeenRequest } from './rest-server/faulty-server.js';

let controlUrl: Promise<string> | undefined;

/** Tells the test server to do something. */
async function control<Answer = null>(command: string, input: object = {}): Promise<Answer> {
  controlUrl ??= fetch('/rest-server.json')
    .then((response) => response.json())
    .then(({ url }: { url: string }) => url);
  const response = await fetch(`${await controlUrl}/${command}`, { method: 'POST', body: JSON.stringify(input) });
  if (!response.ok) throw new Error(`${command}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** A running server with a database of its own, and ways to make it go away and come back. */
export class ServerWorld {
  readonly id: string;
  readonly baseUrl: string;
  readonly #tokens = new Map<string, Promise<string>>();

  private constructor(id: string, baseUrl: string) {
    this.id = id;
    this.baseUrl = baseUrl;
  }

  static async make(): Promise<ServerWorld> {
    const { world, baseUrl } = await control<{ world: string; baseUrl: string }>('makeWorld');
    return new ServerWorld(world, baseUrl);
  }

  /** One token for an actor, made while the server is up. */
  token(actor: Actor): Promise<string> {
    const key = JSON.stringify(actor);
    const token = this.#tokens.get(key) ?? control<string>('mintToken', { world: this.id, actor });
    this.#tokens.set(key, token);
    return token;
  }

  open(actor: Actor, options: Partial<RestBackendOptions> = {}): RestBackend {
    return openRestBackend({ baseUrl: this.baseUrl, getToken: () => this.token(actor), retryDelayMs: 1, ...options });
  }

  /** After the server's clock was turned, tokens from before may be no good any more. */
  async setClock(now: string): Promise<void> {
    await control('setClock', { world: this.id, now });
    this.#tokens.clear();
  }

  down = () => control('down', { world: this.id });
  up = () => control('up', { world: this.id });
  restart = () => control('restart', { world: this.id });
  requests = () => control<string[]>('requests', { world: this.id });
  dispose = () => control('dispose', { world: this.id });
}

/** The contract's world: every backend is a REST backend, every record on a running server. */
export function restWorlds(options: Partial<RestBackendOptions> = {}): MakeWorld {
  return async ({ clock }) => {
    const server = await ServerWorld.make();
    const backends = new Map<string, RestBackend>();
    let told = '';
    const getToken = async (actor: Actor) => {
      if (clock() !== told) {
        told = clock();
        await server.setClock(told);
      }
      return server.token(actor);
    };
    const closeAll = () => {
      for (const backend of backends.values()) backend.close();
      backends.clear();
    };
    return {
      idsArePerProvider: true,
      as(actor) {
        const key = JSON.stringify(actor);
        const backend = backends.get(key) ?? server.open(actor, { getToken: () => getToken(actor), ...options });
        backends.set(key, backend);
        return backend;
      },
      hasFile: (sha256) => control<boolean>('hasFile', { world: server.id, sha256 }),
      async reopen() {
        closeAll();
        await server.restart();
      },
      async dispose() {
        closeAll();
        await server.dispose();
      },
    };
  };
}

/** A server that misbehaves as it is told, request by request. */
export class FaultyWorld {
  readonly url: string;

  private constructor(url: string) {
    this.url = url;
  }

  static async make(...faults: readonly Fault[]): Promise<FaultyWorld> {
    return new FaultyWorld(await control<string>('makeFaulty', { faults }));
  }

  requests = () => control<SeenRequest[]>('faultyRequests', { url: this.url });
  close = () => control('closeFaulty', { url: this.url });
}
