import { afterAll, beforeAll, expect, it } from 'vitest';
import { importWorker } from '../../../packages/server/src/imports/import-worker.js';
import { ImportTurns, type TurnLimits } from '../../../packages/server/src/imports/import-turns.js';
import { made } from '../support/course.js';
import { openHttpWorld, type HttpWorld, type Provider } from '../support/http-world.js';
import { feedWith } from './support/product-feed.js';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld();
});
afterAll(() => world.close());

const work = (limits: Partial<TurnLimits> = {}) => importWorker(world.parts, limits).run(new AbortController().signal);

async function send({ call }: Provider, count: number): Promise<string> {
  const init = { method: 'POST', body: feedWith(count), headers: { 'Content-Type': 'application/xml' } };
  const { id } = await made(call('/imports/products?apply=true', init));
  return String(id);
}

const stateOf = async ({ call }: Provider, id: string) => (await made(call(`/imports/${id}`))).state;

/** Resolves when an import is so. */
function until(provider: Provider, id: string, state: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void =>
      void stateOf(provider, id).then((found) => {
        if (found !== state) return;
        stop();
        resolve();
      }, reject);
    const stop = world.parts.stores.changes.subscribe(({ id: changed }) => changed === id && look());
    look();
  });
}

/** Products in the order in which they were written: whose they are, run by run. */
async function writtenBy(...providers: readonly Provider[]): Promise<readonly (readonly [string, number])[]> {
  const { rows } = await world.parts.database.pool.query<{ provider_id: string }>(
    `select provider_id from audit_entries where kind = 'product' and provider_id = any($1) order by id`,
    [providers.map(({ providerId }) => providerId)],
  );
  const runs: [string, number][] = [];
  for (const { provider_id } of rows) {
    const last = runs.at(-1);
    if (last?.[0] === provider_id) last[1] += 1;
    else runs.push([provider_id, 1]);
  }
  return runs;
}

it('imports a small feed while a large one of another provider is under way', async () => {
  const [large, small] = [world.newProvider(), world.newProvider()];
  const { pool } = world.parts.database;
  const holder = await pool.connect();
  // The large one stands still at its third product for as long as this lock is held.
  await holder.query('select pg_advisory_lock(7)');
  await pool.query(`
    create function wait_for_lock() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(7); return new; end $$;
    create trigger stand_still before insert on products for each row
      when (new.provider_id = '${large.providerId}' and new.id = 'c-2') execute function wait_for_lock()`);
  const first = await send(large, 5);
  const working = work();
  try {
    await until(large, first, 'applying');
    const second = await send(small, 3);
    await until(small, second, 'done');
    expect(await stateOf(large, first)).toBe('applying');
  } finally {
    await holder.query('select pg_advisory_unlock(7)');
    holder.release();
  }
  expect(await working).toMatchObject({ imports: 2, released: 2 });
  expect(await stateOf(large, first)).toBe('done');
  await pool.query('drop function wait_for_lock cascade');
});

it('has large ones take turns when more wait than are imported at once, and writes each product once', async () => {
  const [a, b, c] = [world.newProvider(), world.newProvider(), world.newProvider()];
  const ids = [await send(a, 125), await send(b, 4), await send(c, 75)];
  await work({ atOnce: 1, turnSteps: 50 });
  expect(await writtenBy(a, b, c)).toEqual([
    [a.providerId, 50],
    [b.providerId, 4],
    [c.providerId, 50],
    [a.providerId, 50],
    [c.providerId, 25],
    [a.providerId, 25],
  ]);
  expect(await stateOf(a, ids[0] ?? '')).toBe('done');
});

it('cuts off no import that keeps nobody waiting', async () => {
  const one = world.newProvider();
  await send(one, 25);
  expect(await work({ atOnce: 1, turnSteps: 10 })).toMatchObject({ imports: 1 });
  expect(await writtenBy(one)).toEqual([[one.providerId, 25]]);
});

it('imports no two feeds of one provider at once', async () => {
  const began: string[] = [];
  let end = (): void => undefined;
  const held = new Promise<void>((resolve) => (end = resolve));
  const turns = new ImportTurns({
    attempt: async ({ providerId, id }) => {
      began.push(`${providerId} ${id}`);
      await held;
    },
    signal: new AbortController().signal,
    limits: { atOnce: 3 },
    clock: () => world.now,
    onEnd: () => undefined,
  });
  const [products, trainers, other] = [
    { providerId: 'a', id: 'products' },
    { providerId: 'a', id: 'trainers' },
    { providerId: 'b', id: 'products' },
  ];
  turns.goOn([products, trainers, other]);
  expect(began).toEqual(['a products', 'b products']);
  end();
  await turns.stop();
  turns.goOn([trainers]);
  expect(began).toEqual(['a products', 'b products', 'a trainers']);
  await turns.stop();
});
