import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../packages/server/src/database/open-database.js';
import type { Job } from '../../../packages/server/src/jobs/job.js';
import { bySession } from '../../../packages/server/src/jobs/hold-job.js';
import { runWhenDue } from '../../../packages/server/src/jobs/run-when-due.js';
import { startJobs, type RunningJobs } from '../../../packages/server/src/jobs/start-jobs.js';
import { createMetrics, type Metrics } from '../../../packages/server/src/observe/metrics.js';
import type { Database } from '../../../packages/server/src/parts/server-parts.js';
import { freshDatabase, silent as log, type TestDatabase } from '../../support/postgres.js';

let own: TestDatabase;
/** Two servers on one database. */
let servers: readonly { readonly database: Database; readonly metrics: Metrics }[];
let running: RunningJobs[] = [];

beforeAll(async () => {
  own = await freshDatabase();
  servers = await Promise.all(
    [1, 2].map(async () => {
      const database = await openDatabase({ url: own.url, poolSize: 5, log });
      return { database, metrics: createMetrics({ pool: database.pool, countDue: async () => 0 }) };
    }),
  );
});
beforeEach(() => servers[0]!.database.pool.query('delete from jobs'));
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
});
afterAll(async () => {
  for (const { database } of servers) await database.close();
  await own.drop();
});

/** Starts the jobs on both servers. */
function start(...jobs: readonly Job[]): void {
  running = servers.map(({ database, metrics }) =>
    startJobs(jobs, { pool: database.pool, hold: bySession(database.pool), log, metrics: metrics.jobs }),
  );
}

/** A promise and the way to keep it. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

async function lookOnce(server: number, job: Job): Promise<number> {
  const { database, metrics } = servers[server]!;
  const context = { pool: database.pool, hold: bySession(database.pool), log, metrics: metrics.jobs };
  return runWhenDue(job, context, { signal: new AbortController().signal });
}

test('a job that is due runs on one server and never on two at once', async () => {
  let atOnce = 0;
  let most = 0;
  let runs = 0;
  const enough = gate();
  start({
    name: 'count',
    everySeconds: 0.02,
    async run() {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await servers[0]!.database.pool.query('select pg_sleep(0.02)');
      atOnce -= 1;
      runs += 1;
      if (runs === 20) enough.open();
      return {};
    },
  });
  await enough.opened;
  expect(most).toBe(1);
});

test('whoever looks before the time has come is told how long to wait', async () => {
  let runs = 0;
  const job: Job = { name: 'hourly', everySeconds: 3600, run: async () => ({ runs: (runs += 1) }) };
  await lookOnce(0, job);
  const seconds = await lookOnce(1, job);
  expect(runs).toBe(1);
  expect(seconds).toBeGreaterThan(3500);
  expect(seconds).toBeLessThanOrEqual(3600);
});

test('a job that was missed for days runs as soon as somebody looks', async () => {
  let runs = 0;
  const job: Job = { name: 'daily', everySeconds: 86_400, run: async () => ({ runs: (runs += 1) }) };
  await servers[0]!.database.pool.query("insert into jobs values ('daily', now() - interval '9 days')");
  await lookOnce(1, job);
  expect(runs).toBe(1);
});

test('a job that fails is tried again and holds up no other', async () => {
  const others = gate();
  const again = gate();
  let failures = 0;
  let runs = 0;
  start(
    {
      name: 'broken',
      everySeconds: 0.01,
      async run() {
        failures += 1;
        if (failures === 3) again.open();
        throw new Error('This job is broken.');
      },
    },
    {
      name: 'sound',
      everySeconds: 0.01,
      async run() {
        runs += 1;
        if (runs === 5) others.open();
        return {};
      },
    },
  );
  await Promise.all([others.opened, again.opened]);
  const numbers = await Promise.all(servers.map(({ metrics }) => metrics.registry.metrics()));
  expect(numbers.join('\n')).toMatch(/enrollkit_job_duration_seconds_count\{job="broken",outcome="failed"\} [1-9]/);
});

test('when a server loses its connection another goes on with the job', async () => {
  const begun = gate();
  const takenOver = gate();
  const runs: string[] = [];
  const job = (server: string, work: (signal: AbortSignal) => Promise<void>): Job => ({
    name: 'long',
    everySeconds: 3600,
    async run(signal) {
      runs.push(server);
      await work(signal);
      return {};
    },
  });
  const untilAborted = (signal: AbortSignal): Promise<void> =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));

  const untilLost = job('first', (signal) => {
    begun.open();
    return untilAborted(signal);
  });
  const first = expect(lookOnce(0, untilLost)).rejects.toThrow();
  await begun.opened;
  await servers[1]!.database.pool.query(
    // Other test files have databases of their own in the same cluster.
    `select pg_terminate_backend(pid) from pg_locks
     where locktype = 'advisory' and granted
       and database = (select oid from pg_database where datname = current_database())`,
  );
  await first;
  await lookOnce(
    1,
    job('second', async () => takenOver.open()),
  );
  await takenOver.opened;
  expect(runs).toEqual(['first', 'second']);
});

test('stopping waits for what runs, and what it left is due at once', async () => {
  const begun = gate();
  let wasAborted = false;
  start({
    name: 'endless',
    everySeconds: 3600,
    run: (signal) =>
      new Promise((_, reject) => {
        begun.open();
        signal.addEventListener('abort', () => {
          wasAborted = true;
          reject(new Error('stopped'));
        });
      }),
  });
  await begun.opened;
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
  expect(wasAborted).toBe(true);
  const { rows } = await servers[0]!.database.pool.query<{ due: boolean }>('select next_at <= now() as due from jobs');
  expect(rows).toEqual([{ due: true }]);
});

test('who is told to stop while taking a job does not begin it, and leaves it to others', async () => {
  const { pool } = servers[0]!.database;
  const stopping = new AbortController();
  let runs = 0;
  const job: Job = { name: 'late', everySeconds: 3600, run: async () => ({ runs: (runs += 1) }) };
  const hold = async (name: string) => {
    const held = await bySession(pool)(name);
    stopping.abort();
    return held;
  };
  await runWhenDue(job, { pool, hold, log, metrics: servers[0]!.metrics.jobs }, { signal: stopping.signal });
  expect(runs).toBe(0);
  await lookOnce(1, job);
  expect(runs).toBe(1);
});

test('a job that is woken by others looks at once when it starts, whatever its plan says', async () => {
  const ran = gate();
  await servers[0]!.database.pool.query("insert into jobs values ('woken', now() + interval '1 hour')");
  start({
    name: 'woken',
    everySeconds: 3600,
    listen: () => () => undefined,
    run: async () => {
      ran.open();
      return {};
    },
  });
  await ran.opened;
});

test('two jobs of one name, which would share a plan, are refused before any begins', () => {
  const idle: Job = { name: 'idle', everySeconds: 3600, run: async () => ({}) };
  expect(() => start(idle, { ...idle, name: 'other' }, { ...idle, everySeconds: 60 })).toThrow(
    'Two jobs are called idle',
  );
});
