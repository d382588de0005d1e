import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The connections that are open at a server, and what somebody waits for on them. */
export interface OpenConnections {
  /** Nobody waits for the end of this answer: it has none. */
  endless(response: ServerResponse): void;
  /**
   * Closes every connection on which nobody waits for an answer: kept for a next request, opened and silent since, halfway
   * a head, or telling events. Node itself counts all but the first as active, and forgets its time-outs once it closes.
   */
  closeIdle(): void;
}

/** Keeps count from now on. */
export function trackConnections(server: Server): OpenConnections {
  const sockets = new Set<Socket>();
  const awaited = new Set<ServerResponse>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', (_, response: ServerResponse) => {
    awaited.add(response);
    response.once('close', () => awaited.delete(response));
  });
  return {
    endless: (response) => void awaited.delete(response),
    closeIdle() {
      const busy = new Set([...awaited].map(({ req }) => req.socket));
      for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
    },
  };
}
