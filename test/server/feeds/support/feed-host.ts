import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A web server of a provider, on this machine. */
export interface FeedHost {
  readonly url: string;
  readonly port: number;
  /** Heads of what was asked, in order. */
  readonly asked: Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

/** Answers whatever `listener` does. With a certificate: over TLS. */
export async function openFeedHost(
  listener: RequestListener,
  certificate?: { readonly key: string; readonly cert: string },
): Promise<FeedHost> {
  const asked: Record<string, unknown>[] = [];
  const listen: RequestListener = (request, response) => {
    asked.push({ path: request.url, ...request.headers });
    // Whoever asked goes away when it heard enough.
    response.on('error', () => undefined);
    listener(request, response);
  };
  const server: Server = certificate ? createTlsServer(certificate, listen) : createServer(listen);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    asked,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}
