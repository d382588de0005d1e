import { compareProducts, compareWithIndex, indexFeed } from '@enrollkit/feed';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from '../../read/product-xml.js';
import { readGood } from '../../read/read-all.js';

const named = (id: string, changes: Readonly<Record<string, string>> = {}) =>
  productXml({ ID: id, Name: `Training ${id}`, ...changes });

describe('a feed beside the previous one', () => {
  it('has new, changed and missing products, and tells which fields changed', async () => {
    const previous = await indexFeed(feedOf(named('P1'), named('P2'), named('P3'), named('P4')));
    const now = feedOf(named('P1'), named('P3', { Price: '120.00', Level: 'HBO' }), named('P5'));
    expect(await compareWithIndex(now, previous)).toEqual({
      create: [{ id: 'P5', name: 'Training P5' }],
      update: [{ id: 'P3', name: 'Training P3', fields: ['level', 'price'] }],
      unchanged: 1,
      delete: [
        { id: 'P2', name: 'Training P2' },
        { id: 'P4', name: 'Training P4' },
      ],
    });
  });

  it('counts an ID that comes twice once', async () => {
    const previous = await indexFeed(feedOf(named('P1'), named('P1', { Price: '1.00' })));
    expect(await compareWithIndex(feedOf(named('P1'), named('P1', { Price: '2.00' })), previous)).toEqual({
      create: [],
      update: [],
      unchanged: 1,
      delete: [],
    });
  });

  it('is the same when a description differs in what is never shown', async () => {
    const sanitize = (html: string) => html.replaceAll(/<script>.*?<\/script>/g, '');
    const previous = await indexFeed(feedOf(named('P1')), { sanitize });
    const now = feedOf(named('P1', { Description: '<![CDATA[Leer <script>x()</script>lassen.]]>' }));
    expect((await compareWithIndex(now, previous, { sanitize })).unchanged).toBe(1);
    expect((await compareWithIndex(now, previous)).update[0]?.fields).toEqual(['description']);
  });

  it('is told from it in feeds of thousands of products', async () => {
    const ids = Array.from({ length: 3000 }, (_, index) => `P${index}`);
    const previous = await indexFeed(feedOf(...ids.map((id) => named(id))));
    const now = ids.slice(1000).map((id, index) => named(id, index % 1000 === 7 ? { Duration: '9' } : {}));
    const { create, update, unchanged, delete: gone } = await compareWithIndex(feedOf(...now), previous);
    expect([create.length, update.map(({ id }) => id), unchanged, gone.length]).toEqual([
      0,
      ['P1007', 'P2007'],
      1998,
      1000,
    ]);
  });

  it('differs exactly where comparing its products finds a change', async () => {
    const word = fc.constantFrom('a', 'b');
    const variant = fc.record({
      Name: word,
      Price: fc.constantFrom('1.00', '2.00'),
      Moments: fc
        .shuffledSubarray(['daytime', 'evening', 'sunday'])
        .map((names) => names.map((name) => `<Moment><Name>${name}</Name></Moment>`).join('')),
      StartingDatePlaces: fc
        .shuffledSubarray(['1', '2', '3'])
        .map((ids) =>
          ids
            .map(
              (id) =>
                `<StartingDatePlace><ID>${id}</ID><Startdate>2027-01-0${id}</Startdate><Enddate>2027-02-01</Enddate>` +
                `<Place>Ede</Place><StartdateIsMonthOnly>false</StartdateIsMonthOnly>` +
                `<EnddateIsMonthOnly>false</EnddateIsMonthOnly></StartingDatePlace>`,
            )
            .join(''),
        ),
    });
    await fc.assert(
      fc.asyncProperty(variant, variant, async (before, after) => {
        const [from, to] = [feedOf(productXml(before)), feedOf(productXml(after))];
        const [[old], [now]] = [await readGood(from), await readGood(to)];
        const changed = new Set(compareProducts(old!, now!).map(({ path }) => /^\w+/.exec(path)?.[0]));
        const { update } = await compareWithIndex(to, await indexFeed(from));
        expect(new Set(update[0]?.fields)).toEqual(changed);
      }),
      { numRuns: 60 },
    );
  });
});
