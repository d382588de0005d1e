import { afterAll, beforeAll, expect, it } from 'vitest';
import { TABLE_NAMES, TABLE_PLACES } from '../../../packages/server/src/database/table-places.js';
import { freshDatabase, withClient, type TestDatabase } from '../../support/postgres.js';

// What a PostgreSQL that is spread over machines (Citus and others) asks of tables. Their rows lie beside those of their
// provider, and it can keep no promise about rows that lie apart.

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function query<Row extends object>(text: string): Promise<readonly Row[]> {
  return withClient(database.url, async (client) => (await client.query<Row>(text)).rows);
}

const OWN = `relnamespace = 'public'::regnamespace and not relispartition and relname not like '%migration%'`;
const byProvider = TABLE_NAMES.filter((name) => TABLE_PLACES[name] === 'provider');

it('every table has its place in the list, after those that it refers to', async () => {
  const tables = await query<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and ${OWN}`,
  );
  expect(tables.map(({ name }) => name).sort()).toEqual([...TABLE_NAMES].sort());
  const references = await query<{ from: string; to: string }>(
    `select distinct conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
     join pg_class on pg_class.oid = conrelid where contype = 'f' and ${OWN}`,
  );
  const places: readonly string[] = TABLE_NAMES;
  expect(references.length).toBeGreaterThan(5);
  expect(references.filter(({ from, to }) => places.indexOf(to) >= places.indexOf(from))).toEqual([]);
});

it('every key of a table that lies by provider contains the provider, and so does what refers to another such table', async () => {
  const keys = await query<{ table: string; key: string; columns: string[] }>(
    `select indrelid::regclass::text as table, indexrelid::regclass::text as key,
       array(select attname::text from pg_attribute where attrelid = indrelid and attnum = any(indkey)) as columns
     from pg_index join pg_class on pg_class.oid = indrelid where indisunique and ${OWN}`,
  );
  const own = keys.filter(({ table }) => (byProvider as readonly string[]).includes(table));
  expect(new Set(own.map(({ table }) => table))).toEqual(new Set(byProvider));
  expect(own.filter(({ columns }) => !columns.includes('provider_id'))).toEqual([]);

  const references = await query<{ name: string; from: string; to: string; columns: string[] }>(
    `select conname as name, conrelid::regclass::text as from, confrelid::regclass::text as to,
       array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as columns
     from pg_constraint join pg_class on pg_class.oid = conrelid where contype = 'f' and ${OWN}`,
  );
  const places = TABLE_PLACES as Readonly<Record<string, string>>;
  const together = references.filter(({ to }) => places[to] === 'provider');
  expect(together.length).toBeGreaterThan(4);
  expect(together.filter(({ columns }) => !columns.includes('provider_id'))).toEqual([]);
  // What is the same everywhere can't refer to what lies apart.
  expect(together.filter(({ from }) => places[from] === 'everywhere')).toEqual([]);
});

it('what only grows lies in parts by provider', async () => {
  const parts = await query<{ table: string; key: string; parts: number }>(
    `select partrelid::regclass::text as table, pg_get_partkeydef(partrelid) as key,
       (select count(*)::int from pg_inherits where inhparent = partrelid) as parts
     from pg_partitioned_table order by 1`,
  );
  expect(parts).toEqual([
    { table: 'audit_entries', key: 'HASH (provider_id)', parts: 8 },
    { table: 'status_changes', key: 'HASH (provider_id)', parts: 8 },
  ]);
});
