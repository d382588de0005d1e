import type { Actor, FullBackend } from '@enrollkit/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newStart } from '../../contract/booking-cases.js';
import { applying, newStep } from '../../contract/import-records.js';
import { newEnrollment, newProduct } from '../../contract/records.js';
import { freshDatabase, POSTGRES_KINDS } from '../../support/postgres.js';
import { openTestStores, type TestStores } from './test-stores.js';

const ALFA: Actor = { id: 'a1', role: 'provider', providerId: 'alfa' };
const STAFF: Actor = { id: 's1', role: 'platform-staff' };
/** Of each table. No statistics know of them: as in the first import, which makes them all. */
const COUNT = 50_000;
/** Pages of 8 kB, of tables and indexes. A look at every row, or through one whole index, takes more than 400. */
const MOST_BLOCKS = 160;

const withStart = (id: string, startDate = '2126-10-01') => ({
  ...newProduct(id),
  startingDates: [newStart('S1', { startDate, endDate: '2126-12-24' })],
});

describe.each(POSTGRES_KINDS)('with fifty thousand products in PostgreSQL (%s)', (kind) => {
  let test: TestStores;
  let backend: FullBackend;
  let importId: string;

  beforeAll(async () => {
    // One connection: PostgreSQL tells at once what the one did that asks.
    test = await openTestStores({ poolSize: 1, fresh: await freshDatabase(kind) });
    backend = test.backend(ALFA);
    await fill();
  });
  afterAll(() => test.close());

  const query = async (text: string) => (await test.database.pool.query<Record<string, unknown>>(text)).rows;

  /** Makes one of each and copies it: what matters is how many rows there are. */
  async function fill(): Promise<void> {
    await backend.putProduct(withStart('p'));
    await backend.createEnrollment({ ...newEnrollment(), productId: 'p', startingDateId: 'S1' });
    importId = (await applying(backend, newStep(1, 'p', 'update'))).id;
    await backend.createCertification({ id: 'p', name: 'PRINCE2', requiresValidUntil: false });
    await backend.putTrainer({ email: 'p@example.nl' });
    await copy('certifications', `'id', 'p' || number`);
    await copy('trainers', `'email', 'p' || number`);
    await copy('products', `'id', 'p' || number`);
    await copy('enrollments', `'id', 'e' || number, 'product_id', 'p' || number`);
    await copy('import_steps', `'id', 'p' || number, 'position', number`);
  }

  async function copy(table: string, differences: string, count = COUNT): Promise<void> {
    await query(`alter table ${table} set (autovacuum_enabled = off)`);
    // Without what PostgreSQL works out of others.
    const given = await query(
      `select attname from pg_attribute
       where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    );
    const columns = given.map(({ attname }) => String(attname));
    await query(
      `insert into ${table} (${columns.join(', ')})
       select ${columns.map((column) => `made.${column}`).join(', ')}
       from (select * from ${table} limit 1) original, generate_series(2, ${count}) number,
         lateral jsonb_populate_record(null::${table}, to_jsonb(original) || jsonb_build_object(${differences})) as made`,
    );
  }

  /** How many pages were looked at meanwhile, in memory or on the disk. */
  async function blocksOf(work: () => Promise<unknown>): Promise<number> {
    const looked = async () => {
      await query('select pg_stat_force_next_flush()');
      const [row] = await query(
        `select sum(heap_blks_read + heap_blks_hit + coalesce(idx_blks_read + idx_blks_hit, 0))::int as blocks
         from pg_statio_user_tables`,
      );
      return Number(row?.blocks);
    };
    const before = await looked();
    await work();
    return (await looked()) - before;
  }

  it.each<[string, () => Promise<unknown>]>([
    [
      'does one step of an import',
      () => backend.applyImportStep(importId, 'p31000', withStart('p31000', '2026-11-01')),
    ],
    ['reads one product', () => backend.getProduct('p31000')],
    ['finds products by their ids', () => backend.listProducts({ ids: ['p1', 'p31000', 'p9'], size: 3 })],
    ['pages on after a product', () => backend.listProducts({ state: 'active', afterId: 'p31000', size: 20 })],
    ['pages on after a certification', () => backend.listCertifications({ afterId: 'p31000', size: 20 })],
    ['pages on after a trainer', () => backend.listTrainers({ afterEmail: 'p31000', size: 20 })],
    ['pages on after an enrollment', () => backend.listEnrollments({ afterId: 'e31000', size: 20 })],
    ...(['participant', '-booked', 'ends'] as const).map((orderBy): [string, () => Promise<unknown>] => [
      `pages on after an enrollment of several providers, by ${orderBy}`,
      () => test.backend(STAFF).listEnrollments({ orderBy, afterId: 'e31000', afterProviderId: 'alfa', size: 20 }),
    ]),
    [
      'pages on after a step that is to be done',
      () => backend.listImportSteps(importId, { isDone: false, afterOrder: 31_000, size: 20 }),
    ],
    ['reads the import', () => backend.getImport(importId)],
  ])('%s with a look at few of them', async (_title, work) => {
    const blocks = await blocksOf(work);
    expect(blocks).toBeGreaterThan(0);
    expect(blocks).toBeLessThan(MOST_BLOCKS);
  });

  it('goes through ten thousand with one look at each, in as many questions as there are pages', async () => {
    const page = 500;
    const seen = new Set<string>();
    let questions = 0;
    const through = await blocksOf(async () => {
      for (let afterId = 'p2'; seen.size < 10_000; questions += 1) {
        const { items } = await backend.listProducts({ state: 'active', afterId, size: page });
        for (const { id } of items) seen.add(id);
        afterId = items.at(-1)?.id ?? '';
      }
    });
    expect([questions, seen.size]).toEqual([20, 10_000]);
    const [first, last] = [
      await blocksOf(() => listAfter('p2')),
      await blocksOf(() => listAfter([...seen].at(-1) ?? '')),
    ];
    // Pages that lie far behind cost what the first does. By their number they would cost all that lies before.
    expect(last).toBeLessThan(2 * first);
    expect(through).toBeLessThan(2 * questions * first);
    const byNumber = await blocksOf(() => backend.listProducts({ state: 'active', offset: 9500, size: page }));
    expect(byNumber).toBeGreaterThan(4 * last);
    async function listAfter(afterId: string): Promise<void> {
      await backend.listProducts({ state: 'active', afterId, size: page });
    }
  });

  it('would notice a look at all of them', async () => {
    expect(await blocksOf(() => backend.listProducts({ size: 1 }))).toBeGreaterThan(2 * MOST_BLOCKS);
  });

  it('begins a list of all providers with a look at few of each, and counts only some', async () => {
    const staff = test.backend(STAFF);
    const begin = (orderBy?: '-booked') =>
      blocksOf(() => staff.listEnrollments({ size: 20, ...(orderBy && { orderBy }) }));
    expect((await backend.listEnrollments({ size: 1 })).total).toBe(COUNT);
    const lists = [
      staff.listEnrollments({ size: 1 }),
      staff.listProducts({ size: 1 }),
      staff.listCertifications({ size: 1 }),
    ];
    for (const page of await Promise.all(lists)) expect(page).toMatchObject({ total: 10_000, hasMore: true });
    // A fifth of the rows, with some sixteen in a block.
    const [all, some] = [await blocksOf(() => backend.listEnrollments({ size: 20 })), await begin()];
    expect(some).toBeLessThan(all / 3);

    const providers = 200;
    const providerIds = `'provider_id', 'of-' || number % ${providers}`;
    await copy('enrollments', `'id', 'm' || number, ${providerIds}`, 20 * providers + 1);
    const [counted, ordered] = [await begin(), await begin('-booked')];
    // The first of each, and twenty of the twenty that come first, with the way to them. Twenty of each would be more.
    expect(ordered - counted).toBeLessThan((providers * 20 * 3) / 4);
  });
});
