import type { FeedImport } from '@enrollkit/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { feedOf } from '../read/product-xml.js';
import { goodProduct, ImportWorld } from './support/import-world.js';

let world: ImportWorld;
beforeEach(() => void (world = new ImportWorld()));

async function planOf(feed: string, maxDeletedShare?: number) {
  const id = await world.start(feed, 'products', maxDeletedShare);
  return world.plan(id, feed);
}

const trainers = (...emails: readonly string[]) => ({
  Trainers: emails.map((email) => `<Trainer><Email>${email}</Email></Trainer>`).join(''),
});

describe('the plan of an import', () => {
  it('creates what is unknown', async () => {
    const plan = await planOf(feedOf(goodProduct('P1'), goodProduct('P2')));
    expect(plan).toMatchObject({ state: 'planned', counts: { products: 2, create: 2, before: 0, errors: 0 } });
    expect(await world.steps(plan.id)).toEqual([
      { action: 'create', id: 'P1' },
      { action: 'create', id: 'P2' },
    ]);
  });

  it('names the fields that change, with their old and new values', async () => {
    await world.run(goodProduct('P1'), goodProduct('P2'));
    const plan = await planOf(feedOf(goodProduct('P1'), goodProduct('P2', { Price: '120.00' })));
    expect(plan.counts).toMatchObject({ update: 1, unchanged: 1, create: 0, delete: 0 });
    const { items } = await world.backend.listImportSteps(plan.id);
    expect(items).toMatchObject([
      { id: 'P2', action: 'update', line: 3, changes: [{ path: 'price.amountMinor', from: 10000, to: 12000 }] },
    ]);
  });

  it('holds no more of a long text than somebody would read', async () => {
    const before = 'Voor het lassen. '.repeat(200);
    await world.run(goodProduct('P1', { Description: before }));
    const plan = await planOf(feedOf(goodProduct('P1', { Description: `${before}En erna.` })));
    const [step] = (await world.backend.listImportSteps(plan.id)).items;
    const [change] = step?.changes ?? [];
    expect([change?.from, change?.to].map((text) => String(text).length)).toEqual([2001, 2001]);
    await world.apply(plan.id, feedOf(goodProduct('P1', { Description: `${before}En erna.` })));
    expect((await world.backend.getProduct('P1')).description).toMatch(/En erna\.$/);
  });

  it('changes nothing until it is applied', async () => {
    await planOf(feedOf(goodProduct('P1')));
    expect((await world.backend.listProducts()).total).toBe(0);
  });

  it('is all unchanged for a feed that was applied before', async () => {
    const description =
      '<![CDATA[<p onclick="x()">Leer lassen.</p><script>x()</script>' + 'Oefenen. '.repeat(30) + ']]>';
    const products = [goodProduct('P1', { Description: description, ...trainers('an@a.test') }), goodProduct('P2')];
    await world.run(...products);
    const again = await planOf(feedOf(...products));
    expect(again.counts).toMatchObject({ create: 0, update: 0, unchanged: 2, delete: 0, restore: 0, invite: 0 });
    expect(await world.steps(again.id)).toEqual([]);
  });

  it('deletes what is missing from the feed, and restores it when it is back', async () => {
    await world.run(goodProduct('P1'), goodProduct('P2'));
    await world.run(goodProduct('P1'));
    expect((await world.backend.getProduct('P2')).state).toBe('deleted');
    const back = await world.run(goodProduct('P1'), goodProduct('P2', { Price: '99.00' }));
    expect(back.counts).toMatchObject({ restore: 1, create: 0, update: 0, delete: 0 });
    expect(await world.backend.getProduct('P2')).toMatchObject({ state: 'active', price: { amountMinor: 9900 } });
  });

  it('proposes a product that goes and comes with one name, or one address of its own, as the same under a new id', async () => {
    const own = (path: string) => ({ WebAddress: `https://example.test/${path}` });
    await world.run(
      goodProduct('P1', { Name: 'Lassen' }),
      goodProduct('P2', own('solderen')),
      goodProduct('P3', { Name: 'Vijlen' }),
      goodProduct('P4'),
      goodProduct('P5', own('gedeeld')),
      goodProduct('P6', own('gedeeld')),
    );
    const feed = feedOf(
      goodProduct('N1', { Name: 'LASSEN' }),
      goodProduct('N2', { ...own('solderen'), Name: 'Solderen voor beginners' }),
      goodProduct('N3', { Name: 'Boren' }),
      goodProduct('P4'),
      goodProduct('N5', { ...own('gedeeld'), Name: 'Zagen' }),
    );
    const plan = await planOf(feed, 100);
    expect(plan.counts).toMatchObject({ create: 4, newIds: 2, delete: 3 });
    const { items } = await world.backend.listImportSteps(plan.id);
    const proposed = items.flatMap(({ id, changes }) => changes.map(({ path, from }) => [id, path, from]));
    expect(proposed).toEqual([
      ['N1', 'id', 'P1'],
      ['N2', 'id', 'P2'],
    ]);
    expect(items.filter(({ action }) => action === 'delete').map(({ id }) => id)).toEqual(['P3', 'P5', 'P6']);
    await world.apply(plan.id, feed);
    expect(await world.backend.getProduct('N1')).toMatchObject({ state: 'active', name: 'LASSEN' });
    expect((await world.backend.getProduct('P1')).state).toBe('deleted');
  });

  it('leaves out a product that gets the name of one that stays, and says whose it is', async () => {
    await world.run(goodProduct('P1', { Name: 'Lassen' }), goodProduct('P2', { Name: 'Solderen' }));
    const wanted = [goodProduct('P2', { Name: 'lassen' }), goodProduct('N1', { Name: 'LASSEN' })];
    // P1 stays as it is, because of its error.
    for (const products of [wanted.slice(0, 1), wanted.slice(1)]) {
      const feed = [...products, goodProduct('P1', { Name: 'Vijlen', Price: '-1' })];
      const plan = await planOf(feedOf(...feed));
      const found = plan.findings.find(({ code }) => code === 'name-taken');
      expect([found?.line, found?.params.productId]).toEqual([2, 'P1']);
      expect(plan.counts).toMatchObject({ left: 2, create: 0, update: 0 });
    }
    // Names that change hands in one feed are free at its end.
    const swapped = [goodProduct('P2', { Name: 'Lassen' }), goodProduct('P1', { Name: 'Solderen' })];
    const done = await world.run(...swapped);
    expect(done.counts).toMatchObject({ left: 0, errors: 0, update: 2, applied: 2 });
    expect((await world.backend.getProduct('P2')).name).toBe('Lassen');
    // So is that of a product that goes.
    const gone = await world.run(goodProduct('P2', { Name: 'Solderen' }));
    expect(gone.counts).toMatchObject({ update: 1, delete: 1, left: 0 });
  });

  it('stops at a name that somebody took after the plan was made, and leaves it out the next time', async () => {
    const feed = feedOf(goodProduct('P1'), goodProduct('P2', { Name: 'Lassen' }), goodProduct('P3'));
    await world.run(goodProduct('X'));
    const plan = await planOf(feed);
    await world.backend.putProduct({ ...(await world.backend.getProduct('X')), id: 'Y', name: 'lassen' });
    const stopped = await world.apply(plan.id, feed);
    expect(stopped).toMatchObject({
      state: 'failed',
      problem: { code: 'name-taken', params: { productId: 'Y', recordId: 'P2' } },
    });
  });

  it('leaves a product with an error out, and does not delete it', async () => {
    await world.run(goodProduct('P1'), goodProduct('P2'));
    const done = await world.run(goodProduct('P1', { Price: '-1' }), goodProduct('P2'));
    expect(done.counts).toMatchObject({ left: 1, delete: 0, update: 0, unchanged: 1, applied: 0 });
    expect(done.findings).toContainEqual(expect.objectContaining({ code: 'amount-negative', recordId: 'P1', line: 2 }));
    expect(await world.backend.getProduct('P1')).toMatchObject({ state: 'active', price: { amountMinor: 10000 } });
  });

  it('takes the first of two products with one ID', async () => {
    const done = await world.run(goodProduct('P1'), goodProduct('P1', { Name: 'Another', Price: '1.00' }));
    expect(done.counts).toMatchObject({ create: 1, left: 1 });
    expect((await world.backend.getProduct('P1')).price?.amountMinor).toBe(10000);
  });

  it.each([
    ['whose ID can be read', '<Product><ID>P2</ID><Name>A < B</Name></Product>'],
    ['whose ID can’t be read', '<Product><Name>A < B</Name><ID>P2</ID></Product>'],
    ['with a comment that nobody ends', '<Product><ID>P2</ID><!-- A -- B <Name>A</Name></Product>'],
    ['that is not closed', '<Product><ID>P2</ID><Name>A</Nam'],
  ])('deletes nothing for a feed with a broken product %s: what it hides is not known', async (_what, broken) => {
    await world.run(goodProduct('P1'), goodProduct('P2'), goodProduct('P3'));
    const plan = await planOf(feedOf(goodProduct('P1'), broken));
    expect(plan.counts).toMatchObject({ delete: 0, left: 1 });
    expect(plan.findings.at(-1)).toMatchObject({ code: 'nothing-deleted', severity: 'warning', line: 3 });
  });

  it('fails for a feed that breaks off, wherever it does', async () => {
    const products = ['P1', 'P2', 'P3'].map((id) =>
      goodProduct(id, { Description: '<![CDATA[Kort <b>maar</b> goed]]>' }),
    );
    await world.run(...['P1', 'P2', 'P3'].map((id) => goodProduct(id)));
    const feed = feedOf(...products).trim();
    for (let length = 0; length < feed.length; length += 17) {
      const plan = await planOf(feed.slice(0, length));
      expect({ length, state: plan.state, delete: plan.counts.delete }).toEqual({ length, state: 'failed', delete: 0 });
    }
  });

  it.each([
    ['that has no products', '<Products></Products>', 'no-products'],
    ['that is no feed', '<html><body>404</body></html>', 'not-a-product-feed'],
    ['that is empty', '', 'not-a-product-feed'],
  ])('fails for a feed %s, and deletes nothing', async (_what, feed, code) => {
    await world.run(goodProduct('P1'));
    const plan = await planOf(feed);
    expect(plan).toMatchObject({ state: 'failed', problem: { code }, counts: { delete: 0 } });
    expect((await world.backend.getProduct('P1')).state).toBe('active');
  });

  it('fails for a feed that can only be read in part, and tells what was found until then', async () => {
    await world.run(goodProduct('P1'), goodProduct('P2'));
    const bytes = new TextEncoder().encode(`<Products>${goodProduct('P1', { Price: '-1' })}`);
    const feed = new Uint8Array([...bytes, ...new TextEncoder().encode('<Product><ID>P2</ID>')]);
    const id = await world.start('any');
    const plan = await world.plan(id, feed as unknown as string);
    expect(plan).toMatchObject({ state: 'failed', problem: { code: 'unexpected-end' } });
    expect(plan.findings).toContainEqual(expect.objectContaining({ code: 'amount-negative' }));
  });

  it('is held when it would delete more than its share', async () => {
    await world.run(...['P1', 'P2', 'P3', 'P4'].map((id) => goodProduct(id)));
    const feed = feedOf(goodProduct('P1'), goodProduct('P2'));
    expect((await planOf(feed, 50)).state).toBe('planned');
    const held = await planOf(feed, 49);
    expect(held.state).toBe('held');
    await expect(world.apply(held.id, feed)).rejects.toMatchObject({ code: 'invalid' });
    expect(await world.apply(held.id, feed, { force: true })).toMatchObject({ state: 'done', counts: { applied: 2 } });
  });

  it('invites the trainers that nobody knows, each once', async () => {
    const first = await world.run(
      goodProduct('P1', trainers('An@a.test')),
      goodProduct('P2', trainers('an@a.test', 'bo@a.test')),
    );
    expect(first.counts).toMatchObject({ create: 2, invite: 2 });
    const { items } = await world.backend.listTrainers();
    expect(items.map(({ email, state }) => [email, state])).toEqual([
      ['an@a.test', 'invited'],
      ['bo@a.test', 'invited'],
    ]);
    const again = await world.run(goodProduct('P1', trainers('an@a.test', 'cas@a.test')));
    expect(again.counts).toMatchObject({ invite: 1 });
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    const feed = feedOf(...Array.from({ length: 250 }, (_, index) => goodProduct(`P${index}`)));
    const id = await world.start(feed);
    const { planImport } = await import('@enrollkit/feed');
    await planImport(world.backend, id, feed, {
      today: '2026-11-22',
      sanitize: (html) => html,
      onProgress: ({ records }) => told.push(records),
    });
    expect(told.at(-1)).toBe(250);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('tells who looks at the import, too, but not for every product', async () => {
    const small = feedOf(...Array.from({ length: 100 }, (_, index) => goodProduct(`P${index}`)));
    const feed = feedOf(...Array.from({ length: 2000 }, (_, index) => goodProduct(`P${index}`)));
    for (const [content, most] of [
      [small, 0],
      [feed, 50],
    ] as const) {
      const id = await world.start(content);
      const looks: Promise<FeedImport>[] = [];
      const stop = world.backend.subscribe((change) => change.id === id && looks.push(world.backend.getImport(id)));
      await world.plan(id, content);
      stop();
      const seen = (await Promise.all(looks)).flatMap(({ progress }) => progress ?? []);
      expect(seen.length).toBeLessThanOrEqual(most);
      expect(seen.length > 0).toBe(most > 0);
      for (const [index, { readBytes, products }] of seen.entries()) {
        expect(readBytes).toBeGreaterThan(seen[index - 1]?.readBytes ?? 0);
        expect(readBytes).toBeLessThanOrEqual(content.length);
        expect(products).toBeGreaterThan(seen[index - 1]?.products ?? 0);
        expect(products).toBeLessThanOrEqual(2000);
      }
    }
  });
});

describe('applying', () => {
  it('refuses another feed than the one that was planned', async () => {
    const feed = feedOf(goodProduct('P1'));
    const { id } = await planOf(feed);
    const other = feedOf(goodProduct('P1', { Price: '1.00' }));
    await expect(world.apply(id, other)).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ code: 'import-source-changed' }],
    });
    expect((await world.backend.listProducts()).total).toBe(0);
  });

  it('done again changes nothing', async () => {
    const feed = feedOf(goodProduct('P1'));
    const { id } = await planOf(feed);
    await world.apply(id, feed);
    const before = await world.state(id);
    expect((await world.apply(id, feed)).state).toBe('done');
    expect(await world.state(id)).toEqual(before);
  });

  it('stops when it is told to, and goes on later', async () => {
    const feed = feedOf(...Array.from({ length: 120 }, (_, index) => goodProduct(`P${index}`)));
    const { id } = await planOf(feed);
    const stop = new AbortController();
    world.backend.subscribe(({ kind, id: changed }) => kind === 'product' && changed === 'P7' && stop.abort());
    await expect(world.apply(id, feed, { signal: stop.signal })).rejects.toMatchObject({ code: 'aborted' });
    const { counts, state } = await world.backend.getImport(id);
    // What was begun together is done together.
    expect([state, counts.applied]).toEqual(['applying', 50]);
    expect(await world.apply(id, feed)).toMatchObject({ state: 'done', counts: { applied: 120 } });
  });

  it('stores descriptions without what is never shown', async () => {
    const text = `<![CDATA[<p onclick="x()">Leer lassen.</p><script>x()</script>${'Oefenen. '.repeat(30)}]]>`;
    await world.run(goodProduct('P1', { Description: text }));
    const { description } = await world.backend.getProduct('P1');
    expect(description).toContain('<p>Leer lassen.</p>');
    expect(description).not.toMatch(/onclick|script/);
  });

  it('ends when the import was cancelled meanwhile', async () => {
    const feed = feedOf(...Array.from({ length: 60 }, (_, index) => goodProduct(`P${index}`)));
    const { id } = await planOf(feed);
    world.backend.subscribe(({ kind, id: changed }) => {
      if (kind === 'product' && changed === 'P1') void world.backend.cancelImport(id);
    });
    expect((await world.apply(id, feed)).state).toBe('cancelled');
  });
});

describe('trainers', () => {
  const feedOfTrainers = (...inner: readonly string[]) => `<Trainers>\n${inner.join('\n')}\n</Trainers>\n`;
  const an = '<Trainer><Email>An@a.test</Email><FirstName>An</FirstName><Bio>&lt;p&gt;Lasser&lt;/p&gt;</Bio></Trainer>';

  async function run(feed: string) {
    const id = await world.start(feed, 'trainers');
    const plan = await world.plan(id, feed);
    return { plan, done: plan.state === 'failed' ? plan : await world.apply(id, feed) };
  }

  it('who are unknown are invited with their profile', async () => {
    const { done } = await run(feedOfTrainers(an));
    expect(done.counts).toMatchObject({ products: 1, invite: 1, applied: 1 });
    expect(await world.backend.getTrainer('an@a.test')).toMatchObject({ state: 'invited', firstName: 'An' });
  });

  it('who are known get their new profile, and nobody is removed', async () => {
    await run(feedOfTrainers(an, '<Trainer><Email>bo@a.test</Email></Trainer>'));
    const { plan, done } = await run(feedOfTrainers(an.replace('>An<', '>Anna<')));
    const { items } = await world.backend.listImportSteps(plan.id);
    expect(items).toMatchObject([
      { id: 'an@a.test', action: 'update', changes: [{ path: 'firstName', from: 'An', to: 'Anna' }] },
    ]);
    expect(done.counts).toMatchObject({ update: 1, delete: 0, applied: 1 });
    expect((await world.backend.listTrainers()).total).toBe(2);
  });

  it('of a feed that was applied before are all unchanged', async () => {
    await run(feedOfTrainers(an));
    expect((await run(feedOfTrainers(an))).plan.counts).toMatchObject({ unchanged: 1, invite: 0, update: 0 });
  });
});
