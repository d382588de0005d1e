import { planImport } from '@enrollkit/feed';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedOf } from '../read/product-xml.js';
import { goodProduct, ImportWorld } from './support/import-world.js';

/** A product as a provider may have it in a feed: good in some way, or with an error. */
const product = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map((number) => `P${number}`),
  Price: fc.constantFrom('100.00', '120.00', '-1'),
  Level: fc.constantFrom(undefined, 'HBO', 'MBO'),
  Trainers: fc
    .uniqueArray(fc.constantFrom('an@a.test', 'bo@a.test', 'cas@a.test'), { maxLength: 2 })
    .map((emails) => emails.map((email) => `<Trainer><Email>${email}</Email></Trainer>`).join('')),
});
const products = fc.uniqueArray(product, { selector: ({ id }) => id, minLength: 1, maxLength: 10 });

function feedFrom(list: readonly { readonly id: string }[]): string {
  return feedOf(...list.map(({ id, ...changes }) => goodProduct(id, changes)));
}

/** Brings a world to the feed before, and begins the import of the feed after. */
async function begun(before: string, after: string): Promise<{ readonly world: ImportWorld; readonly id: string }> {
  const world = new ImportWorld();
  const first = await world.start(before);
  await world.plan(first, before);
  await world.apply(first, before);
  return { world, id: await world.start(after) };
}

describe('an import that crashes at any write', () => {
  it('ends, when it is taken up again, exactly as if it had not', async () => {
    await fc.assert(
      fc.asyncProperty(products, products, fc.nat(), async (before, after, moment) => {
        const [from, to] = [feedFrom(before), feedFrom(after)];
        const undisturbed = await begun(from, to);
        const start = undisturbed.world.writes;
        await undisturbed.world.plan(undisturbed.id, to);
        await undisturbed.world.apply(undisturbed.id, to);
        const writes = undisturbed.world.writes - start;

        const { world, id } = await begun(from, to);
        world.crashAfter(moment % writes);
        await expect(world.plan(id, to).then(() => world.apply(id, to))).rejects.toThrow('the store is gone');
        world.repair();
        await world.plan(id, to);
        await world.apply(id, to);
        expect(await world.state(id)).toEqual(await undisturbed.world.state(undisturbed.id));
      }),
      { numRuns: 60 },
    );
  });

  it('can crash again and again, one write further each time', async () => {
    const ids = ['P1', 'P2', 'P3', 'P4'];
    const from = feedOf(...ids.map((id) => goodProduct(id)));
    const to = feedOf(...['P1', 'P2', 'P6', 'P7'].map((id) => goodProduct(id, { Price: '90.00' })));
    const { world, id } = await begun(from, to);
    await world.plan(id, to);
    let crashes = 0;
    for (let isDone = false; !isDone;) {
      // One to begin again, one to get a step further.
      world.crashAfter(2);
      isDone = await world.apply(id, to, { stepsAtOnce: 1 }).then(
        () => true,
        () => false,
      );
      crashes += isDone ? 0 : 1;
    }
    world.repair();
    expect(crashes).toBe(6);
    const { counts } = await world.backend.getImport(id);
    expect(counts).toMatchObject({ create: 2, update: 2, delete: 2, applied: 6 });
  });
});

describe('an import whose place another feed takes', () => {
  it('is answered as cancelled by whoever plans it, and leaves the other alone', async () => {
    const world = new ImportWorld();
    const products = Array.from({ length: 150 }, (_, index) => goodProduct(`P${index}`));
    const id = await world.start(feedOf(...products));
    let other = '';
    async function* source(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(feedOf(...products));
      other = await world.start(feedOf(goodProduct('Q1')));
    }
    const { state } = await planImport(world.backend, id, source(), { today: '2026-11-22', sanitize: (html) => html });
    expect(state).toBe('cancelled');
    const plan = await world.plan(other, feedOf(goodProduct('Q1')));
    expect(plan).toMatchObject({ state: 'planned', counts: { create: 1 } });
    expect((await world.apply(other, feedOf(goodProduct('Q1')))).state).toBe('done');
  });
});
