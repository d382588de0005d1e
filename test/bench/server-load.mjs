// How many requests a second the server answers and how long one takes, beside a bare Hono + pg handler with the same
// statements on the same database, in the same run: a ratio, never an absolute promise. 10,000 bookings with a certificate
// each are there. Beside the time that passes it counts the time of processors, of the server and of the database together:
// that ratio says the same on a machine that others use too.
//
//   npm ci --prefix test/bench && node test/bench/server-load.mjs [seconds for each, default 8] [connections, default 10]
//
// `ONLY=certificate` measures what has that in its name; `PROFILE=/tmp/profile` keeps a CPU profile of the server there.
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { bookingId, madePdf, openBenchedServer } from './benched-server.mjs';
import { processorTimes } from './processor-times.mjs';

const [seconds = 8, connections = 10] = process.argv.slice(2).map(Number);
const BOOKINGS = 10_000;
/** So many requests until the engine has compiled what is used often. */
const WARM_UP = 3000;
const { ONLY = '', PROFILE } = process.env;

const benched = await openBenchedServer({ bookings: BOOKINGS, profile: PROFILE });
const { kit } = benched;
/** Looks from outside. */
let counter;
try {
  counter = new pg.Client({ connectionString: benched.databaseUrl });
  counter.on('error', () => undefined);
  await counter.connect();
  const bare = await benched.start([join(import.meta.dirname, 'bare-server.mjs')], {
    DATABASE_URL: benched.databaseUrl,
    DATA_DIR: benched.dataDir,
  });

  const results = [];
  for (const [name, request] of Object.entries(requestsOfAll())) {
    if (!name.includes(ONLY)) continue;
    // Without counting, so that both are warm.
    for (const each of [bare, kit]) await load(each, request, { amount: WARM_UP });
    const besides = await measured(bare, request);
    const own = await measured(kit, request);
    expectFair(name, besides, own);
    results.push(row(name, 'bare', besides), row(name, 'enrollkit', own, besides));
  }
  console.table(results);
} finally {
  await counter?.end();
  await benched.close();
}

function requestsOfAll() {
  let count = 0;
  let asked = 0;
  const id = () => bookingId((count = (count + 7919) % BOOKINGS));
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
            file: madePdf().toString('base64'),
            file_name: 'a.pdf',
          },
        ),
    },
  };
}

async function measured(server, request) {
  // A certificate for whoever has completed the course changes no status, and would be less work.
  await counter.query(`update enrollments set status = 'started' where status <> 'started'`);
  await counter.query('vacuum analyze enrollments');
  return load(server, request, { duration: seconds });
}

async function load({ url, pid }, request, much) {
  const before = await processorTimes(benched.dataDir, pid);
  const written = await rowsWritten();
  const result = await autocannon({
    url,
    connections,
    ...much,
    requests: [{ headers: { Authorization: `Bearer ${benched.key}` }, ...request }],
  });
  const failed = result.non2xx + result.errors;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${url} failed`);
  const after = await processorTimes(benched.dataDir, pid);
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
