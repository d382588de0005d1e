import { describe, expect, it } from 'vitest';
import { feedOf } from '../read/product-xml.js';
import { checkAll, product } from './support.js';

async function outlineOf(...products: readonly string[]): Promise<readonly unknown[]> {
  const { entries } = await checkAll(feedOf(...products));
  return entries.map(({ issues }) => issues.map(({ code, line, params }) => [code, line, params.firstLine]));
}

describe('across products', () => {
  it('an ID is used once', async () => {
    const [one, again] = [product({ ID: 'A', Name: 'Een' }), product({ ID: 'A', Name: 'Twee' })];
    expect(await outlineOf(one, product({ ID: 'B', Name: 'Drie' }), again)).toEqual([[], [], [['duplicate-id', 4, 2]]]);
  });

  it('an ID is not one of the names that mean a folder in an address', async () => {
    const ids = ['.', '..', '...', 'a.b', '.a'];
    expect(await outlineOf(...ids.map((ID, index) => product({ ID, Name: `Naam ${index}` })))).toEqual([
      [['id-is-folder', 2, undefined]],
      [['id-is-folder', 3, undefined]],
      [],
      [],
      [],
    ]);
  });

  it('a name is used once, whatever its language, capitals and spaces', async () => {
    const one = product({ ID: 'A', Name: 'Leren Lassen' });
    const again = product({ ID: 'B', Name: 'leren \n lassen', Language: 'en' });
    expect(await outlineOf(one, again)).toEqual([[], [['duplicate-name', 3, 2]]]);
  });

  it('the same product twice is said once each time, with the line of the first', async () => {
    const one = product({ ID: 'A', Name: 'Een' });
    expect(await outlineOf(one, one, one)).toEqual([[], [['duplicate-id', 3, 2]], [['duplicate-id', 4, 2]]]);
  });

  it('IDs in other capitals are other IDs', async () => {
    expect(await outlineOf(product({ ID: 'a', Name: 'Een' }), product({ ID: 'A', Name: 'Twee' }))).toEqual([[], []]);
  });

  it('the ID of a product that could not be read is in use', async () => {
    const broken = '<Product><ID>A</ID><Name>R < D</Name></Product>';
    const { entries, summary } = await checkAll(feedOf(broken, product({ ID: 'A' })));
    expect(entries.map(({ id, product: read }) => id ?? read?.id)).toEqual(['A', 'A']);
    expect(entries[1]?.issues).toMatchObject([{ code: 'duplicate-id', params: { firstLine: 2 } }]);
    expect(summary.products).toBe(2);
  });

  it('a malformed product costs itself only, and what stands beside the products is no product', async () => {
    const feed = feedOf(
      product({ ID: 'A', Name: 'Een' }),
      '<Product>\n<ID>B</Product>',
      product({ ID: 'C', Name: 'Drie' }),
      'los',
    );
    const { entries, summary } = await checkAll(feed);
    expect(entries.map(({ product: read, price }) => [read?.id, price?.totalMinor])).toEqual([
      ['A', 12100],
      [undefined, undefined],
      ['C', 12100],
      [undefined, undefined],
    ]);
    expect(entries[1]?.issues).toMatchObject([{ code: 'tag-mismatch', severity: 'error', line: 4, column: 6 }]);
    expect(summary).toEqual({
      products: 3,
      errors: 1,
      warnings: 1,
      byCode: { 'tag-mismatch': 1, 'unexpected-text': 1 },
    });
  });
});

describe('findings', () => {
  it('come in the order of the feed, of reading and checking together', async () => {
    const broken = product({ Level: 'Expert', WebAddress: 'www.duinweg.example' }, '\n<PriceInfo></PriceInfo>').replace(
      '<Level>',
      '\n<Level>',
    );
    const { entries } = await checkAll(feedOf(broken));
    const places = entries[0]?.issues.map(({ code, line }) => `${line} ${code}`);
    expect(places).toEqual(['2 url-without-scheme', '3 unlisted-value', '4 empty-element']);
  });

  it('beyond the limit are counted', async () => {
    const Images = '<ImageUrl>geen</ImageUrl>'.repeat(12);
    const { entries } = await checkAll(feedOf(product({ Images })), { limits: { issuesPerProduct: 10 } });
    const issues = entries[0]?.issues ?? [];
    expect(issues).toHaveLength(11);
    expect(issues.find(({ code }) => code === 'too-many-issues')?.params).toEqual({ count: 2 });
  });

  it('about the past need a day that exists', async () => {
    await expect(checkAll(feedOf(product()), { today: '1-9-2026' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('leave the price as it is for any buyer, with the discount of a site that is asked for', async () => {
    const PriceDiscounts = '<Discount><Go>ns</Go><Percentage>50</Percentage></Discount>';
    const feed = feedOf(product({ PriceDiscounts }));
    expect((await checkAll(feed)).entries[0]?.price?.totalMinor).toBe(12100);
    expect((await checkAll(feed, { site: 'ns' })).entries[0]?.price?.totalMinor).toBe(6050);
  });
});
