import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../../packages/server/src/database/open-database.js';
import { fromTimestamp, toTimestamp } from '../../../packages/server/src/database/instants.js';
import { MIGRATIONS } from '../../../packages/server/src/database/migrate.js';
import { emptyDatabase, silent, type TestDatabase, withClient } from '../../support/postgres.js';

let empty: TestDatabase;
beforeEach(async () => {
  empty = await emptyDatabase();
});
afterEach(() => empty.drop());

const open = (url = empty.url) => openDatabase({ url, poolSize: 2, log: silent });

it('makes its tables once when five servers start at the same time', async () => {
  const servers = await Promise.all([open(), open(), open(), open(), open()]);
  const [{ pool }] = servers;
  const { rows } = await pool.query<{ name: string }>('select name from enrollkit_migrations order by name');
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(MIGRATIONS));
  for (const server of servers) expect(await server.tables.selectFrom('enrollments').selectAll().execute()).toEqual([]);
  await Promise.all(servers.map((server) => server.close()));
});

it('leaves a database alone that a newer version has been at, and says so', async () => {
  await (await open()).close();
  await withClient(empty.url, (client) =>
    client.query(`insert into enrollkit_migrations values ('9999-from-the-future', now()::text)`),
  );
  await expect(open()).rejects.toMatchObject({
    code: 'storage-unavailable',
    message: expect.stringMatching(/9999-from-the-future.*newer version/) as unknown,
  });
});

it('says which database it can not reach, without the password', async () => {
  const error = await open('postgres://someone:s3cret@127.0.0.1:1/records').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'storage-unavailable' });
  expect(String(error)).toContain('127.0.0.1:1/records');
  expect(JSON.stringify([String(error), (error as Error).stack])).not.toContain('s3cret');
});

it.each([
  ['a wrong password', (url: URL) => (url.password = 'wrong'), /the user or the password.*%23/],
  ['a database that is not there', (url: URL) => (url.pathname = '/nowhere'), /no database "nowhere".*createdb/],
  ['a port where nobody listens', (url: URL) => (url.port = '1'), /nothing listens there/],
  ['a name of no machine', (url: URL) => (url.hostname = 'nowhere.invalid'), /no machine has that name/],
])('says what is wrong with %s', async (_, change, sentence) => {
  const url = new URL(empty.url);
  change(url);
  await expect(open(url.href)).rejects.toMatchObject({
    code: 'storage-unavailable',
    message: expect.stringMatching(sentence) as unknown,
  });
});

it('has no statement compiled that PostgreSQL takes for dear, because no index fits it', async () => {
  const debian = await emptyDatabase('debian');
  const database = await open(debian.url);
  const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(
    'explain (analyze) select from enrollments where participant_name is null',
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('Seq Scan');
  expect(plan).not.toContain('JIT');
  await database.close();
  await debian.drop();
});

it('gives moments, days and counts back as the kit writes them', async () => {
  const database = await open();
  const { rows } = await sql<Record<string, unknown>>`
    select '2026-08-24T22:00:00.005Z'::timestamptz as moment, '2026-08-24'::date as day, 9007199254740991 as count
  `.execute(database.tables);
  expect(rows).toEqual([{ moment: '2026-08-24T22:00:00.005Z', day: '2026-08-24', count: 9007199254740991 }]);
  await database.close();
});

it('keeps every moment exactly, however far away', async () => {
  const moments = ['0001-01-01T00:00:00.000Z', '2026-08-24T22:00:00.999Z', '+010000-01-01T05:00:00.000Z'];
  await withClient(empty.url, async (client) => {
    await client.query("set TimeZone = 'Asia/Kolkata'");
    for (const moment of moments) {
      const text =
        'select ($1::timestamp (3) with time zone)::text as text, to_json($1::timestamptz (3))::text as json';
      const { rows } = await client.query<{ text: string; json: string }>(text, [toTimestamp(moment)]);
      const [found = { text: '', json: '""' }] = rows;
      expect(fromTimestamp(found.text)).toBe(moment);
      expect(fromTimestamp(JSON.parse(found.json) as string)).toBe(moment);
    }
  });
});
