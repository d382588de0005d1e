import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../support/postgres.js';
import { ask, askJson, openSchool, type Door, type School } from '../faults/support/school.js';
import { bundleServer, type ServerProcess, type ServerProgram } from '../faults/support/server-process.js';
import { feedOf } from '../../feed/read/product-xml.js';
import { sendFeed, until } from './support/importing-server.js';
import { course, feedWith } from './support/product-feed.js';
import { standStill, standStillAt } from './support/stand-still.js';

const COUNT = 320;
const GONE = 20;
const NEW = 20;

let program: ServerProgram;
let database: TestDatabase;
let dataDir: string;
let school: School;
let server: ServerProcess;
beforeAll(async () => {
  [program, database, dataDir] = await Promise.all([
    bundleServer(),
    freshDatabase(),
    mkdtemp(join(tmpdir(), 'enrollkit-kill-import-')),
  ]);
  server = await start();
  school = await openSchool(database.url, server.url, { bookings: 1 });
});
afterAll(async () => {
  await school.close();
  await program.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const start = () => program.start({ DATABASE_URL: database.url, ENROLLKIT_DATA_DIR: dataDir });
const door = (): Door => ({ url: server.url, key: school.key });

async function importRow(id: string): Promise<{ readonly applied: number }> {
  return school.database.tables.selectFrom('imports').select('applied').where('id', '=', id).executeTakeFirstOrThrow();
}

it('ends exactly right though it is killed once while it plans and twice while it applies', async () => {
  // The first import makes what the second one changes.
  const first = await sendFeed(door(), feedWith(COUNT), '?apply=true&max_deleted_share=100');
  await until(door(), first.id, ({ state }) => state === 'done');

  const kept = Array.from({ length: COUNT - GONE }, (_, index) =>
    course(`c-${index}`, { price: 399 + index + (index % 2) }),
  );
  const added = Array.from({ length: NEW }, (_, index) => course(`new-${index}`));
  const planning = await standStill(school.database.pool, { table: 'import_steps' });
  const { id } = await sendFeed(door(), feedOf(...kept, ...added));
  await planning.isReached();
  await server.kill();
  await planning.letGo();
  server = await start();

  const planned = await until(door(), id, ({ state }) => state !== 'planning');
  const changed = kept.length / 2;
  expect(planned).toMatchObject({
    state: 'planned',
    counts: { products: kept.length + NEW, create: NEW, update: changed, unchanged: changed, delete: GONE, left: 0 },
  });
  const steps = changed + NEW + GONE;
  // Killed in the middle of what is done together, each time further on.
  const seen: number[] = [];
  for (const product of ['c-131', 'c-271']) {
    const still = await standStillAt(product, school);
    if (seen.length > 0) server = await start();
    else expect((await ask(door(), `/imports/${id}/apply`, { method: 'POST' })).status).toBe(202);
    await still.isReached();
    seen.push((await importRow(id)).applied);
    await server.kill();
    await still.letGo();
  }
  server = await start();
  expect(seen).toEqual([50, 100]);

  const done = await until(door(), id, ({ state }) => state !== 'applying');
  expect(done).toMatchObject({ state: 'done', counts: { ...planned.counts, applied: steps } });

  // Each product was written as often as it changed, and no more.
  const { rows } = await school.database.pool.query<{ id: string; state: string; version: number; price: number }>(
    `select id, state, version, (published -> 'price' ->> 'amountMinor')::int as price from products where id <> 'course'`,
  );
  const products = new Map(rows.map((row) => [row.id, row]));
  expect(products.size).toBe(COUNT + NEW);
  for (let index = 0; index < COUNT; index += 1) {
    const isKept = index < kept.length;
    const isChanged = isKept && index % 2 === 1;
    expect(products.get(`c-${index}`)).toEqual({
      id: `c-${index}`,
      state: isKept ? 'active' : 'deleted',
      version: isChanged || !isKept ? 2 : 1,
      price: (399 + index + (isChanged ? 1 : 0)) * 100,
    });
  }
  for (let index = 0; index < NEW; index += 1)
    expect(products.get(`new-${index}`)).toMatchObject({ state: 'active', version: 1 });

  // The course that had a booking was not in the feed: it is deleted, and the booking still knows it.
  expect(await askJson(door(), 'GET', '/products/course')).toMatchObject({ state: 'deleted' });
  expect(await askJson(door(), 'GET', '/bookings/booking-0')).toMatchObject({ product_id: 'course' });

  // Nothing of the feeds is left: it goes once what was done is told.
  await expect
    .poll(async () => (await school.database.pool.query('select sha256 from files')).rowCount, { timeout: 60_000 })
    .toBe(0);
  await server.stop();
});
