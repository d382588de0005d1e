import { Kysely, PostgresDialect } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../../../packages/server/src/database/migrate.js';
import { applying, newStep } from '../../contract/import-records.js';
import { newEnrollment, newProduct } from '../../contract/records.js';
import {
  emptyDatabase,
  openPool,
  POSTGRES_KINDS,
  type PostgresKind,
  type TestDatabase,
  withClient,
} from '../../support/postgres.js';
import { openTestStores } from '../store/test-stores.js';

/** A database as a server left it that knew of no imports: with a product, and somebody who is enrolled in it. */
async function databaseBeforeImports(kind: PostgresKind): Promise<TestDatabase> {
  const old = await emptyDatabase(kind);
  const pool = openPool(old.url);
  const database = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  await migrate(database, { upTo: '0003-privacy' });
  await database.destroy();
  const { id, ...published } = newProduct('itil');
  await withClient(old.url, async (client) => {
    await client.query(
      `insert into products (provider_id, id, state, certification_ids, version, published)
       values ('alfa', $1, 'active', '{foundation}', 3, $2)`,
      [id, JSON.stringify(published)],
    );
    await client.query(
      `insert into enrollments (provider_id, id, product_id, participant_name, participant_email, email, status, version)
       values ('alfa', 'e1', $1, 'Jan Jansen', 'Jan@example.nl', 'jan@example.nl', 'enrolled', 1)`,
      [id],
    );
  });
  return old;
}

it.each(POSTGRES_KINDS)('takes over what there was before there were imports, in PostgreSQL (%s)', async (kind) => {
  const test = await openTestStores({ fresh: await databaseBeforeImports(kind) });
  const backend = test.backend({ id: 'a1', role: 'provider', providerId: 'alfa' });
  const kept = {
    ...newProduct('itil'),
    providerId: 'alfa',
    state: 'active',
    certificationIds: ['foundation'],
    startStates: [],
    version: 3,
  };
  const allowed = ['enrollment.create'];
  expect(await backend.getProduct('itil')).toEqual({ ...kept, allowed });
  expect((await backend.listProducts({ state: 'active', afterId: 'a' })).items).toEqual([kept]);
  expect((await backend.getEnrollment('e1')).productId).toBe('itil');
  expect(await backend.listImports()).toEqual({ items: [], total: 0 });
  const sameName = { ...newProduct('another'), name: kept.name.toUpperCase() };
  await expect(backend.putProduct(sameName)).rejects.toMatchObject({ issues: [{ code: 'name-taken' }] });

  const { id } = await applying(backend, newStep(1, 'itil', 'update'), newStep(2, 'prince2'));
  await backend.applyImportStep(id, 'itil', { ...newProduct('itil'), level: 'HBO' });
  await backend.applyImportStep(id, 'prince2', newProduct('prince2'));
  expect(await backend.finishImport(id)).toMatchObject({ state: 'done', counts: { applied: 2 } });
  expect(await backend.getProduct('itil')).toEqual({
    ...kept,
    allowed,
    level: 'HBO',
    version: 4,
    publishedAt: expect.stringMatching(/Z$/) as string,
  });
  expect((await backend.createEnrollment(newEnrollment())).productId).toBe('prince2');
  await test.close();
});

it('looks for addresses by A to Z in small letters, also for those stored before', async () => {
  const old = await emptyDatabase();
  const pool = openPool(old.url);
  const database = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  await migrate(database, { upTo: '0007-causes' });
  await pool.query(
    `insert into enrollments (provider_id, id, product_id, participant_name, participant_email, email, status, version)
     values ('alfa', 'e1', 'p', 'Kim', U&'\\212Aim@Example.nl', 'kim@example.nl', 'enrolled', 1),
       ('alfa', 'e2', 'p', 'Kim', 'Kim@Example.nl', 'kim@example.nl', 'enrolled', 1)`,
  );
  await migrate(database);
  const { rows } = await pool.query('select id, email from enrollments order by id');
  expect(rows).toEqual([
    { id: 'e1', email: '\u212Aim@example.nl' },
    { id: 'e2', email: 'kim@example.nl' },
  ]);
  await database.destroy();
  await old.drop();
});

it('keeps history and trail when they come to lie in parts, and numbers go on', async () => {
  const old = await emptyDatabase();
  const pool = openPool(old.url);
  const database = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  await migrate(database, { upTo: '0016-certificate-lists' });
  const enroll = (provider: string) =>
    pool.query(
      `with enrolled as (
         insert into enrollments (provider_id, id, product_id, participant_name, participant_email, email, status, version)
         values ($1, 'e1', 'p', 'Kim', 'kim@example.nl', 'kim@example.nl', 'enrolled', 1) returning provider_id, id
       ), changed as (
         insert into status_changes (provider_id, enrollment_id, position, from_status, to_status, at, actor_id, note)
         select provider_id, id, 0, 'unknown', 'enrolled', '2026-08-24T22:00:00.5Z', 'a1', 'Because' from enrolled
       )
       insert into audit_entries (at, provider_id, actor_id, actor_role, action, kind, record_id, use_case)
       select '2026-08-24T22:00:00.5Z', provider_id, 'a1', 'provider', 'enrollment.create', 'enrollment', id, 'createEnrollment'
       from enrolled`,
      [provider],
    );
  for (const provider of ['', 'alfa', 'beta']) await enroll(provider);
  const everything = async () => {
    const changes = await pool.query('select * from status_changes order by provider_id');
    const entries = await pool.query<{ id: string }>('select * from audit_entries order by id');
    return { changes: changes.rows, entries: entries.rows };
  };
  const before = await everything();
  await migrate(database);
  expect(await everything()).toEqual(before);
  await enroll('gamma');
  const { entries } = await everything();
  expect(entries.map(({ id }) => Number(id))).toEqual([1, 2, 3, 4]);
  await database.destroy();
  await old.drop();
});
