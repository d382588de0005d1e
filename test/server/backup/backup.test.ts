import { appendFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backUp } from '../../../packages/server/src/backup/back-up.js';
import { restore } from '../../../packages/server/src/backup/restore.js';
import { startEmbeddedPostgres } from '../../../packages/server/src/database/embedded/embedded-postgres.js';
import { migrateOnce } from '../../../packages/server/src/database/open-database.js';
import { TABLE_NAMES } from '../../../packages/server/src/database/table-places.js';
import { openDiskFileStore } from '../../../packages/server/src/files/disk/disk-file-store.js';
import { openS3FileStore } from '../../../packages/server/src/files/s3/s3-file-store.js';
import { removeUnneededBytes } from '../../../packages/server/src/files/file-table.js';
import type { S3Settings } from '../../../packages/server/src/settings/settings.js';
import {
  clusterFolder,
  emptyDatabase,
  freshDatabase,
  silent,
  withClient,
  type TestDatabase,
} from '../../support/postgres.js';
import { ask, askJson, bundleOf, largePdf, openSchool, sha256Of, type School } from '../faults/support/school.js';
import { listed } from '../files/file-store-contract.js';
import { bundleServer, type ServerProcess, type ServerProgram } from '../faults/support/server-process.js';

let program: ServerProgram;
let source: TestDatabase;
let root: string;
let server: ServerProcess;
let school: School;
let store: S3rver;
let bucket: S3Settings;

const clock = () => '2026-08-24T10:00:00.000Z';
const place = (name: string) => join(root, name);
const sourceFiles = () => openDiskFileStore({ directory: place('source/files') });

beforeAll(async () => {
  [program, source, root] = await Promise.all([bundleServer(), freshDatabase(), clusterFolder()]);
  store = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: place('buckets'),
    configureBuckets: [{ name: 'files', configs: [] }],
  });
  const { port } = await store.run();
  bucket = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    bucket: 'files',
    prefix: '',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    forcePathStyle: true,
    checksums: true,
  };
  server = await program.start(sourceSettings());
  school = await openSchool(source.url, server.url, { bookings: 6 });
  await fillEveryTable();
});

afterAll(async () => {
  await school.close();
  await program.end();
  await store.close();
  await source.drop();
  await rm(root, { recursive: true, force: true });
});

const sourceSettings = () => ({ DATABASE_URL: source.url, ENROLLKIT_DATA_DIR: place('source') });
const door = () => ({ url: server.url, key: school.key });

/** What it prints. What it warns of is no fault: the client of object stores counts the days of a Node version. */
async function command(args: readonly string[], env: Record<string, string>): Promise<string> {
  const { out, err, code } = await program.command(args, env);
  expect(code, err).toBe(0);
  return out;
}

async function upload(bookingIds: readonly string[]): Promise<readonly Buffer[]> {
  const items = bookingIds.map((bookingId) => ({ bookingId, file: largePdf(60_000) }));
  const answer = await ask(door(), '/certificates', { method: 'POST', body: bundleOf(items) });
  expect(answer.status).toBe(201);
  return items.map(({ file }) => file);
}

/** What people do over HTTP, and for the tables that it leaves empty rows with everything that could be misread. */
async function fillEveryTable(): Promise<void> {
  await upload(school.bookingIds.slice(0, 4));
  await askJson(door(), 'POST', '/tokens', { subject: 'x', role: 'provider', name: 'Żoë "\\t\t' });
  const awkward = 'a\tb\nc\\d\\N\r "é" 👩‍🎓';
  await school.database.pool.query(
    `with hash as (select sha256 from files limit 1)
     insert into invoices (provider_id, enrollment_id, sha256, name, media_type, size_bytes, uploaded_at, uploaded_by)
     select 'school', 'booking-5', sha256, $1, 'application/pdf', 1, '0099-01-01T00:00:00.123Z', '' from hash`,
    [awkward],
  );
  for (const statement of [
    `insert into providers (id, retention_months) values ('school', 84)`,
    `insert into jobs (name, next_at) values ('own', 'infinity') on conflict do nothing`,
    `insert into trainers (provider_id, email, state, invited_at, version, profile)
       values ('school', 't@x.nl', 'invited', now(), 1, '{"name":"a\\\\b"}')`,
    `insert into trainer_invitations (provider_id, email, token) values ('school', 't@x.nl', 'secret')`,
    `insert into imports (provider_id, id, kind, state, source, options, started_at, started_by, counts, applied, version)
       values ('school', 'i1', 'products', 'done', '{}', '{}', now(), 'x', '{}', 0, 1)`,
    `insert into import_steps (provider_id, import_id, id, position, name, action, changes)
       values ('school', 'i1', 'course', 1, '', 'create', '[]')`,
    `insert into feeds (provider_id, kind, url, every_minutes, apply_when_planned, max_deleted_share, next_at, version)
       values ('school', 'products', 'https://x.nl', 60, true, 0.1 + 0.2, now() + interval '1 day', 1)`,
    `insert into mails (provider_id, id, kind, audience, enrollment_id, facts, created_at)
       values ('school', 'm1', 'booked', 'participant', 'booking-5', '{"note":"a\\\\b"}', now())`,
    `insert into lti_keys (kid, jwk, created_at) values ('k1', '{"kty":"RSA"}', now())`,
    `insert into lti_platforms (provider_id, id, name, issuer, client_id, deployment_ids, auth_url, token_url, jwks_url, origins,
         match_email, roles, created_at)
       values ('school', 'lms', 'Moodle', 'https://x.nl', 'c', '{"3","a,\\"b"}', '', '', '', '{}', false, '{}', now())`,
    `insert into lti_invitations (token_hash, provider_id, settings, expires_at) values ('t', 'school', '{}', 'infinity')`,
    `insert into lti_logins (state_hash, provider_id, platform_id, nonce, in_platform_storage, expires_at)
       values ('s', 'school', 'lms', 'n', false, 'infinity')`,
    `insert into lti_sessions (secret_hash, provider_id, platform_id, person, launch, expires_at)
       values ('s', 'school', 'lms', '{}', '{}', 'infinity')`,
    `insert into lti_links (provider_id, platform_id, id, deployment_id, resource_link_id, scopes)
       values ('school', 'lms', 'l1', '3', '14', '{}')`,
    `insert into lti_members (provider_id, link_id, user_id, name) values ('school', 'l1', '7', 'Jan')`,
    `insert into record_numbers (provider_id, kind, number, id) values ('school', 'booking', 7, 'booking-5')`,
    `insert into webhook_endpoints (provider_id, id, url, description, types, enabled, secret, created_at, version)
       values ('school', 'w1', 'https://x.nl', '', '{"a.b","c,\\"d"}', false, 'whsec_AAAA', now(), 1)`,
    `insert into webhook_events (provider_id, id, type, record_id, at) values ('school', 'e1', 'a.b', 'x', now())`,
    `insert into webhook_deliveries (provider_id, endpoint_id, event_id, state, next_at, created_at)
       values ('school', 'w1', 'e1', 'waiting', now(), now())`,
    `insert into changes_told (id, at, position, payload) values ('c1', now(), 0, 'a\\b')`,
    `insert into answers (key, request, result, at) values ('k', 'r', '{ "b":1, "a" : null }', now())`,
  ]) {
    await school.database.pool.query(statement);
  }
}

/** Every row of every table, as text. */
function everything(url: string): Promise<Record<string, readonly string[]>> {
  return withClient(url, async (client) => {
    await client.query(`set timezone = 'UTC'`);
    const all: Record<string, readonly string[]> = {};
    for (const table of TABLE_NAMES) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${table} t order by 1`);
      all[table] = rows.map(({ row }) => row);
    }
    return all;
  });
}

async function hashesIn(directory: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const name of await readdir(directory, { recursive: true })) if (/[0-9a-f]{64}$/.test(name)) names.push(name);
  return names.map((name) => name.slice(-64)).sort();
}

it('restores every record and every file into an empty data folder, and from there into a bucket', async () => {
  // Its jobs write down when they come again.
  await server.stop();
  const made = await command(['backup', place('one')], sourceSettings());
  expect(JSON.parse(made)).toMatchObject({ files: { count: 4 } });
  const before = await everything(source.url);
  expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
  server = await program.start(sourceSettings());

  const target = { ENROLLKIT_DATA_DIR: place('target') };
  await command(['restore', place('one')], target);
  const postgres = await startEmbeddedPostgres({ dataDir: place('target'), log: silent });
  expect(await everything(postgres.url)).toEqual(before);
  const hashes = await hashesIn(place('source/files'));
  expect(await hashesIn(place('target/files'))).toEqual(hashes);

  // From the embedded database and its folder into a database of one's own and a bucket, and from there once more.
  const files = await openDiskFileStore({ directory: place('target/files') });
  await backUp({ databaseUrl: postgres.url, files, directory: place('two'), clock });
  const other = await emptyDatabase('debian');
  const objects = await openS3FileStore(bucket);
  await restore({ databaseUrl: other.url, files: objects, directory: place('two'), log: silent });
  expect(await everything(other.url)).toEqual(before);
  expect(await listed(objects)).toEqual(hashes);
  await backUp({ databaseUrl: other.url, files: objects, directory: place('three'), clock });
  expect(await hashesIn(place('three/files'))).toEqual(hashes);
  // Numbers that the database gives go on.
  await withClient(other.url, (client) =>
    client.query(`insert into audit_entries (at, provider_id, actor_id, actor_role, action, kind, record_id)
      values (now(), '', '', '', '', '', '')`),
  );
  await postgres.stop();
  await other.drop();
});

it('writes into an earlier backup only what is new, and takes out what was erased', async () => {
  const files = await sourceFiles();
  const options = { databaseUrl: source.url, files, directory: place('again'), clock };
  const first = await backUp(options);
  const [kept = ''] = await hashesIn(place('again/files'));
  const path = join(place('again/files'), kept.slice(0, 2), kept);
  const { ino } = await stat(path);
  const [gone] = await upload(['booking-4']);
  await backUp(options);
  expect(await hashesIn(place('again/files'))).toContain(sha256Of(gone!));

  const { items } = (await askJson(door(), 'GET', '/certificates?booking_id=booking-4')) as { items: { id: string }[] };
  expect((await ask(door(), `/certificates/${items[0]?.id}`, { method: 'DELETE' })).status).toBe(204);
  const third = await backUp(options);
  expect(third.files).toEqual(first.files);
  expect(await hashesIn(place('again/files'))).not.toContain(sha256Of(gone!));
  expect((await stat(path)).ino, 'the same file').toBe(ino);
  expect((await readdir(place('again'))).sort()).toEqual(['backup.json', 'files', third.records].sort());
});

it('finds every file that its records need, also when one is erased meanwhile', async () => {
  const files = await sourceFiles();
  const [bytes] = await upload(['booking-5']);
  const sha256 = sha256Of(bytes!);
  let erased: boolean | undefined;
  // The moment between writing down the records and copying the first file.
  const watched: typeof files = {
    ...files,
    async open(hash) {
      if (erased === undefined) {
        erased = false;
        await school.database.pool.query('delete from certificates where sha256 = $1', [sha256]);
        await school.database.pool.query('delete from files where sha256 = $1', [sha256]);
        erased = await removeUnneededBytes(school.database.tables, files, sha256);
      }
      return files.open(hash);
    },
  };
  const made = await backUp({ databaseUrl: source.url, files: watched, directory: place('meanwhile'), clock });
  expect(erased).toBe(false);
  expect(made.missing_files).toEqual([]);
  expect(await hashesIn(place('meanwhile/files'))).toContain(sha256);
  expect(await removeUnneededBytes(school.database.tables, files, sha256), 'the cleaner, afterwards').toBe(true);
});

it('refuses a damaged backup, a database with records, and a directory with something else, and changes nothing', async () => {
  const files = await sourceFiles();
  const directory = place('damaged');
  const made = await backUp({ databaseUrl: source.url, files, directory, clock });
  const target = await emptyDatabase();
  const targetFiles = await openDiskFileStore({ directory: place('damaged-target') });
  const into = (databaseUrl: string, from = directory) =>
    restore({ databaseUrl, files: targetFiles, directory: from, log: silent });
  await expect(into(source.url)).rejects.toMatchObject({ code: 'conflict' });
  await expect(into(target.url, place('nowhere'))).rejects.toMatchObject({ code: 'not-found' });

  const [hash = ''] = await hashesIn(join(directory, 'files'));
  const file = join(directory, 'files', hash.slice(0, 2), hash);
  const bytes = await readFile(file);
  await writeFile(file, Buffer.concat([bytes.subarray(0, -1), Buffer.from('!')]));
  await expect(into(target.url)).rejects.toMatchObject({ code: 'invalid' });
  await rm(file);
  await expect(into(target.url)).rejects.toMatchObject({ code: 'invalid' });
  await writeFile(file, bytes);

  const records = join(directory, made.records, 'enrollments.gz');
  const rows = await readFile(records);
  await appendFile(records, 'x');
  await expect(into(target.url)).rejects.toMatchObject({ code: 'invalid' });
  await writeFile(records, rows);
  const nothing = await withClient(target.url, (client) =>
    client.query(`select from pg_tables where schemaname = 'public'`),
  );
  expect(nothing.rowCount).toBe(0);

  // What was only interrupted can be done again.
  await into(target.url);
  expect((await everything(target.url)).enrollments).toEqual((await everything(source.url)).enrollments);
  await writeFile(place('damaged/strange.txt'), '');
  await expect(backUp({ databaseUrl: source.url, files, directory, clock })).rejects.toMatchObject({ code: 'invalid' });
  await target.drop();
});

it('brings the records of an older version up to this one', async () => {
  const [old, target] = [await emptyDatabase(), await emptyDatabase()];
  await migrateOnce(old.url, { log: silent, upTo: '0007-causes' });
  await withClient(old.url, (client) =>
    client.query(
      `insert into enrollments (provider_id, id, product_id, participant_name, participant_email, email, status, version)
       values ('alfa', 'e1', 'p', 'Kim', U&'\\212Aim@Example.nl', 'kim@example.nl', 'cancelled', 1)`,
    ),
  );
  const files = await openDiskFileStore({ directory: place('none') });
  await backUp({ databaseUrl: old.url, files, directory: place('older'), clock });
  await restore({ databaseUrl: target.url, files, directory: place('older'), log: silent });
  const { rows } = await withClient(target.url, (client) =>
    client.query('select email, booking_state from enrollments'),
  );
  expect(rows).toEqual([{ email: '\u212Aim@example.nl', booking_state: 'cancelled' }]);
  await Promise.all([old.drop(), target.drop()]);
});
