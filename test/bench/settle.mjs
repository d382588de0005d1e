// What the job costs that applies the rules which are due, and how much memory: 1 000 000 enrollments with 100 000 due, on the
// PostgreSQL that comes with the server. Beside it, in the same run, one statement that only updates as many rows, and one that
// writes as many rows of each table as the job does. As time, and as time of processors (Node and PostgreSQL together), which
// says the same on a machine that others use too.
//
//   [TOTAL=200000 DUE=50000] node --conditions=@enrollkit/source test/bench/settle.mjs
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { processorTimes } from './processor-times.mjs';

const TOTAL = Number(process.env.TOTAL ?? 1_000_000);
const DUE = Number(process.env.DUE ?? 100_000);
const NOW = '2026-09-01T10:00:00.000Z';
/** What the database needs for nothing but writing as many rows. */
const UPDATE = `update enrollments set updated_at = updated_at + interval '1 second' where next_rule_at <= $1`;
/** The same rows as the job writes, of others that aren't due: no rules, nobody who listens or stands in the way. */
const SAME_ROWS = `
  with change as (
    select provider_id, id from enrollments
    where id > 'e' || lpad($1::text, 8, '0') and id <= 'e' || lpad($2::text, 8, '0')
  ), history as (
    insert into status_changes (provider_id, enrollment_id, position, from_status, to_status, at, rule)
    select provider_id, id, 1, 'enrolled', 'started', now(), 'start-date-passed' from change
  ), trail as (
    insert into audit_entries (at, provider_id, actor_id, actor_role, use_case, action, kind, record_id, enrollment_id)
    select now(), provider_id, 'start-date-passed', 'rule', 'applyRules', 'enrollment.change-status', 'enrollment', id, id
    from change
  )
  update enrollments set status = 'started', updated_at = now(), next_rule_at = next_rule_at + interval '1 day'
  from change where enrollments.provider_id = change.provider_id and enrollments.id = change.id`;

const root = join(import.meta.dirname, '../..');
const dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-bench-'));
const outfile = join(root, '.cache', `bench-settle-${process.pid}.mjs`);
await build({
  stdin: {
    contents: `
      export { startEmbeddedPostgres } from './packages/server/src/database/embedded/embedded-postgres.ts';
      export { openDatabase } from './packages/server/src/database/open-database.ts';
      export { settleAllDue } from './packages/server/src/bookings/settle-all-due.ts';
    `,
    resolveDir: root,
  },
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  conditions: ['@enrollkit/source'],
  alias: { '@enrollkit/core': join(root, 'packages/core/src/index.ts') },
});
const { startEmbeddedPostgres, openDatabase, settleAllDue } = await import(outfile);

const log = { info() {}, warn: console.warn, error: console.error };
const postgres = await startEmbeddedPostgres({ dataDir, log });
const database = await openDatabase({ url: postgres.url, poolSize: 2, log });
try {
  await measured(`insert ${TOTAL} enrollments`, insertEnrollments);
  await database.pool.query('set statement_timeout = 0');
  // Twice: the first time, pages get their first second version of a row, for whoever comes first.
  await database.pool.query(UPDATE, [NOW]);
  const update = await measured(`update ${DUE} rows`, () => database.pool.query(UPDATE, [NOW]));
  const sameRows = await measured(`write ${DUE} rows of each of the three tables`, () =>
    database.pool.query(SAME_ROWS, [DUE, 2 * DUE]),
  );
  globalThis.gc?.();
  const before = megabytes();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 50);
  let settled;
  const job = await measured('the job', async () => {
    settled = await settleAllDue({ database, clock: () => NOW, timeZone: 'Europe/Amsterdam', log });
  });
  clearInterval(watch);
  const { rows } = await database.pool.query(
    `select status, count(*) from enrollments group by status order by status`,
  );
  console.log({
    ...settled,
    perSecond: Math.round(settled.enrollments / job.seconds),
    timesTheUpdate: { inTime: ratio(job, update, 'seconds'), ofProcessors: ratio(job, update, 'processor') },
    timesTheSameRows: { inTime: ratio(job, sameRows, 'seconds'), ofProcessors: ratio(job, sameRows, 'processor') },
  });
  console.log({ memoryBeforeMB: before, memoryPeakMB: peak, memoryAfterMB: megabytes(), now: rows });
  const again = performance.now();
  await settleAllDue({ database, clock: () => NOW, timeZone: 'Europe/Amsterdam', log });
  console.log({ nothingDueMs: round(performance.now() - again) });
  if (settled.changes !== DUE) throw new Error(`${DUE} were due`);
} finally {
  await database.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
  await rm(outfile);
}

/** Those that are due started yesterday; the others start next year. */
async function insertEnrollments() {
  const client = await database.pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query(
      `insert into enrollments (provider_id, id, product_id, participant_name, participant_email, email, start_date, end_date,
         status, accepted_at, created_at, updated_at, next_rule_at, version)
       select 'provider ' || n % 50, 'e' || lpad(n::text, 8, '0'), 'course ' || n % 1000, 'Person ' || n,
         'person' || n || '@example.nl', 'person' || n || '@example.nl',
         case when n <= $2 then date '2026-08-30' else date '2027-03-01' end, date '2027-04-01',
         'enrolled', timestamptz '2026-08-01', timestamptz '2026-08-01', timestamptz '2026-08-01',
         case when n <= $2 then timestamptz '2026-08-30T22:00:00Z' else timestamptz '2027-03-01T23:00:00Z' end, 1
       from generate_series(1, $1) as n`,
      [TOTAL, DUE],
    );
    await client.query(
      `insert into status_changes (provider_id, enrollment_id, position, from_status, to_status, at, rule)
       select provider_id, id, 0, 'unknown', 'enrolled', accepted_at, 'enrollment-accepted' from enrollments`,
    );
    await client.query('analyze');
  } finally {
    client.release(true);
  }
}

async function measured(what, work) {
  const before = await processorTimes(dataDir);
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  const after = await processorTimes(dataDir);
  const [node, postgresql] = ['server', 'database'].map((name) => (after[name] - before[name]) / 1000);
  console.log(
    `${what}: ${round(seconds)} s, of processors ${round(node)} s in Node + ${round(postgresql)} s in PostgreSQL`,
  );
  return { seconds, processor: node + postgresql };
}

function ratio(one, other, name) {
  return Math.round((one[name] / other[name]) * 100) / 100;
}

function megabytes() {
  return Math.round(process.memoryUsage().rss / 1024 / 1024);
}

function round(value) {
  return Math.round(value * 10) / 10;
}
