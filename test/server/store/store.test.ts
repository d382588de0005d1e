import { hasErrorCode, type Actor, type Change, type Intent, type Paging, type UseCase } from '@enrollkit/core';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlStores } from '../../../packages/server/src/open-sql-stores.js';
import { listRows } from '../../../packages/server/src/store/list-rows.js';
import { readRows } from '../../../packages/server/src/store/read-rows.js';
import { newEnrollment, newProduct, pdf } from '../../contract/records.js';
import { silent, withClient } from '../../support/postgres.js';
import { openTestStores, type TestStores } from './test-stores.js';

const ALFA: Actor = { id: 'a1', role: 'provider', providerId: 'alfa' };
const intent = (useCase: UseCase): Intent => ({ useCase, actor: ALFA, at: '2026-08-20T10:00:00.000Z' });
const BETA: Actor = { id: 'b1', role: 'provider', providerId: 'beta' };
const JAN: Actor = { id: 'u1', role: 'participant', email: 'jan@example.nl' };
const STAFF: Actor = { id: 's1', role: 'platform-staff', providerId: 'alfa' };

let test: TestStores;
beforeEach(async () => {
  test = await openTestStores({ poolSize: 10 });
});
afterEach(() => test.close());

const many = <Result>(count: number, make: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
const query = async (text: string) => (await test.database.pool.query<Record<string, unknown>>(text)).rows;

it('lets exactly one of twenty writes win that saw the same version', async () => {
  const backend = test.backend(ALFA);
  const { id } = await backend.createEnrollment(newEnrollment());
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      backend.changeStatus(id, index % 2 ? 'no-show' : 'did-not-pass', { expectedVersion: 1 }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(hasErrorCode(outcome.reason, 'conflict')).toBe(true);
  }
  expect((await backend.getEnrollment(id)).version).toBe(2);
});

it('has rows of several providers with one id in the order of their providers, however PostgreSQL finds them', async () => {
  const providers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  for (const providerId of providers.toReversed())
    await test.backend({ ...ALFA, providerId }).createEnrollment({ ...newEnrollment(), id: 'one' });
  const found = await test.database.tables.transaction().execute(async (tx) => {
    // Read as the table has them: in the order in which they came.
    const ways = { seqscan: 'on', sort: 'on', indexscan: 'off', indexonlyscan: 'off', bitmapscan: 'off' };
    for (const [way, is] of Object.entries(ways)) await sql.raw(`set local enable_${way} = ${is}`).execute(tx);
    const page = await readRows(
      { tx, tenant: undefined, scope: undefined },
      {
        table: 'enrollments',
        select: (from) => from.selectFrom('enrollments').select(['id', 'provider_id']),
        toRow: ({ provider_id: providerId }) => providerId,
        conditions: () => [],
      },
    ).list({ size: 1 });
    return page.items;
  });
  expect(found).toEqual(providers);
});

it('counts as far as somebody waits for it, and says where there are more', async () => {
  const backend = test.backend(ALFA);
  for (let count = 0; count < 3; count += 1) await backend.createEnrollment(newEnrollment());
  const totals = (mostCounted: number, query: Paging) =>
    test.database.tables.transaction().execute(async (tx) => {
      const session = { tx, tenant: 'alfa', scope: undefined };
      const { total, hasMore } = await readRows(session, {
        table: 'enrollments',
        select: (from) => from.selectFrom('enrollments').select('id'),
        toRow: ({ id }) => id,
        conditions: () => [],
        mostCounted,
      }).list(query);
      return [total, hasMore];
    });
  expect(await totals(2, { size: 1 })).toEqual([2, true]);
  expect(await totals(3, { size: 1 })).toEqual([3, undefined]);
  // Who reads page after page comes to the end.
  expect(await totals(1, { size: 1 })).toEqual([2, true]);
  expect(await totals(1, { size: 1, offset: 1 })).toEqual([3, undefined]);
  expect(await totals(1, { size: 1, offset: 2 })).toEqual([3, undefined]);
  expect(await totals(1, { size: 1, offset: 9 })).toEqual([3, undefined]);
  // Also who only looks at `total`.
  let seen = 0;
  for (let total = 1; seen < total; seen += 1) total = Number((await totals(1, { size: 1, offset: seen }))[0]);
  expect(seen).toBe(3);
});

it('says where there is more of what only grows than is counted', async () => {
  const page = (there: number, query: Paging) =>
    listRows(query, {
      rows: async ({ size = there }) => Array.from({ length: Math.min(size, there) }, () => 0),
      count: async (most) => Math.min(most, there),
    });
  expect(await page(10_000, { size: 2 })).toMatchObject({ total: 10_000 });
  expect(await page(10_000, { size: 2 })).not.toHaveProperty('hasMore');
  expect(await page(20_000, { size: 2 })).toMatchObject({ total: 10_000, hasMore: true });
  expect(await page(20_000, { size: 2, offset: 9_998 })).toMatchObject({ total: 10_001, hasMore: true });
  expect(await page(10_001, { size: 2, offset: 9_999 })).not.toHaveProperty('hasMore');
});

it('makes one record of twenty requests with one idempotency key', async () => {
  const backend = test.backend(ALFA);
  const answers = await many(20, () => backend.createEnrollment(newEnrollment(), { idempotencyKey: 'click' }));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect((await backend.listEnrollments()).total).toBe(1);
  expect(await query(`select count(*) from audit_entries where action = 'enrollment.create'`)).toEqual([{ count: 1 }]);
});

it('does fifty changes to fifty enrollments at once without trying again and again', async () => {
  const backend = test.backend(ALFA);
  const made = await many(50, () => backend.createEnrollment(newEnrollment()));
  const rollbacks = async () => {
    // Another session's figures come after a while, unless it is asked for them.
    await query('select pg_stat_force_next_flush()').catch(() => undefined);
    const [figures] = await query('select xact_rollback from pg_stat_database where datname = current_database()');
    return Number(figures?.xact_rollback);
  };
  const before = await rollbacks();
  await Promise.all(made.map(({ id }) => backend.changeStatus(id, 'no-show')));
  const { total } = await backend.listEnrollments({ status: 'no-show' });
  expect(total).toBe(50);
  // On one page of an index each may clash, and then waits for its turn; in its turn only those who have not yet clashed
  // can still stand in the way.
  expect((await rollbacks()) - before).toBeLessThanOrEqual(100);
});

it('keeps a file that another provider’s certificate needs', async () => {
  const certify = async (actor: Actor) => {
    const backend = test.backend(actor);
    const certification = await backend.createCertification({ name: 'ITIL', requiresValidUntil: false });
    await backend.putProduct(newProduct('itil'));
    await backend.linkCertifications('itil', [certification.id]);
    const enrollment = await backend.createEnrollment({ ...newEnrollment(), productId: 'itil' });
    return backend.uploadCertificate({
      enrollmentId: enrollment.id,
      certificationId: certification.id,
      file: pdf('the same bytes'),
      validFrom: '2026-09-12',
      showsResults: false,
    });
  };
  const [ours, theirs] = [await certify(ALFA), await certify(BETA)];
  expect(ours.file.sha256).toBe(theirs.file.sha256);
  await test.backend(ALFA).removeCertificate(ours.id);
  expect(await test.files.has(theirs.file.sha256)).toBe(true);
  expect((await test.backend(BETA).openCertificateFile(theirs.id)).size).toBe(theirs.file.sizeBytes);
  await test.backend(BETA).removeCertificate(theirs.id);
  expect(await test.files.has(theirs.file.sha256)).toBe(false);
});

it('refuses to keep a file whose bytes are not there', async () => {
  const staged = { sha256: 'a'.repeat(64), sizeBytes: 3 };
  const keep = test.stores.for(ALFA).write(intent('uploadCertificate'), (tables) => tables.keepFiles([staged]));
  await expect(keep).rejects.toMatchObject({ code: 'internal' });
  expect(await query('select * from files')).toEqual([]);
});

it('shows a participant of two providers each certificate under its own certification', async () => {
  const names: Record<string, string> = { alfa: 'ITIL of Alfa', beta: 'ITIL of Beta' };
  for (const actor of [ALFA, BETA]) {
    const backend = test.backend(actor);
    const providerId = actor.providerId ?? '';
    const input = { id: 'itil', name: names[providerId] ?? '', requiresValidUntil: false };
    const certification = await backend.createCertification(input);
    await backend.putProduct(newProduct('itil'));
    await backend.linkCertifications('itil', ['itil']);
    const enrollment = await backend.createEnrollment({ ...newEnrollment(), id: providerId, productId: 'itil' });
    const { id: enrollmentId } = enrollment;
    const dates = { validFrom: '2026-09-12', showsResults: false };
    await backend.uploadCertificate({
      enrollmentId,
      certificationId: certification.id,
      file: pdf(providerId),
      ...dates,
    });
    await test.backend({ ...STAFF, providerId }).verifyCertification('itil');
  }
  const { items, total } = await test.backend(JAN).listCertificates();
  expect(total).toBe(2);
  for (const { id, enrollmentId, certification } of items) {
    expect(certification?.name).toBe(names[enrollmentId]);
    expect((await test.backend(JAN).getCertificate(id)).certification?.name).toBe(names[enrollmentId]);
  }
});

it('writes down who did what, in the transaction that does it', async () => {
  const store = test.stores.for(ALFA, { requestId: 'r1' });
  const backend = test.backend(ALFA);
  const { id } = await backend.createEnrollment({ ...newEnrollment(), startDate: '2030-01-01', endDate: '2030-02-01' });
  await backend.changeStatus(id, 'no-show');
  await backend.moveDates(id, { endDate: '2030-03-01' });
  await backend.recordInvoice(id);
  await backend.cancelEnrollment(id);
  await backend.changeStatus(id, 'started').catch(() => undefined);
  await store.write(intent('putProduct'), async ({ products }) => {
    const row = {
      ...newProduct('itil'),
      providerId: 'alfa',
      state: 'active',
      certificationIds: [],
      startStates: [],
      version: 1,
    } as const;
    await products.put(row, 'product.put');
  });
  expect(await query('select actor_id, actor_role, action, request_id from audit_entries order by id')).toEqual(
    [
      ['enrollment.create', null],
      ['enrollment.change-status', null],
      ['enrollment.change-status', null],
      ['enrollment.move-dates', null],
      ['enrollment.record-invoice', null],
      ['enrollment.cancel', null],
      ['enrollment.change-status', null],
      ['product.put', 'r1'],
    ].map(([action, request_id]) => ({ actor_id: 'a1', actor_role: 'provider', action, request_id })),
  );
});

it('only ever adds to a history', async () => {
  const store = test.stores.for(ALFA);
  const { id } = await test.backend(ALFA).createEnrollment(newEnrollment());
  const { history } = await test.backend(ALFA).changeStatus(id, 'no-show');
  const shortened = store.write(intent('changeStatus'), async ({ enrollments }) => {
    const row = await enrollments.get(id);
    if (row) await enrollments.put({ ...row, history: row.history.slice(1) }, 'enrollment.change-status');
  });
  await expect(shortened).rejects.toMatchObject({ code: 'internal' });
  expect((await test.backend(ALFA).getEnrollment(id)).history).toEqual(history);
});

it('finds nothing under what no database can hold, and says so of what is to be stored', async () => {
  const backend = test.backend(ALFA);
  await expect(backend.getEnrollment('e\u0000')).rejects.toMatchObject({ code: 'not-found' });
  expect(await backend.listEnrollments({ externalId: '\u0000' })).toEqual({ items: [], total: 0 });
  const named = { ...newEnrollment(), participant: { name: 'Jan\u0000', email: 'jan@example.nl' } };
  await expect(backend.createEnrollment(named)).rejects.toMatchObject({ code: 'invalid' });
});

it('stores text that looks like SQL as it is', async () => {
  const backend = test.backend(ALFA);
  const nasty = `'; drop table enrollments; -- "\\ %_ $1`;
  const participant = { name: nasty, email: `o'brien@example.nl`, externalId: nasty };
  const made = await backend.createEnrollment({ ...newEnrollment(), id: nasty, participant });
  expect(await backend.getEnrollment(nasty)).toEqual(made);
  expect((await backend.listEnrollments({ externalId: nasty })).total).toBe(1);
  expect((await backend.listEnrollments({ externalId: '%' })).total).toBe(0);
});

it('tells every process of a change once', async () => {
  const { database, files } = test;
  const other = await openSqlStores({ database, files, ids: () => 'x', log: silent });
  const heard: [string, Change][] = [];
  const twelve = new Promise<void>((resolve) => {
    const note = (who: string) => (change: Change) => heard.push([who, change]) === 12 && resolve();
    test.stores.changes.subscribe(note('here'));
    other.changes.subscribe(note('there'));
  });
  for (let count = 0; count < 3; count += 1) test.stores.changes.publish({ kind: 'enrollment', id: 'e1' });
  for (const id of ['p1', 'p2', 'p3']) other.changes.publish({ kind: 'product', id });
  await twelve;
  await other.close();
  for (const who of ['here', 'there']) {
    const ids = heard.filter(([by]) => by === who).map(([, { id }]) => id);
    expect(ids.sort()).toEqual(['e1', 'e1', 'e1', 'p1', 'p2', 'p3']);
  }
});

it('hears again after the connection for changes broke', async () => {
  const heard = new Promise<Change>((resolve) => void test.stores.changes.subscribe(resolve));
  await withClient(test.url, (client) =>
    client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    ),
  );
  test.stores.changes.publish({ kind: 'product', id: 'after' });
  expect(await heard).toEqual({ kind: 'product', id: 'after' });
});

it('loses nothing that it acknowledged when all connections break again and again', async () => {
  const backend = test.backend(ALFA);
  // All of the server's: two who break at once must not break each other.
  const breakAll = () =>
    withClient(test.url, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'enrollkit'`,
      ),
    );
  const acknowledged: string[] = [];
  await many(40, async (index) => {
    // As a client does it: the same key until there is an answer.
    for (;;) {
      try {
        const { id } = await backend.createEnrollment(newEnrollment(), { idempotencyKey: `k${index}` });
        acknowledged.push(id);
        break;
      } catch (error) {
        const mayComeOutOtherwise = (['internal', 'timeout', 'unavailable'] as const).some((code) =>
          hasErrorCode(error, code),
        );
        if (!mayComeOutOtherwise) throw error;
      }
    }
    // While the others are in the middle of theirs.
    if (acknowledged.length % 5 === 1) await breakAll();
  });
  const { total, items } = await backend.listEnrollments({ size: 500 });
  expect(total).toBe(40);
  expect(items.map(({ id }) => id)).toEqual([...acknowledged].sort());
});
