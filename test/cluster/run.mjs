// A real cluster under load, in which one part after the other fails. Fails when something that was acknowledged is lost or
// there twice, when a job did something twice or not at all, or when a stream doesn't come back. Prints for each failure how
// many seconds nobody was served, and how long requests took.
//
//   npm run test:cluster        (as root: it mounts a small disk and runs PostgreSQL as another user)
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { bundleForNode } from '../support/bundle-for-node.js';
import { startCluster, until } from './cluster.mjs';
import { longestGap, percentile, startLoad } from './load.mjs';

const PEOPLE = 6;
/** Bookings whose course begins while all of this goes on: a job starts each of them. */
const DUE = 2000;
const DUE_SECONDS = 150;
const DISK_MB = 700;
const KEY = `ek_cluster_${randomBytes(32).toString('base64url')}`;
const ROOT = join(import.meta.dirname, '../..');

execFileSync(join(import.meta.dirname, 'install.sh'), { stdio: 'inherit' });
const root = await mkdtemp(join(tmpdir(), 'enrollkit-cluster-'));
const program = join(ROOT, '.cache', `cluster-${process.pid}.mjs`);
const mounted = [];
let cluster;
let failed = false;
try {
  await bundleForNode(join(ROOT, 'test/server/faults/support/server-program.ts'), program);
  cluster = await startCluster({
    root,
    program,
    async mountNode(name, folder) {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder]);
      mounted.push(folder);
    },
  });
  await seed();
  const load = startLoad({ url: cluster.url, key: KEY, people: PEOPLE, streams: [0, 1, 2] });
  await pause(5000);
  const table = [];
  for (const [what, fault] of Object.entries(faults())) table.push(await suffer(what, fault, load));
  await pause(3000);
  const lastFaultAt = performance.now();
  await until('every stream to come back', () => load.heard.every(({ lastAt }) => lastAt > lastFaultAt), 60);
  await load.stop();
  await until(
    'every job to be done',
    async () => (await rows('select from enrollments where next_rule_at <= now()')).length === 0,
  );
  console.table(table);
  console.log(
    `${load.tries.acknowledged} acknowledged, ${load.tries.refused} tries that were not; streams opened ${load.heard.map(({ opened }) => opened).join(', ')} times`,
  );
  const wrong = [...load.faults, ...(await findLost(load.told)), ...(await findJobFaults())];
  console.log(wrong.length === 0 ? 'Nothing was lost, and nothing is there twice.' : wrong.slice(0, 20).join('\n'));
  failed = wrong.length > 0;
} finally {
  await cluster?.stop();
  await pause(500);
  for (const folder of mounted) execFileSync('umount', ['--lazy', folder]);
  if (!failed) await rm(root, { recursive: true, force: true });
  await rm(program, { force: true });
}
if (failed) {
  console.log(`The logs are in ${root}`);
  process.exit(1);
}

/** What goes wrong, and how it is put right afterwards. */
function faults() {
  return {
    nothing: async () => pause(10_000),
    'a server is killed': async () => {
      await cluster.signal('server-1', 'SIGKILL');
      await pause(8000);
      await cluster.startServer(1);
      await until('server 1', () => cluster.isOk(1));
    },
    'a server stands still': async () => {
      await cluster.signal('server-2', 'SIGSTOP');
      await pause(15_000);
      await cluster.signal('server-2', 'SIGCONT');
      await until('server 2', () => cluster.isOk(2));
    },
    'the primary is killed, with its machine': async () => {
      const before = await cluster.primary();
      await cluster.signal(`node-${before}`, 'SIGKILL');
      await until('another primary', async () => (await cluster.primary()) !== before);
      await cluster.startNode(before);
      await until('its copy', () => cluster.isSynchronous(before));
    },
    'the primary stands still': async () => {
      const before = await cluster.primary();
      await cluster.signal(`node-${before}`, 'SIGSTOP');
      await until('another primary', async () => (await cluster.primary()) !== before);
      await cluster.signal(`node-${before}`, 'SIGCONT');
      await until('its copy', () => cluster.isSynchronous(before));
    },
    'the disk of the primary is full': async () => {
      const before = await cluster.primary();
      const file = join(root, `node-${before}`, 'full');
      execFileSync('sh', ['-c', `cat /dev/zero > ${file} 2>/dev/null || true`]);
      await pause(20_000);
      await rm(file);
      await until('a primary and its copy', async () => cluster.isSynchronous(cluster.other(await cluster.primary())));
    },
  };
}

/** Lets it happen, and waits until people are served again. */
async function suffer(what, fault, load) {
  const [from, count] = [performance.now(), load.latencies.length];
  await fault();
  const mended = load.acknowledgedAt.length;
  await until('people to be served', () => load.acknowledgedAt.length > mended + PEOPLE * 3);
  const times = load.latencies.slice(count);
  return {
    'what goes wrong': what,
    'seconds of outage': Number(longestGap(load.acknowledgedAt, from, performance.now()).toFixed(1)),
    acknowledged: times.length,
    'p50 ms': Math.round(percentile(times, 0.5)),
    'p99 ms': Math.round(percentile(times, 0.99)),
  };
}

async function rows(text, values) {
  // It may have to find the primary first.
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: cluster.databaseUrl, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(text, values)).rows;
    } catch (error) {
      if (attempt === 10) throw error;
      await pause(1000);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function seed() {
  const hash = createHash('sha256').update(KEY).digest('hex');
  await rows(
    `insert into api_keys (id, provider_id, role, name, secret_hash) values ('cluster', 'school', 'provider', 'cluster', $1)`,
    [hash],
  );
  const put = async (method, path, body) => {
    const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' };
    const answer = await fetch(cluster.url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  await put('POST', '/certifications', { id: 'foundation', name: 'Foundation', requires_valid_until: false });
  const product = { name: 'Course', description: '', language: 'nl', product_type: 'open', course_type: 'training' };
  await put('PUT', '/products/course', product);
  await put('PUT', '/products/course/certifications', { certification_ids: ['foundation'] });
  await rows(
    `with due as (
       insert into enrollments (provider_id, id, product_id, participant_name, participant_email, email, start_date, status,
         accepted_at, created_at, updated_at, next_rule_at, version)
       select 'school', 'due-' || n, 'course', 'Jan', n || '@example.nl', n || '@example.nl', current_date - 2, 'enrolled',
         now(), now(), now(), now() + make_interval(secs => n * $1::float8 / $2::float8), 2
       from generate_series(1, $2::integer) as n returning id
     )
     insert into status_changes (provider_id, enrollment_id, position, from_status, to_status, at, rule)
     select 'school', id, 0, 'unknown', 'enrolled', now() - interval '9 days', 'enrollment-accepted' from due`,
    [DUE_SECONDS, DUE],
  );
}

/** What somebody was told and isn't so. */
async function findLost({ bookings, certificates }) {
  const wrong = [];
  const found = await rows(
    `select id, (select json_agg(to_status order by position) from status_changes
       where provider_id = 'school' and enrollment_id = enrollments.id and actor_id is not null) as changes
     from enrollments where provider_id = 'school' and id like 'p%'`,
  );
  const changesOf = new Map(found.map(({ id, changes }) => [id, changes ?? []]));
  for (const [id, statuses] of bookings) {
    const changes = changesOf.get(id);
    if (!changes) wrong.push(`The booking ${id} is lost`);
    else if (changes.join() !== statuses.join())
      wrong.push(`${id} has ${changes.join()} and should have ${statuses.join()}`);
  }
  const stored = await rows(`select id, sha256 from certificates where provider_id = 'school'`);
  const hashes = new Map(stored.map(({ id, sha256 }) => [id, sha256]));
  if (hashes.size !== certificates.size)
    wrong.push(`${hashes.size} certificates, and ${certificates.size} were acknowledged`);
  for (const [id, sha256] of certificates) {
    const answer = await fetch(`${cluster.url}/certificates/${id}/file`, {
      headers: { Authorization: `Bearer ${KEY}` },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (hashes.get(id) !== sha256 || createHash('sha256').update(bytes).digest('hex') !== sha256)
      wrong.push(`The certificate ${id} is lost (${answer.status})`);
  }
  return wrong;
}

/** What a job did not, or more than once. */
async function findJobFaults() {
  const found = await rows(
    `select id, (select count(*)::int from status_changes s where s.provider_id = 'school' and s.enrollment_id = e.id and s.position > 0) as changes,
       (select count(*)::int from audit_entries a where a.provider_id = 'school' and a.enrollment_id = e.id and a.actor_role = 'rule') as entries
     from enrollments e where provider_id = 'school' and id like 'due-%'`,
  );
  const strange = found.filter(({ changes, entries }) => changes !== 1 || entries !== 1);
  return [
    ...(found.length === DUE ? [] : [`${found.length} of ${DUE} bookings that were due are there`]),
    ...strange.map(
      ({ id, changes, entries }) => `${id} was started ${changes} times, and that was written down ${entries} times`,
    ),
  ];
}
