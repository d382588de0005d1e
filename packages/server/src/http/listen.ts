import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { trackConnections, type OpenConnections } from './open-connections.js';
import { PIECE_BYTES } from './request/read-body.js';
import type { Settings } from '../settings/settings.js';

/** Answers a request, as the `fetch` of a Hono app does. */
export type FetchHandler = (request: Request, env: HttpBindings) => Response | Promise<Response>;

/** A server that accepts requests. */
export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  /** Accepts nothing new and resolves when what runs has ended, or had its time. */
  readonly close: () => Promise<void>;
}

/** Heads come at once, or not at all. */
const HEADERS_TIMEOUT_MS = 20_000;
/** Longer than load balancers keep a connection (60 s): it is they who close it, never while they send. */
const KEEP_ALIVE_MS = 65_000;
const MAX_HEADER_BYTES = 16 * 1024;
/** How long what runs may go on when the server stops. */
const GRACE_MS = 15_000;

/** Listens as the settings say. Heads and bodies that dribble in are cut off, so that nobody holds the server for long. */
export async function listen(
  fetch: FetchHandler,
  { host, port, requestTimeoutMs }: Pick<Settings, 'host' | 'port' | 'requestTimeoutMs'>,
  { graceMs = GRACE_MS }: { readonly graceMs?: number } = {},
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: async (request, env) => {
      const response = await fetch(request, env as HttpBindings);
      if (isStreamOfEvents(response)) connections.endless((env as HttpBindings).outgoing);
      return response;
    },
    // Of requests that name none: load balancers ask in HTTP/1.0.
    hostname: host,
    serverOptions: {
      requestTimeout: requestTimeoutMs,
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, requestTimeoutMs),
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
      highWaterMark: PIECE_BYTES,
      // How exactly the two above are kept.
      connectionsCheckingInterval: Math.min(5000, requestTimeoutMs),
    },
  }) as Server;
  const connections = trackConnections(server);
  await new Promise<void>((done, fail) => {
    const refuse = (cause: NodeJS.ErrnoException): void => fail(listenError(cause, { host, port }));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      done();
    });
  });
  const { address, family, port: actualPort } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  return { url: `http://${name}:${actualPort}`, close: () => closeGently(server, connections, graceMs) };
}

/** Why nobody can be listened to, and what to do. It keeps the code of the system. */
function listenError(cause: NodeJS.ErrnoException, { host, port }: Pick<Settings, 'host' | 'port'>): Error {
  const { code = '' } = cause;
  const why = LISTEN_REASONS[code] ?? `the system refuses it (${code})`;
  return Object.assign(new Error(`Can't listen on port ${port} of ${host}: ${why}.`, { cause }), { code });
}

const LISTEN_REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program does so already. Stop that one, or name another port in PORT',
  EACCES: 'this user may not take that port. Name one from 1024 on in PORT',
  EADDRNOTAVAIL: 'that is no address of this machine. Name one of its own in HOST, or 0.0.0.0 for all',
  ENOTFOUND: 'no machine has that name. Look for a spelling mistake in HOST',
};

/** They end when somebody ends them; who listens connects again, to another server. */
function isStreamOfEvents({ headers }: Response): boolean {
  return headers.get('Content-Type')?.startsWith('text/event-stream') ?? false;
}

async function closeGently(server: Server, connections: OpenConnections, graceMs: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  // Again and again: a connection becomes idle when its request is answered, and the next one won't be accepted.
  const idle = setInterval(() => connections.closeIdle(), 50);
  const enough = setTimeout(() => server.closeAllConnections(), graceMs);
  try {
    await closed;
  } finally {
    clearInterval(idle);
    clearTimeout(enough);
  }
}
