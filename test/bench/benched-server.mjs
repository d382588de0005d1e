// The server and a database of its own, with bookings in it, for benchmarks that measure it as it is run.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { bundleForNode } from '../support/bundle-for-node.js';

const ROOT = join(import.meta.dirname, '../..');
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

/** @typedef {{ readonly url: string, readonly pid: number }} Started */

/**
 * Starts both, with `bookings` bookings of one course, each with a certificate.
 *
 * @param {{ bookings: number, profile?: string | undefined }} options `profile`: the folder for a CPU profile of the server
 */
export async function openBenchedServer({ bookings, profile }) {
  const key = `ek_bench_${randomBytes(32).toString('base64url')}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-load-'));
  const bundled = (name) => join(ROOT, '.cache', `${name}-${process.pid}.mjs`);
  const [program, embedded] = [bundled('bench-server'), bundled('bench-postgres')];
  await bundleForNode(join(ROOT, 'test/server/faults/support/server-program.ts'), program);
  await bundleForNode(join(ROOT, 'packages/server/src/database/embedded/embedded-postgres.ts'), embedded);
  const { startEmbeddedPostgres } = await import(embedded);
  const log = { info() {}, warn: console.warn, error: console.error };
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const children = [];

  async function close() {
    for (const child of children) {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    }
    await postgres.stop();
    await Promise.all([dataDir, program, embedded].map((path) => rm(path, { recursive: true, force: true })));
  }

  /** @returns {Promise<Started>} */
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

  try {
    const kit = await start([...(profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : []), program], {
      PORT: '0',
      DATABASE_URL: postgres.url,
      ENROLLKIT_DATA_DIR: dataDir,
      ENROLLKIT_RATE_LIMIT_PER_MINUTE: '1000000',
      ENROLLKIT_PROVIDER_RATE_LIMIT_PER_MINUTE: '1000000',
      ENROLLKIT_DRAIN_SECONDS: '0',
      ENROLLKIT_LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    });
    await seed(postgres.url, { key, bookings });
    return { kit, key, dataDir, databaseUrl: postgres.url, start, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A PDF that nobody has sent before. */
export function madePdf() {
  const end = Buffer.from('\ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n');
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(100_000), end]);
}

/** The id of a booking that was seeded. */
export const bookingId = (number) => `booking-${String(number).padStart(5, '0')}`;

async function seed(url, { key, bookings }) {
  const client = new pg.Client({ connectionString: url });
  // Told by the query that fails.
  client.on('error', () => undefined);
  await client.connect();
  const hash = createHash('sha256').update(key).digest('hex');
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
    [bookings - 1],
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
