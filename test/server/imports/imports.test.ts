import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importWorker } from '../../../packages/server/src/imports/import-worker.js';
import { releaseFeed } from '../../../packages/server/src/imports/release-feeds.js';
import { feedOf } from '../../feed/read/product-xml.js';
import { made } from '../support/course.js';
import { json, openHttpWorld, type Call, type HttpWorld } from '../support/http-world.js';
import { course, feedWith } from './support/product-feed.js';
import { standStill } from './support/stand-still.js';

const KNMG = { id: 'KNMG', name: 'Artsenfederatie KNMG' };

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld({ maxFeedBytes: 1_000_000, peOrganisations: [KNMG] });
});
afterAll(() => world.close());

const sending = (
  body: string | Uint8Array<ArrayBuffer>,
  type = 'application/xml',
  headers: Record<string, string> = {},
) => ({ method: 'POST', body, headers: { 'Content-Type': type, ...headers } }) satisfies RequestInit;

interface Import {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly { readonly code: string; readonly text: string; readonly line: number }[];
  readonly progress?: { readonly read_bytes: number; readonly products: number };
  readonly problem?: { readonly code: string; readonly text: string };
}

const read = async (answer: Promise<Response>): Promise<Import> => (await made(answer)) as unknown as Import;
/** What the server does by itself, once. */
const work = () => importWorker(world.parts).run(new AbortController().signal);
/** Whether the feeds of this provider's imports are still there. */
const keptFeeds = async (providerId: string) => {
  const { rows } = await world.parts.database.pool.query(
    `select distinct sha256 from files join imports on source ->> 'sha256' = sha256 where provider_id = $1`,
    [providerId],
  );
  return rows.length;
};

/** Sends a feed and has it planned. */
async function plan(call: Call, feed: string, query = ''): Promise<Import> {
  const { id } = await read(call(`/imports/products${query}`, sending(feed)));
  await work();
  return read(call(`/imports/${id}`));
}

describe('a feed that is sent', () => {
  it('is planned, looked at, applied, and let go of', async () => {
    const { call, providerId } = world.newProvider();
    const response = await call('/imports/products', sending(feedWith(3, { price: 700 })));
    expect(response.status).toBe(202);
    const begun = (await response.json()) as Import;
    expect(begun).toMatchObject({ state: 'planning', version: 1 });
    const address = response.headers.get('Location') ?? '';
    expect(address).toBe(`/imports/${begun.id}`);
    expect(await keptFeeds(providerId)).toBe(1);

    await work();
    const planned = await read(call(address));
    expect(planned).toMatchObject({ state: 'planned', counts: { products: 3, create: 3, delete: 0, applied: 0 } });
    const steps = await made(call(`${address}/steps?size=2`));
    expect(steps).toMatchObject({
      total: 3,
      items: [{ id: 'c-0', action: 'create', name: 'Cursus c-0', line: 2 }, { id: 'c-1' }],
    });
    expect(await made(call('/products'))).toMatchObject({ total: 0 });

    expect((await call(`${address}/apply`, { method: 'POST' })).status).toBe(202);
    await work();
    expect(await read(call(address))).toMatchObject({ state: 'done', counts: { applied: 3 } });
    expect(await made(call('/products'))).toMatchObject({ total: 3 });
    expect(await keptFeeds(providerId)).toBe(0);
  });

  it('says which fields change, with what they held, in the words of the API', async () => {
    const { call } = world.newProvider();
    await plan(call, feedOf(course('a'), course('b')), '?apply=true');
    const { id } = await plan(call, feedOf(course('a', { price: 450 }), course('b')));
    const { items } = await made(call(`/imports/${id}/steps`));
    expect(items).toMatchObject([
      { id: 'a', action: 'update', changes: [{ path: 'price.amount_minor', from: 39900, to: 45000 }] },
    ]);
  });

  it('is applied at once when that is asked, unless it would delete more than its guard allows', async () => {
    const { call } = world.newProvider();
    expect((await plan(call, feedWith(10), '?apply=true')).state).toBe('done');
    const held = await plan(call, feedWith(5), '?apply=true&max_deleted_share=20');
    expect(held).toMatchObject({ state: 'held', counts: { delete: 5, before: 10 } });
    const refused = await call(`/imports/${held.id}/apply`, { method: 'POST' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ code: 'import-held' }] });
    expect((await call(`/imports/${held.id}/apply`, json('POST', { force: true }))).status).toBe(202);
    await work();
    expect(await made(call('/products?state=deleted'))).toMatchObject({ total: 5 });
    // What comes back is restored.
    expect((await plan(call, feedWith(10), '?apply=true')).counts).toMatchObject({ restore: 5, create: 0 });
    expect(await made(call('/products?state=active'))).toMatchObject({ total: 10 });
  });

  it('keeps what hangs on products under new ids, but for those that were said to be others', async () => {
    const { call } = world.newProvider();
    const named = (id: string, name: string) =>
      course(id, { extra: { Name: name, WebAddress: `https://example.nl/${id}` } });
    const others = ['c', 'd', 'e'].map((id) => named(id, id));
    await plan(call, feedOf(named('a', 'Lassen'), named('b', 'Frezen'), ...others), '?apply=true');
    for (const id of ['a', 'b']) {
      const participant = { name: 'Jan', email: 'jan@example.nl' };
      await made(call('/bookings', json('POST', { id: `e-${id}`, product_id: id, participant })));
    }
    // Nobody is to find out afterwards: it waits, although it was to be applied at once.
    const held = await plan(call, feedOf(named('a-2', 'Lassen'), named('b-2', 'Frezen'), ...others), '?apply=true');
    expect(held).toMatchObject({ state: 'held', counts: { create: 2, new_ids: 2, delete: 0 } });
    const { items } = await made(call(`/imports/${held.id}/steps`));
    const change = (from: string, to: string) => [{ path: 'id', from, to }];
    expect(items).toMatchObject([
      { id: 'a-2', changes: change('a', 'a-2'), enrollments: { total: 1 } },
      { id: 'b-2', changes: change('b', 'b-2') },
    ]);

    const apply = (body: object) => call(`/imports/${held.id}/apply`, json('POST', body));
    expect((await apply({ force: true, new_ids: 'lose' })).status).toBe(422);
    const chosen = { new_ids: 'keep', new_id_exceptions: ['b-2'] };
    expect(await made(apply({ force: true, ...chosen }))).toMatchObject({ options: chosen });
    await work();
    const productOf = async (id: string) => (await made(call(`/bookings/${id}`))).product_id;
    expect([await productOf('e-a'), await productOf('e-b')]).toEqual(['a-2', 'b']);
    expect((await made(call('/products?state=deleted'))).items).toMatchObject([{ id: 'a' }, { id: 'b' }]);
  });

  it('is warned of organizations that are not in the list of the server, and so is a product by itself', async () => {
    const { call } = world.newProvider();
    const point = (name: string) =>
      `<PePoint><Organisation>${name}</Organisation><PointType>ABAN</PointType><Points>2</Points></PePoint>`;
    const PePoints = `${point('artsenfederatie knmg')}${point('KNMP')}`;
    const { state, findings } = await plan(call, feedOf(course('a', { extra: { PePoints } })), '?apply=true');
    const unlisted = {
      code: 'organisation-unlisted',
      severity: 'warning',
      path: 'pe_points[1].organisation',
      params: { organisation: 'KNMP', use: 'KNMG', name: KNMG.name },
      text: expect.stringContaining('Misschien bedoel je “KNMG” (Artsenfederatie KNMG).') as string,
    };
    expect(state).toBe('done');
    expect(findings.filter(({ code }) => code === unlisted.code)).toMatchObject([unlisted]);

    const stored = await made(call('/products/a'));
    expect(stored).not.toHaveProperty('findings');
    const put = (body: unknown, headers = {}) => call('/products/a', json('PUT', body, headers));
    const answer = await made(put(stored));
    expect(answer).toMatchObject({ id: 'a', findings: [unlisted] });
    const english = await (await put(answer, { Accept: 'application/xml', 'Accept-Language': 'en' })).text();
    expect(english).toContain('Perhaps you mean “KNMG” (Artsenfederatie KNMG).');
    const points = [{ organisation: 'KNMG', point_type: 'ABAN', points: '2' }];
    expect(await made(put({ ...stored, pe_points: points }))).not.toHaveProperty('findings');
  });

  it('may be gzip, by its encoding or its bytes, or the file of a form', async () => {
    const { call } = world.newProvider();
    const gzip = new Uint8Array(gzipSync(feedWith(2)));
    const form = new FormData();
    form.set('file', new File([gzip], 'feed.xml.gz'));
    for (const init of [
      sending(gzip, 'application/xml', { 'Content-Encoding': 'gzip' }),
      sending(gzip, 'application/gzip'),
      { method: 'POST', body: form },
    ]) {
      const { id } = await read(call('/imports/products', init));
      await work();
      expect(await read(call(`/imports/${id}`))).toMatchObject({ state: 'planned', counts: { products: 2 } });
    }
  });

  it('is refused when it is too large, also as a bomb, broken, empty or of another type', async () => {
    const { call } = world.newProvider();
    const refusals = [
      [sending('x'.repeat(1_000_001)), 413, 'feed-too-large'],
      [sending(new Uint8Array(gzipSync(Buffer.alloc(20_000_000))), 'application/gzip'), 413, 'feed-too-large'],
      [sending(new Uint8Array(gzipSync(feedWith(2)).subarray(0, 60)), 'application/gzip'), 422, 'feed-gzip-broken'],
      [sending(''), 422, 'file-empty'],
      [sending('{}', 'application/json'), 415, 'content-type-unsupported'],
      [sending('x', 'application/xml', { 'Content-Encoding': 'br' }), 415, 'content-encoding-unsupported'],
    ] as const;
    for (const [init, status, code] of refusals) {
      const response = await call('/imports/products', init);
      expect(response.status, code).toBe(status);
      expect(await response.json()).toMatchObject({ errors: [{ code }] });
    }
    expect(await made(call('/imports'))).toMatchObject({ total: 0 });
  });

  it('becomes a failed import when it is no feed, with a sentence in the language that is asked for', async () => {
    const { call, providerId } = world.newProvider();
    const { id } = await plan(call, '<html></html>');
    const dutch = await read(call(`/imports/${id}`));
    const english = await read(call(`/imports/${id}`, { headers: { 'Accept-Language': 'en-GB, nl;q=0.5' } }));
    expect(dutch).toMatchObject({ state: 'failed', problem: { code: 'not-a-product-feed' } });
    expect(english.problem?.text).toBeTruthy();
    expect(english.problem?.text).not.toBe(dutch.problem?.text);
    expect(await keptFeeds(providerId)).toBe(0);
  });

  it('leaves out what has an error, keeps it, and says so in a list for a spreadsheet', async () => {
    const { call } = world.newProvider();
    await plan(call, feedWith(3), '?apply=true');
    const faulty = course('c-0', { extra: { Price: 'veel' } });
    const { id, counts } = await plan(
      call,
      feedOf(faulty, course('c-1', { price: 400 }), course('c-2', { price: 401 })),
    );
    expect(counts).toMatchObject({ left: 1, delete: 0, unchanged: 2 });
    const response = await call(`/imports/${id}/findings.csv`);
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(await response.text()).toContain('veel');
  });

  it('is looked at again and again without what was found in it, by whoever asks so', async () => {
    const { call } = world.newProvider();
    const { id, findings, ...session } = await plan(call, feedOf(course('c-0', { price: -1 }), course('c-1')));
    expect(findings).not.toHaveLength(0);
    const look = await call(`/imports/${id}?findings=false`);
    const etag = look.headers.get('ETag') ?? '';
    expect(await look.json()).toEqual({ id, ...session });
    expect(await read(call(`/imports/${id}?findings=true`))).toEqual({ id, findings, ...session });
    const seen = await call(`/imports/${id}?findings=false`, { headers: { 'If-None-Match': etag } });
    expect(seen.status).toBe(304);
    expect((await call(`/imports/${id}?findings=maybe`)).status).toBe(422);
  });

  it('is one import when it is sent again with the same key, and takes the place of one that changed nothing yet', async () => {
    const { call, providerId } = world.newProvider();
    const again = () =>
      read(
        call('/imports/products', sending(feedWith(2, { price: 800 }), 'application/xml', { 'Idempotency-Key': 'k1' })),
      );
    const [first, second] = [await again(), await again()];
    expect(second.id).toBe(first.id);
    const other = await read(call('/imports/products', sending(feedWith(3, { price: 800 }))));
    expect(await read(call(`/imports/${first.id}`))).toMatchObject({ state: 'cancelled' });
    expect(await keptFeeds(providerId)).toBe(2);
    // What made room is found by whoever works.
    await work();
    expect(await keptFeeds(providerId)).toBe(1);
    const { id } = await read(call('/imports/products', sending(feedWith(4, { price: 800 }))));
    expect(await read(call(`/imports/${other.id}`))).toMatchObject({ state: 'cancelled', counts: { create: 3 } });
    await work();
    await made(call(`/imports/${id}/apply`, { method: 'POST' }));
    const refused = await call('/imports/products', sending(feedWith(5, { price: 800 })));
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ current: { id, state: 'applying' } });
    await made(call(`/imports/${id}/cancel`, { method: 'POST' }));
    expect(await keptFeeds(providerId)).toBe(0);
  });

  it('leaves out a product whose ID no database could find, and imports the others', async () => {
    const { call } = world.newProvider();
    const id = randomBytes(3000).toString('hex');
    const far = { Trainers: `<Trainer><Email>${id}@example.nl</Email></Trainer>` };
    const done = await plan(call, feedOf(course('a'), course(id), course('b', { extra: far })), '?apply=true');
    expect(done).toMatchObject({ state: 'done', counts: { create: 1, left: 2, invite: 0, errors: 3 } });
    expect(done.findings).toContainEqual(expect.objectContaining({ code: 'value-too-long', path: 'id', line: 3 }));
    expect(await made(call('/products'))).toMatchObject({ total: 1, items: [{ id: 'a' }] });
  });

  it('comes in alone: a second one of the same provider waits, and nobody else does', async () => {
    const [provider, other] = [world.newProvider(), world.newProvider()];
    const feed = new TextEncoder().encode(feedWith(1));
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const type = { 'Content-Type': 'application/xml' };
    const slow = provider.call('/imports/products', {
      method: 'POST',
      body: readable,
      headers: type,
      duplex: 'half',
    } as RequestInit);
    await writer.write(feed.subarray(0, 10));
    const second = await provider.call('/imports/products', sending(feedWith(1)));
    expect([second.status, second.headers.get('Retry-After')]).toEqual([429, '5']);
    expect((await other.call('/imports/products', sending(feedWith(1)))).status).toBe(202);
    await writer.write(feed.subarray(10));
    await writer.close();
    expect((await slow).status).toBe(202);
    await work();
    expect((await provider.call('/imports/products', sending(feedWith(1)))).status).toBe(202);
  });

  it('cleans descriptions before they are compared and kept', async () => {
    const { call } = world.newProvider();
    const text = 'Een tekst die lang genoeg is om mee te mogen doen in het overzicht van alle cursussen. '.repeat(3);
    const html = `<![CDATA[<p onclick="x()">${text}</p><script>alert(1)</script>]]>`;
    await plan(call, feedOf(course('a', { extra: { Description: html } })), '?apply=true');
    const { description } = await made(call('/products/a'));
    expect(String(description)).toMatch(/^<p>Een tekst/);
    expect(String(description)).not.toMatch(/onclick|script/);
    expect((await plan(call, feedOf(course('a', { extra: { Description: html } })))).counts.unchanged).toBe(1);
  });

  it('keeps no other provider waiting while it can not go on, and goes on when it can', async () => {
    const [stuck, other] = [world.newProvider(), world.newProvider()];
    const { pool } = world.parts.database;
    const first = await read(stuck.call('/imports/products', sending(feedWith(2))));
    const second = await read(other.call('/imports/products', sending(feedWith(3))));
    await pool.query(`
      create function take_too_long() returns trigger language plpgsql as
        $$ begin raise exception 'too long' using errcode = '57014'; end $$;
      create trigger too_long before insert on import_steps for each row
        when (new.provider_id = '${stuck.providerId}') execute function take_too_long()`);
    try {
      for (let run = 0; run < 4; run += 1) await expect(work()).rejects.toMatchObject({ code: 'timeout' });
    } finally {
      await pool.query('drop function take_too_long cascade');
    }
    expect((await read(other.call(`/imports/${second.id}`))).state).toBe('planned');
    expect((await read(stuck.call(`/imports/${first.id}`))).state).toBe('planning');
    await work();
    expect((await read(stuck.call(`/imports/${first.id}`))).state).toBe('planned');
  });

  it('is kept when the same bytes, which an import before needed, are removed while it comes in', async () => {
    const { call, providerId } = world.newProvider();
    // No other test has a feed of these bytes.
    const feed = feedWith(2, { price: 4321 });
    const first = await plan(call, feed, '?apply=true');
    expect(first.state).toBe('done');
    // Its bytes have been stored, and nothing says yet that it needs them.
    const still = await standStill(world.parts.database.pool, {
      table: 'imports',
      when: `new.provider_id = '${providerId}'`,
    });
    const sent = call('/imports/products', sending(feed));
    await still.isReached();
    const sha256 = createHash('sha256').update(feed).digest('hex');
    expect(await releaseFeed(world.parts, sha256)).toBe(true);
    expect(await world.parts.files.has(sha256)).toBe(false);
    await still.letGo();
    const { id } = await read(sent);
    await work();
    expect(await read(call(`/imports/${id}`))).toMatchObject({ state: 'planned', counts: { unchanged: 2 } });
  });

  it('tells whoever asks how much of it was read', async () => {
    const { call, providerId } = world.newProvider();
    const feed = feedWith(700);
    const { id } = await read(call('/imports/products', sending(feed)));
    const look = () => call(`/imports/${id}`);
    const begun = await look();
    // Near its end, it waits until somebody has looked.
    const still = await standStill(world.parts.database.pool, {
      table: 'import_steps',
      when: `new.provider_id = '${providerId}' and new.position = 650`,
    });
    const working = work();
    await still.isReached();
    const under = await look();
    await still.letGo();
    await working;
    const { progress, state } = await read(Promise.resolve(under));
    expect(state).toBe('planning');
    expect(progress?.read_bytes).toBeGreaterThan(0);
    expect(progress?.read_bytes).toBeLessThanOrEqual(feed.length);
    expect(progress?.products).toBeGreaterThan(0);
    expect(under.headers.get('ETag')).not.toBe(begun.headers.get('ETag'));
    expect(await read(look())).not.toHaveProperty('progress');
  });

  it('tells who listens that it goes on', async () => {
    const { call, providerId } = world.newProvider();
    const heard: string[] = [];
    const stop = world.parts.stores.changes.subscribe((change) => {
      if (change.providerId === providerId) heard.push(change.kind);
    });
    await plan(call, feedWith(1), '?apply=true');
    // One of our own is told after those from before it.
    await new Promise<void>((resolve) => {
      const stopOwn = world.parts.stores.changes.subscribe(({ id }) => {
        if (id !== 'last') return;
        stopOwn();
        resolve();
      });
      world.parts.stores.changes.publish({ kind: 'product', id: 'last' });
    });
    stop();
    expect(heard.filter((kind) => kind === 'import').length).toBeGreaterThanOrEqual(3);
    expect(heard).toContain('product');
  });
});

describe('a feed of trainers', () => {
  it('makes trainers who are to be invited', async () => {
    const { call } = world.newProvider();
    const feed = `<Trainers><Trainer><Email>Ada@Example.nl</Email><FirstName>Ada</FirstName></Trainer></Trainers>`;
    await made(call('/imports/trainers?apply=true', sending(feed)));
    await work();
    expect(await made(call('/trainers?state=invited'))).toMatchObject({
      total: 1,
      items: [{ email: 'ada@example.nl', first_name: 'Ada', state: 'invited' }],
    });
  });
});
