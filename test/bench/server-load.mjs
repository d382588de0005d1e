// How many requests a second the server answers and how long one takes, beside a bare Hono + pg handler with the same
// statements on the same database, in the same run: a ratio, never an absolute promise. 10,000 bookings with a certificate
// each are there. Beside the time that passes it counts the time of processors, of the server and of the database together:
// that ratio says the same on a machine that others use too.
//
//   npm ci --prefix test/bench && node test/bench/server-load.mjs [seconds for each, default 8] [connections, default 10]
//
// `ONLY=certificate` measures what has that in its name; `PROFILE=/tmp/profile` keeps a CPU profile of the server there.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import pg from 'pg';
import { bundleForNode } from '../support/bundle-for-node.js';

const [seconds = 8, connections = 10] = process.argv.slice(2).map(Number);
const BOOKINGS = 10_000;
/** So many requests until the engine has compiled what is used often. */
const WARM_UP = 600;
const ROOT = join(import.meta.dirname, '../..');
const { ONLY = '', PROFILE } = process.env;
const PRODUCT = {
  name: 'Course',
  description: '',
  imageUrls: [],
  language: 'nl',
  productType: 'open',
  courseType: 'training',
  additionalCosts: [],
  discounts: [],
  trainerEmails: [],
  allowedSites: [],
  regions: [],
  costPlacements: [],
  pePoints: [],
  moments: [],
  startingDates: [],
  ltiParams: [],
};
const KEY = `ek_bench_${randomBytes(32).toString('base64url')}`;

const dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-load-'));
const program = join(ROOT, '.cache', `server-load-${process.pid}.mjs`);
const embedded = join(ROOT, '.cache', `server-load-postgres-${process.pid}.mjs`);
await bundleForNode(join(ROOT, 'test/server/faults/support/server-program.ts'), program);
await bundleForNode(join(ROOT, 'packages/server/src/database/embedded/embedded-postgres.ts'), embedded);
const { startEmbeddedPostgres } = await import(embedded);
const log = { info() {}, warn: console.warn, error: console.error };
const postgres = await startEmbeddedPostgres({ dataDir, log });
const children = [];
/** Looks from outside. */
let counter;
try {
  const profiled = PROFILE ? ['--cpu-prof', '--cpu-prof-dir', PROFILE] : [];
  const kit = await start([...profiled, program], {
    PORT: '0',
    DATABASE_URL: postgres.url,
    ENROLLKIT_DATA_DIR: dataDir,
    ENROLLKIT_RATE_LIMIT_PER_MINUTE: '1000000',
    ENROLLKIT_PROVIDER_RATE_LIMIT_PER_MINUTE: '1000000',
    ENROLLKIT_DRAIN_SECONDS: '0',
    ENROLLKIT_LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
  });
  await seed(postgres.url);
  counter = new pg.Client({ connectionString: postgres.url });
  counter.on('error', () => undefined);
  await counter.connect();
  const bare = await start([join(import.meta.dirname, 'bare-server.mjs')], {
    DATABASE_URL: postgres.url,
    DATA_DIR: dataDir,
  });

  const results = [];
  for (const [name, request] of Object.entries(requestsOfAll())) {
    if (!name.includes(ONLY)) continue;
    // Without counting, so that both are warm.
    await load(bare, request, { amount: WARM_UP });
    await load(kit, request, { amount: WARM_UP });
    const besides = await load(bare, request, { duration: seconds });
    const own = await load(kit, request, { duration: seconds });
    expectFair(name, besides, own);
    results.push(row(name, 'bare', besides), row(name, 'enrollkit', own, besides));
  }
  console.table(results);
} finally {
  await counter?.end();
  for (const child of children) {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }
  await postgres.stop();
  await Promise.all([dataDir, program, embedded].map((path) => rm(path, { recursive: true, force: true })));
}

function requestsOfAll() {
  let count = 0;
  let asked = 0;
  const id = () => `booking-${String((count = (count + 7919) % BOOKINGS)).padStart(5, '0')}`;
  const json = (request, body) => ({
    ...request,
    headers: { ...request.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  // Another one each time that a booking is asked for: what doesn't change is not written.
  const status = () => ['no-show', 'completed'][Math.floor((asked += 1) / BOOKINGS) % 2];
  return {
    'list of 50 bookings': { path: '/bookings' },
    'change of a status': {
      setupRequest: (request) =>
        json({ ...request, method: 'PATCH', path: `/bookings/${id()}` }, { participation_status: status() }),
    },
    'certificate of 100 kB': {
      setupRequest: (request) =>
        json(
          { ...request, method: 'POST', path: '/certificates' },
          {
            booking_id: id(),
            certification_id: 'foundation',
            valid_from: '2026-09-12',
            file: pdf(),
            file_name: 'a.pdf',
          },
        ),
    },
  };
}

function pdf() {
  const end = Buffer.from('\ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n');
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(100_000), end]).toString('base64');
}

async function load({ url, pid }, request, much) {
  const before = await processorMs(pid);
  const written = await rowsWritten();
  const result = await autocannon({
    url,
    connections,
    ...much,
    requests: [{ headers: { Authorization: `Bearer ${KEY}` }, ...request }],
  });
  const failed = result.non2xx + result.errors;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${url} failed`);
  const after = await processorMs(pid);
  const writtenAfter = await rowsWritten();
  const each = (now, then, name) => (now[name] - then[name]) / result.requests.total;
  return {
    ...result,
    server: each(after, before, 'server'),
    database: each(after, before, 'database'),
    kilobytes: result.throughput.total / result.requests.total / 1000,
    // What was cut off at the end is written too, and not counted as answered.
    written: Object.fromEntries(
      Object.keys(written).map((name) => [name, Math.round(each(writtenAfter, written, name) * 10) / 10]),
    ),
  };
}

/** How many rows there are of what requests write: both handlers must write as many for each request. */
async function rowsWritten() {
  const { rows } = await counter.query(`select (select count(*) from status_changes)::int as changes,
    (select count(*) from audit_entries)::int as audited, (select count(*) from certificates)::int as certificates,
    (select count(*) from files)::int as files, (select sum(version) from enrollments)::int as versions`);
  return rows[0];
}

function expectFair(name, besides, own) {
  const [bareRows, ownRows] = [besides, own].map(({ written }) => JSON.stringify(written));
  const isClose = Object.keys(own.written).every(
    (table) => Math.abs(own.written[table] - besides.written[table]) <= 0.2,
  );
  console.log(`${name}: rows for each request ${ownRows}, bare ${bareRows}`);
  if (!isClose) throw new Error('The bare handler writes something else');
}

/** How long a server and the database have worked so far, with their children that ended. */
async function processorMs(pid) {
  const stats = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(statOf));
  const main = await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8');
  const postmaster = Number(main.split('\n')[0]);
  const sum = (isMeant) => stats.filter((stat) => stat && isMeant(stat)).reduce((ms, stat) => ms + stat.ms, 0);
  return {
    server: sum((stat) => stat.pid === pid),
    database: sum((stat) => stat.pid === postmaster || stat.parent === postmaster),
  };
}

async function statOf(name) {
  // It may have ended meanwhile.
  const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined);
  if (!stat) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((all, each) => all + Number(each), 0);
  return { pid: Number(name), parent: Number(fields[1]), ms: ticks * 10 };
}

function row(request, who, { latency, requests, server, database, kilobytes }, besides) {
  const processor = server + database;
  return {
    request,
    who,
    'p50 ms': latency.p50,
    'p99 ms': latency.p99,
    'requests/s': Math.round(requests.average),
    ratio: besides ? Number((requests.average / besides.requests.average).toFixed(2)) : 1,
    'kB answered': Math.round(kilobytes * 10) / 10,
    'server ms': Number(server.toFixed(2)),
    'database ms': Number(database.toFixed(2)),
    'processor ratio': besides ? Number(((besides.server + besides.database) / processor).toFixed(2)) : 1,
  };
}

async function start(args, env) {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args} ended with ${code}`)));
    createInterface(child.stdout).on('line', (line) => {
      const { msg, url } = JSON.parse(line);
      if (msg === 'listening') resolve({ url, pid: child.pid });
    });
  });
}

async function seed(url) {
  const client = new pg.Client({ connectionString: url });
  // Told by the query that fails.
  client.on('error', () => undefined);
  await client.connect();
  const hash = createHash('sha256').update(KEY).digest('hex');
  await client.query(
    `insert into api_keys (id, provider_id, role, name, secret_hash) values ('bench', 'school', 'provider', 'bench', $1)`,
    [hash],
  );
  await client.query(`insert into certifications (provider_id, id, name, requires_valid_until, verified, version)
    values ('school', 'foundation', 'Foundation', false, true, 1)`);
  await client.query(
    `insert into products (provider_id, id, state, certification_ids, version, published)
    values ('school', 'course', 'active', array['foundation'], 1, $1)`,
    [JSON.stringify(PRODUCT)],
  );
  await client.query(
    `insert into enrollments (provider_id, id, product_id, participant_name, participant_email, email, start_date, end_date,
       status, accepted_at, created_at, updated_at, next_rule_at, version)
     select 'school', 'booking-' || lpad(n::text, 5, '0'), 'course', 'Jan', n || '@example.nl', n || '@example.nl',
       '2026-01-05', '2099-01-09', 'started', now(), now(), now(), timestamptz '2099-01-09T23:00:00Z', 2
     from generate_series(0, $1) as n`,
    [BOOKINGS - 1],
  );
  await client.query(`insert into status_changes (provider_id, enrollment_id, position, from_status, to_status, at, rule)
    select 'school', id, 0, 'unknown', 'enrolled', timestamptz '2026-01-01T10:00:00Z', 'enrollment-accepted' from enrollments
    union all
    select 'school', id, 1, 'enrolled', 'started', timestamptz '2026-01-05T23:00:00Z', 'start-date-passed' from enrollments`);
  // Neither is the first certificate of all: in an empty table everybody stands in everybody's way.
  await client.query(`insert into files (sha256, size_bytes)
    select encode(sha256(id::bytea), 'hex'), 100000 from enrollments`);
  await client.query(`insert into certificates (provider_id, id, enrollment_id, certification_id, owner_email, email,
      file_name, media_type, size_bytes, sha256, valid_from, uploaded_by, created_at, version)
    select 'school', gen_random_uuid(), id, 'foundation', email, email, 'a.pdf', 'application/pdf', 100000,
      encode(sha256(id::bytea), 'hex'), '2026-01-05', 'bench', now(), 1 from enrollments`);
  await client.query('analyze');
  await client.end();
}
