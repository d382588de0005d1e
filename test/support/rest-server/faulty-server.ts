import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is answered to one request; the last one also to all that follow. */
export interface Fault {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** So many bytes of nothing in particular, in place of a body. */
  readonly hugeBytes?: number;
  /** Breaks the connection: before the answer, or in the middle of it. */
  readonly cut?: 'before' | 'halfway';
  /** Never answers. */
  readonly hang?: true;
  /** Says nothing of other origins, as a server that doesn't know the page's. */
  readonly noCors?: true;
}

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A server that does, request by request, what a test tells it: everything but what it should. */
export class FaultyServer {
  readonly requests: SeenRequest[] = [];
  readonly #faults: readonly Fault[];
  readonly #server: Server;

  private constructor(faults: readonly Fault[]) {
    this.#faults = faults;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async listen(faults: readonly Fault[]): Promise<FaultyServer> {
    const server = new FaultyServer(faults);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = this.#faults[Math.min(this.requests.length, this.#faults.length - 1)] ?? {};
    if (!fault.noCors) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, Idempotency-Key, If-Match');
      response.setHeader('Access-Control-Allow-Methods', '*');
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (request.method === 'OPTIONS') {
      response.end();
      return;
    }
    const { method = '', url = '', headers } = request;
    // Looks whether anybody is there, and is no request for anything.
    if (url !== '/healthz') this.requests.push({ method, url, headers });
    if (fault.cut === 'before') {
      request.socket.destroy();
      return;
    }
    await request.resume().toArray();
    if (fault.hang) return;

    const { status = 200, body = '' } = fault;
    const length = fault.cut === 'halfway' ? body.length + 100 : undefined;
    response.writeHead(status, {
      'Content-Type': 'application/json',
      ...(length !== undefined && { 'Content-Length': length }),
      ...fault.headers,
    });
    if (fault.cut === 'halfway') {
      response.write(body, () => request.socket.destroy());
      return;
    }
    const piece = 'x'.repeat(64 * 1024);
    const closed = once(response, 'close');
    for (let sent = 0; sent < (fault.hugeBytes ?? 0) && !response.destroyed; sent += piece.length) {
      if (!response.write(piece)) await Promise.race([once(response, 'drain'), closed]);
    }
    response.end(body);
  }
}
