import { once } from 'node:events';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../../packages/server/src/create-app.js';
import { listen, type Listening } from '../../../packages/server/src/http/listen.js';
import { openHttpWorld, type HttpWorld, type Provider } from '../support/http-world.js';
import { makeCourse, pdf } from '../support/course.js';

/** Far longer than a test may take: a stop that waits for it fails. */
const GRACE_MS = 10 * 60_000;

let world: HttpWorld;
let school: Provider;
let headers: { readonly Authorization: string };
let server: Listening;

beforeAll(async () => {
  world = await openHttpWorld();
  school = world.newProvider();
  headers = { Authorization: `Bearer ${await world.token(school.actor)}` };
  await makeCourse(school.call);
});
afterAll(() => world.close());
beforeEach(async () => {
  server = await listenFor(GRACE_MS);
});

function listenFor(graceMs: number): Promise<Listening> {
  const settings = { ...world.parts.settings, host: '127.0.0.1', port: 0 };
  return listen(createApp(world.parts).fetch, settings, { graceMs });
}

/** A connection on which nothing was asked yet, and its end: how it ends is the network's business. */
async function dial(): Promise<{ readonly socket: Socket; readonly closed: Promise<void> }> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  const closed = new Promise<void>((done) => socket.on('error', () => undefined).once('close', () => done()));
  await once(socket, 'connect');
  return { socket, closed };
}

/** What a listener gets that says no more than it must: as `curl` does. */
async function openStream(): Promise<Response> {
  const stream = await fetch(`${server.url}/events`, { headers });
  expect(stream.headers.get('Content-Type')).toMatch(/^text\/event-stream/);
  return stream;
}

const ended = (stream: Response): Promise<'ended'> =>
  stream.text().then(
    () => 'ended',
    () => 'ended',
  );

/** An upload of which the server has the head and a part of the body. */
async function beginUpload(): Promise<{ readonly asked: ClientRequest; readonly finish: () => Promise<number> }> {
  const file = Buffer.from(pdf('a diploma')).toString('base64');
  const record = { booking_id: 'b-1', certification_id: 'foundation', valid_from: '2026-09-12' };
  const body = JSON.stringify({ ...record, file, file_name: 'diploma.pdf' });
  const asked = request(`${server.url}/certificates`, {
    method: 'POST',
    agent: new Agent({ keepAlive: true }),
    headers: { ...headers, 'Content-Type': 'application/json', 'Content-Length': body.length, Expect: '100-continue' },
  });
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  answered.catch(() => undefined);
  asked.flushHeaders();
  await once(asked, 'continue');
  asked.write(body.slice(0, 20));
  return {
    asked,
    async finish() {
      asked.end(body.slice(20));
      const [answer] = await answered;
      await text(answer);
      return answer.statusCode ?? 0;
    },
  };
}

describe('a server that stops', () => {
  test('waits for no connection that is kept, silent or halfway a head', async () => {
    const kept = new Agent({ keepAlive: true });
    const [answer] = (await once(request(`${server.url}/`, { agent: kept }).end(), 'response')) as [IncomingMessage];
    await text(answer);
    const [silent, halfway] = [await dial(), await dial()];
    halfway.socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
    await server.close();
    await Promise.all([silent.closed, halfway.closed]);
    kept.destroy();
  });

  test('ends every stream of events, also after others were cancelled', async () => {
    const [cancelled, read, unread] = [await openStream(), await openStream(), await openStream()];
    await cancelled.body?.cancel();
    const end = ended(read);
    await server.close();
    expect(await end).toBe('ended');
    expect(await ended(unread)).toBe('ended');
  });

  test('finishes an upload that is under way, and then waits no longer for its connection', async () => {
    const stream = ended(await openStream());
    const upload = await beginUpload();
    const stopped = server.close();
    // By then everything was closed that nobody waits for.
    expect(await stream).toBe('ended');
    expect(await upload.finish()).toBe(201);
    await stopped;
  });

  test('cuts off what is under way when its time is over', async () => {
    await server.close();
    server = await listenFor(1);
    const { asked } = await beginUpload();
    const broken = once(asked, 'error');
    await server.close();
    expect(await broken).toMatchObject([{ code: 'ECONNRESET' }]);
  });
});

test('a load balancer may ask in HTTP/1.0, without a host', async () => {
  const { socket } = await dial();
  socket.write('GET /openapi.json HTTP/1.0\r\n\r\n');
  expect((await text(socket)).split('\r\n')[0]).toBe('HTTP/1.1 200 OK');
  await server.close();
});
