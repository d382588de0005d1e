import { connect, type Socket } from 'node:net';

/** A connection on which anything can be said. */
export interface RawConnection {
  readonly socket: Socket;
  /** What came back so far. */
  readonly heard: () => string;
  /** Resolves with all that came back when the server has closed the connection. */
  readonly closed: Promise<string>;
}

export function openRaw(url: string): RawConnection {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  let heard = '';
  socket.setEncoding('utf8').on('data', (data: string) => (heard += data));
  // Being cut off in the middle of sending is what is waited for.
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)));
  return { socket, heard: () => heard, closed };
}

/** Says this, hears what comes back until the server closes, and ends the connection. */
export async function say(url: string, ...parts: readonly (string | Uint8Array)[]): Promise<string> {
  const { socket, closed } = openRaw(url);
  for (const part of parts) socket.write(part);
  const answer = await closed;
  socket.destroy();
  return answer;
}

/** The head of a request after which the server closes the connection. */
export function head(method: string, path: string, headers: Record<string, string>): string {
  const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}

/** The first line of an answer. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? Number.NaN);
}
