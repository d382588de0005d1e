// How long after the answer to a change everybody hears of it who listens: the server as an operator runs it with the
// PostgreSQL that it brings, streams of events over real sockets, changes of bookings over HTTP, one after the other.
//
//   node test/bench/live-change.mjs [streams, default 200] [changes, default 100]
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { bundleForNode } from '../support/bundle-for-node.js';

const [streams = 200, changes = 100] = process.argv.slice(2).map(Number);
/** More than one person may have open: so they are of several, half of them outsiders, who are looked up. */
const STREAMS_OF_ONE = 40;
const WAIT_MS = 30_000;
const ROOT = join(import.meta.dirname, '../..');

const dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-live-'));
const program = join(ROOT, '.cache', `live-change-${process.pid}.mjs`);
const embedded = join(ROOT, '.cache', `live-change-postgres-${process.pid}.mjs`);
await bundleForNode(join(ROOT, 'test/server/faults/support/server-program.ts'), program);
await bundleForNode(join(ROOT, 'packages/server/src/database/embedded/embedded-postgres.ts'), embedded);
const { startEmbeddedPostgres } = await import(embedded);
const log = { info() {}, warn: console.warn, error: console.error };
const postgres = await startEmbeddedPostgres({ dataDir, log });
let server;
try {
  const url = await start({
    PORT: '0',
    DATABASE_URL: postgres.url,
    ENROLLKIT_DATA_DIR: dataDir,
    ENROLLKIT_RATE_LIMIT_PER_MINUTE: '1000000',
  });
  const keys = await seed(Math.ceil(streams / STREAMS_OF_ONE));
  const listeners = await Promise.all(
    Array.from({ length: streams }, (_, index) => listen(url, keys[index % keys.length])),
  );
  const answered = [];
  for (let index = 0; index < changes; index += 1) answered.push(await change(url, keys[0], index));

  const latencies = [];
  for (const listener of listeners) {
    for (const { id, at } of answered) latencies.push((await listener.heard(id)) - at);
    listener.close();
  }
  latencies.sort((one, other) => one - other);
  const at = (share) => round(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]);
  console.table([
    { streams, changes, events: latencies.length, 'p50 ms': at(0.5), 'p99 ms': at(0.99), 'max ms': at(1) },
  ]);
  console.log(`${latencies.filter((ms) => ms < 0).length} events came before the answer to their change did`);
} finally {
  if (server) {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  }
  await postgres.stop();
  await Promise.all([dataDir, program, embedded].map((path) => rm(path, { recursive: true, force: true })));
}

/** A stream that is open, and when it told of each booking. */
async function listen(url, key) {
  const asked = get(`${url}/events`, { agent: new Agent(), headers: { Authorization: `Bearer ${key}` } });
  const [stream] = await once(asked, 'response');
  if (stream.statusCode !== 200) throw new Error(`No stream: ${stream.statusCode}`);
  const times = new Map();
  const waiting = new Map();
  const lines = createInterface(stream);
  // Closing it is one; what it hasn't told by then fails on its own.
  lines.on('error', () => undefined);
  lines.on('line', (line) => {
    if (!line.startsWith('data: ')) return;
    const now = performance.now();
    const { kind, id } = JSON.parse(line.slice('data: '.length));
    if (kind !== 'booking' || times.has(id)) return;
    times.set(id, now);
    waiting.get(id)?.(now);
  });
  return {
    heard: (id) =>
      new Promise((resolve, reject) => {
        if (times.has(id)) return resolve(times.get(id));
        const timer = setTimeout(() => reject(new Error(`Nobody told of ${id}`)), WAIT_MS);
        waiting.set(id, (now) => {
          clearTimeout(timer);
          resolve(now);
        });
      }),
    close: () => asked.destroy(),
  };
}

/** Changes a booking that nobody changed before, and answers when the answer was there. */
async function change(url, key, index) {
  const id = `booking-${index}`;
  const answer = await fetch(`${url}/bookings/${id}`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ participation_status: 'no-show' }),
  });
  await answer.text();
  if (!answer.ok) throw new Error(`Not changed: ${answer.status}`);
  return { id, at: performance.now() };
}

async function start(env) {
  server = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    createInterface(server.stdout).on('line', (line) => {
      const { msg, url } = JSON.parse(line);
      if (msg === 'listening') resolve(url);
    });
  });
}

/** Bookings, and keys by turns of the provider and of platform staff. */
async function seed(count) {
  const client = new pg.Client({ connectionString: postgres.url });
  // Told by the query that fails.
  client.on('error', () => undefined);
  await client.connect();
  const keys = [];
  for (let index = 0; index < count; index += 1) {
    const key = `ek_bench${index}_${randomBytes(32).toString('base64url')}`;
    const [role, provider] = index % 2 === 0 ? ['provider', 'school'] : ['platform-staff', null];
    await client.query(
      `insert into api_keys (id, provider_id, role, name, secret_hash) values ($1, $2, $3, 'bench', $4)`,
      [`bench${index}`, provider, role, createHash('sha256').update(key).digest('hex')],
    );
    keys.push(key);
  }
  await client.query(
    `insert into enrollments (provider_id, id, product_id, participant_name, participant_email, email, start_date, end_date,
       status, accepted_at, created_at, updated_at, version)
     select 'school', 'booking-' || n, 'course', 'Jan', n || '@example.nl', n || '@example.nl',
       '2026-01-05', '2099-01-09', 'started', now(), now(), now(), 1
     from generate_series(0, $1) as n`,
    [changes - 1],
  );
  await client.query(`insert into status_changes (provider_id, enrollment_id, position, from_status, to_status, at, rule)
    select 'school', id, 0, 'unknown', 'enrolled', timestamptz '2026-01-01T10:00:00Z', 'enrollment-accepted' from enrollments
    union all
    select 'school', id, 1, 'enrolled', 'started', timestamptz '2026-01-05T23:00:00Z', 'start-date-passed' from enrollments`);
  await client.end();
  return keys;
}

function round(ms) {
  return Math.round(ms * 10) / 10;
}
