import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createApiKey, readSettings, startServer, type RunningServer, type Settings } from '@enrollkit/server';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../packages/server/src/database/embedded/embedded-postgres.js';
import { clusterFolder, freshDatabase, silent, type TestDatabase } from '../support/postgres.js';

let directory: string;
let common: TestDatabase;
const started: RunningServer[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'enrollkit-start-'));
  common = await freshDatabase();
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});
afterAll(async () => {
  await common.drop();
  await rm(directory, { recursive: true, force: true });
});

async function start(
  changed: Partial<Settings> = {},
  options: Parameters<typeof startServer>[1] = {},
): Promise<RunningServer> {
  const env = {
    PORT: '0',
    DATABASE_URL: common.url,
    ENROLLKIT_DATA_DIR: directory,
    ENROLLKIT_DATABASE_POOL_SIZE: '6',
  };
  const server = await startServer({ ...readSettings(env), ...changed }, { log: silent, ...options });
  started.push(server);
  return server;
}

/** Makes a key and answers what to send with it. */
async function keyOf({ parts }: RunningServer, providerId = 'duinweg'): Promise<{ readonly Authorization: string }> {
  const { key } = await createApiKey(parts.database, { ...parts, role: 'provider', providerId, name: 'test' });
  return { Authorization: `Bearer ${key}` };
}

/** Asks for the numbers under a name of the server's. */
async function statusAs(url: string, host: string): Promise<number> {
  return (await answerOf(request(`${url}/metrics`, { headers: { Host: host } }).end())).status;
}

async function answerOf(asked: ClientRequest): Promise<{ readonly status: number; readonly body: string }> {
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, body: await text(answer) };
}

describe('a running server', () => {
  test('says that it is well, with every part that it needs', async () => {
    const { url } = await start();
    // A part that takes three seconds is not there, which it may take on a busy machine.
    const health = async (): Promise<unknown> => {
      const answer = await fetch(`${url}/healthz`);
      return [answer.status, await answer.json()];
    };
    const parts = { database: 'ok', files: 'ok', jobs: 'ok' };
    await expect.poll(health).toEqual([200, { status: 'ok', parts, late: {} }]);
    expect((await fetch(`${url}/healthz/live`)).status).toBe(200);
  });

  test('says which part fails while the database is away, and lives on', async () => {
    const own = await clusterFolder();
    try {
      const database = await startEmbeddedPostgres({ dataDir: own, log: silent });
      const server = await start({ databaseUrl: database.url });
      const { url } = server;
      const headers = await keyOf(server);
      await database.stop();
      const refused = await fetch(`${url}/bookings`, { headers });
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(await refused.json()).toMatchObject({ code: 'unavailable', title: 'The server can’t do this right now' });
      const health = async (): Promise<unknown> => (await fetch(`${url}/healthz`)).json();
      await expect
        .poll(health)
        .toEqual({ status: 'failing', parts: { database: 'failing', files: 'ok', jobs: 'failing' }, late: {} });
      expect((await fetch(`${url}/healthz/live`)).status).toBe(200);
    } finally {
      for (const server of started.splice(0)) await server.stop();
      await rm(own, { recursive: true, force: true });
    }
  });

  test('tells of jobs that are late, and turns nobody away for it', async () => {
    const { url, parts } = await start();
    await fetch(`${url}/healthz`);
    const late = async (): Promise<unknown> => {
      await parts.database.pool.query(
        "update jobs set next_at = clock_timestamp() - interval '3 hours' where name = 'sweep-files'",
      );
      return (await fetch(`${url}/healthz`)).json();
    };
    await expect.poll(late).toMatchObject({
      status: 'ok',
      parts: { jobs: 'late' },
      late: { 'sweep-files': expect.closeTo(3 * 3600, -3) as unknown },
    });
    await parts.database.pool.query("update jobs set next_at = clock_timestamp() where name = 'sweep-files'");
  });

  test('counts by the pattern of a route, for the machine itself only', async () => {
    const server = await start();
    const headers = await keyOf(server);
    await fetch(`${server.url}/bookings/geheim-1`, { headers });
    const numbers = await (await fetch(`${server.url}/metrics`)).text();
    expect(numbers).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/bookings\/:id",status="404"\} 1/,
    );
    expect(numbers).toContain('enrollkit_database_connections{state="idle"}');
    expect(numbers).toContain('enrollkit_due_enrollments 0');
    expect(numbers).not.toContain('geheim-1');
    const proxied = await fetch(`${server.url}/metrics`, { headers: { 'X-Forwarded-For': '203.0.113.9' } });
    expect(proxied.ok).toBe(false);
    // Through a proxy that says nothing but by which name it was asked, or by a page whose name leads here.
    expect(await statusAs(server.url, 'enrollment.example.nl')).not.toBe(200);
    expect(await statusAs(server.url, 'localhost:8080')).toBe(200);
  });

  test('asks its database for numbers once, however many want them at a time', async () => {
    const { url, parts } = await start({ metricsToken: 'a-token-for-prometheus' });
    const headers = { Authorization: 'Bearer a-token-for-prometheus' };
    let questions = 0;
    parts.database.pool.on('acquire', () => (questions += 1));
    const answers = await Promise.all(Array.from({ length: 200 }, () => fetch(`${url}/metrics`, { headers })));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    for (const answer of answers) await answer.text();
    // Jobs ask as well meanwhile.
    expect(questions).toBeLessThan(50);
    // Others are counted as everybody is who shows a wrong credential.
    const guess = { Authorization: 'Bearer another-token-for-prometheus' };
    const refused = await Promise.all(Array.from({ length: 8 }, () => fetch(`${url}/metrics`, { headers: guess })));
    expect(refused.map(({ status }) => status).filter((status) => status !== 401 && status !== 429)).toEqual([]);
    expect((await fetch(`${url}/metrics`, { headers: guess })).status).toBe(429);
  });

  test('gives its numbers to whoever has the token, when there is one', async () => {
    const { url } = await start({ metricsToken: 'a-token-for-prometheus' });
    expect((await fetch(`${url}/metrics`)).ok).toBe(false);
    const headers = { Authorization: 'Bearer a-token-for-prometheus' };
    expect((await fetch(`${url}/metrics`, { headers })).status).toBe(200);
  });

  test('lets a host answer what is not below its base path', async () => {
    const { url } = await start({ basePath: '/api' }, { mount: () => () => new Response('the host’s own page') });
    expect(await (await fetch(`${url}/`)).text()).toBe('the host’s own page');
    expect((await fetch(`${url}/api/healthz/live`)).status).toBe(200);
    expect((await fetch(`${url}/api/nothing`)).status).toBe(401);
    expect(await (await fetch(`${url}/apiary`)).text()).toBe('the host’s own page');
  });

  test('writes nobody’s name, address, file or token into its log', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'debug' }, { write: (line) => void lines.push(line) });
    const server = await start({}, { log });
    const headers = { ...(await keyOf(server)), 'Content-Type': 'application/json' };
    const person = { name: 'Wilhelmina Geheim', email: 'wilhelmina@geheim.example', external_id: 'geheim-77' };
    const send = (method: string, path: string, body?: unknown): Promise<Response> =>
      fetch(`${server.url}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

    await send('PUT', '/products/p-1', { name: 'Geheim', product_type: 'course' });
    await send('POST', '/bookings', { id: 'geheim-b', product_id: 'geheim-p', participant: person });
    await send('POST', '/bookings', '{"name": "Wilhelmina Geheim"');
    await send('GET', '/bookings/geheim-b?email=wilhelmina@geheim.example');
    await send('PATCH', '/bookings/geheim-b', { participation_status: 'geheim' });
    await send('POST', '/certificates', { ...person, file: { name: 'Wilhelmina Geheim.pdf', content: 'geheim' } });
    await send('GET', '/certificates.xml?email=wilhelmina@geheim.example');
    await send('POST', '/tokens', { subject: 'geheim', role: 'participant', email: person.email });
    await send('POST', '/participants/export', { email: person.email });
    await send('POST', '/participants/erase', { email: person.email });
    await fetch(`${server.url}/bookings`, { headers: { Authorization: 'Bearer geheim.geheim.geheim' } });
    await fetch(`${server.url}/geheim/wilhelmina@geheim.example`);
    await server.stop();

    const log_ = lines.join('');
    expect(log_.match(/"msg":"answered"/g)?.length).toBeGreaterThanOrEqual(12);
    expect(log_.toLowerCase()).not.toMatch(/geheim|wilhelmina|ek_|bearer/);
  });
});

describe('a request that is meant to hold the server', () => {
  test('is cut off when its body dribbles in', async () => {
    const server = await start({ requestTimeoutMs: 300 });
    const headers = { ...(await keyOf(server)), 'Content-Type': 'application/json', 'Content-Length': '1000' };
    const asked = request(`${server.url}/bookings`, { method: 'POST', headers });
    asked.write('{');
    const end = await Promise.race([
      answerOf(asked).then(({ status }) => status),
      once(asked, 'error').then(() => 'cut off'),
      once(asked, 'close').then(() => 'cut off'),
    ]);
    expect([408, 'cut off']).toContain(end);
    // It is as impatient with whoever looks, on a machine that is busy.
    await expect.poll(async () => (await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  test('is cut off when its head never ends', async () => {
    const { url } = await start({ requestTimeoutMs: 300 });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('is refused when its head is too large', async () => {
    const { url } = await start();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(`GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('stopping', () => {
  test('finishes a request that is under way and accepts no other', async () => {
    const server = await start();
    const body = JSON.stringify({ product_id: 'nothing', participant: { name: 'Jan', email: 'jan@example.nl' } });
    const headers = {
      ...(await keyOf(server)),
      'Content-Type': 'application/json',
      'Content-Length': String(body.length),
    };
    const asked = request(`${server.url}/bookings`, { method: 'POST', headers });
    const answer = answerOf(asked);
    asked.write(body.slice(0, 10));
    await once(asked, 'socket');
    await fetch(`${server.url}/healthz/live`);

    const stopped = server.stop();
    await expect.poll(() => fetch(`${server.url}/healthz/live`).catch(() => 'refused')).toBe('refused');
    asked.end(body.slice(10));
    expect((await answer).status).toBe(201);
    await stopped;
  });

  test('ends streams of events at once, and twice is as good as once', async () => {
    const server = await start();
    const headers = { ...(await keyOf(server)), Accept: 'text/event-stream' };
    const stream = await fetch(`${server.url}/events`, { headers });
    expect(stream.status).toBe(200);
    const ended = stream.text().then(
      () => 'ended',
      () => 'ended',
    );
    await Promise.all([server.stop(), server.stop()]);
    expect(await ended).toBe('ended');
  });

  test('leaves nothing open after a start that failed', async () => {
    const { url } = await start();
    await expect(start({ port: Number(new URL(url).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      message: expect.stringMatching(/^Can't listen on port \d+ of 127\.0\.0\.1: .*another port in PORT\.$/) as unknown,
    });
  });
});

test('two servers on one database write every due change down exactly once', async () => {
  const time = { now: '2026-03-01T10:00:00.000Z' };
  const options = { clock: () => time.now };
  const servers = await Promise.all([1, 2].map(() => start({ jobIntervalSeconds: 1 }, options)));
  const [{ url, parts }] = servers as [RunningServer, RunningServer];
  const headers = { ...(await keyOf(servers[0]!, 'two-servers')), 'Content-Type': 'application/json' };
  const post = (path: string, method: string, body: unknown): Promise<Response> =>
    fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
  const product = {
    name: 'BHV',
    product_type: 'course',
    course_type: 'course',
    description: 'x',
    additional_costs: [],
  };
  const put = await post('/products/bhv', 'PUT', { ...product, language: 'nl', starting_dates: [], discounts: [] });
  expect(put.status, await put.text()).toBeLessThan(300);
  const dates = { start_date: '2026-03-10', end_date: '2026-03-12' };
  for (let index = 0; index < 40; index += 1) {
    const participant = { name: `Deelnemer ${index}`, email: `d${index}@example.nl` };
    const made = await post('/bookings', 'POST', { id: `b-${index}`, product_id: 'bhv', participant, ...dates });
    expect(made.status).toBe(201);
  }

  time.now = '2026-03-19T10:00:00.000Z';
  const rows = async (): Promise<readonly { readonly position: number }[]> =>
    parts.database.tables
      .selectFrom('status_changes')
      .select(['position', 'to_status'])
      .where('provider_id', '=', 'two-servers')
      .where('to_status', '=', 'started')
      .execute();
  await expect.poll(async () => (await rows()).length).toBe(40);
  // A second look of both servers finds nothing more to do.
  const { rows: plans } = await parts.database.pool.query<{ next_at: string }>(
    "select next_at::text from jobs where name = 'settle-due-enrollments'",
  );
  const planNow = async (): Promise<string | undefined> =>
    (
      await parts.database.pool.query<{ next_at: string }>(
        "select next_at::text from jobs where name = 'settle-due-enrollments'",
      )
    ).rows[0]?.next_at;
  await expect.poll(planNow).not.toBe(plans[0]?.next_at);
  expect(await rows()).toHaveLength(40);
});
