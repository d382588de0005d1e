import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApiKey, readSettings, startServer, type RunningServer } from '@enrollkit/server';
import { sql } from 'kysely';
import { byLease, type HeldJob } from '../../../packages/server/src/jobs/hold-job.js';
import type { Job } from '../../../packages/server/src/jobs/job.js';
import { runWhenDue } from '../../../packages/server/src/jobs/run-when-due.js';
import { startJobs } from '../../../packages/server/src/jobs/start-jobs.js';
import { createMetrics } from '../../../packages/server/src/observe/metrics.js';
import { freshDatabase, silent, type TestDatabase } from '../../support/postgres.js';
import { makeBooking, makeCourse, made } from '../support/course.js';
import { json } from '../support/http-world.js';
import { startPgbouncer, type Pooler } from './support/pgbouncer.js';

// A pooler that lends its connections for one transaction: no session keeps a lock, a setting or a subscription.
let database: TestDatabase;
let pooler: Pooler;
let directory: string;
/** Two of them, as they are started with the settings for that. */
let servers: readonly RunningServer[];

beforeAll(async () => {
  database = await freshDatabase();
  pooler = await startPgbouncer(database.url, 'transaction');
  directory = await mkdtemp(join(tmpdir(), 'enrollkit-pooled-'));
  const settings = readSettings({
    PORT: '0',
    DATABASE_URL: pooler.url,
    ENROLLKIT_DATABASE_POOL_SIZE: '6',
    ENROLLKIT_DATA_DIR: directory,
    ENROLLKIT_JOB_LEASE_SECONDS: '5',
    ENROLLKIT_CHANGES_POLL_SECONDS: '1',
  });
  servers = [await startServer(settings, { log: silent }), await startServer(settings, { log: silent })];
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  await pooler.end();
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

const poolOf = (index: number) => servers[index]!.parts.database.pool;

/** What runs jobs on one of the servers, beside its own. */
function context(index: number, leaseSeconds = 600) {
  const pool = poolOf(index);
  const { jobs: metrics } = createMetrics({ pool, countDue: async () => 0 });
  return { pool, hold: byLease(pool, leaseSeconds), log: silent, metrics };
}

it('serves writes and lists, and streams of one server tell what was done on another', async () => {
  const [first, second] = servers as [RunningServer, RunningServer];
  const { parts } = first;
  const { key } = await createApiKey(parts.database, {
    ...parts,
    role: 'provider',
    providerId: 'school',
    name: 'test',
  });
  const headers = { Authorization: `Bearer ${key}` };
  const call =
    ({ url }: RunningServer) =>
    (path: string, init: RequestInit = {}) =>
      fetch(`${url}${path}`, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } });

  await makeCourse(call(first));
  const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => makeBooking(call(first), { id: `many-${n}` })));
  const events = await call(second)('/events', { headers: { Accept: 'text/event-stream' } });
  const heard = heardIn(events, ids);
  // Often, so that what was prepared on one connection would be asked of another.
  await Promise.all(
    ids.map((id) => made(call(first)(`/bookings/${id}`, json('PATCH', { participation_status: 'no-show' })))),
  );
  await heard;
  expect(await made(call(second)('/bookings?size=5'))).toMatchObject({ total: ids.length + 1 });
  const settings = await parts.database.tables
    .transaction()
    .execute((tx) =>
      sql`select current_setting('enable_seqscan') as seqscan, current_setting('statement_timeout') as timeout`.execute(
        tx,
      ),
    );
  expect(settings.rows, 'what a session would keep').toEqual([{ seqscan: 'off', timeout: '30s' }]);
  await expect.poll(async () => (await fetch(`${second.url}/healthz`)).status).toBe(200);
});

/** Resolves when a stream has told of each of these. */
async function heardIn({ body }: Response, ids: readonly string[]): Promise<void> {
  const missing = new Set(ids);
  let text = '';
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (const id of missing) if (text.includes(`"${id}"`)) missing.delete(id);
    if (missing.size === 0) return;
  }
  throw new Error(`The stream ended without ${[...missing].join(', ')}`);
}

it('runs a job on one server and never on two at once', async () => {
  let [atOnce, most, runs] = [0, 0, 0];
  let enough = (): void => undefined;
  const ran = new Promise<void>((resolve) => (enough = resolve));
  const job: Job = {
    name: 'count',
    everySeconds: 0.02,
    async run() {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await poolOf(0).query('select pg_sleep(0.02)');
      atOnce -= 1;
      runs += 1;
      if (runs === 12) enough();
      return {};
    },
  };
  const running = [0, 1].map((index) => startJobs([job], context(index)));
  await ran;
  await Promise.all(running.map((jobs) => jobs.stop()));
  expect(most).toBe(1);
});

it('passes the lease of a server that was killed on to another', async () => {
  let runs = 0;
  const job: Job = { name: 'left', everySeconds: 3600, run: async () => ({ runs: (runs += 1) }) };
  const look = () => runWhenDue(job, context(1), { signal: new AbortController().signal, isForced: true });
  const held = (await context(0).hold(job.name)) as HeldJob;
  await look();
  expect(runs, 'somebody is at it').toBe(0);
  // By the database's clock the lease is over, as it is some time after a kill.
  await expire(job.name);
  await look();
  expect(runs).toBe(1);
  // One that was only slow leaves the plan of the other as it is.
  await held.plan(0);
  await held.release();
  const { rows } = await poolOf(0).query(
    "select holder, next_at > clock_timestamp() as planned from jobs where name = 'left'",
  );
  expect(rows).toEqual([{ holder: null, planned: true }]);
});

it('stops the work of a server whose lease has run out', async () => {
  const job: Job = {
    name: 'slow',
    everySeconds: 3600,
    async run(signal) {
      await expire('slow');
      if (!signal.aborted) await once(signal, 'abort');
      throw new Error('stopped');
    },
  };
  // Renewed after a third of a second, which finds that it is over.
  await runWhenDue(job, context(0, 1), { signal: new AbortController().signal });
  const { rows } = await poolOf(0).query("select next_at <= clock_timestamp() as due from jobs where name = 'slow'");
  expect(rows, 'what is left is due for whoever looks next').toEqual([{ due: true }]);
});

const expire = (name: string) =>
  poolOf(1).query("update jobs set held_until = clock_timestamp() - interval '1 second' where name = $1", [name]);
