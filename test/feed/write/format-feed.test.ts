import { existsSync, readFileSync } from 'node:fs';
import { calculatePrice, hasErrorCode } from '@enrollkit/core';
import { checkProducts, FEED_FINDINGS, formatFeed, formatTrainerFeed, writeProducts } from '@enrollkit/feed';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from '../read/product-xml.js';
import { readAll, readGood } from '../read/read-all.js';
import { arbitraryProduct } from './arbitrary-product.js';
import { arbitraryTolerances } from './tolerances.js';
import { written } from './written.js';

const example = new URL('../../../../shared/reference/product_example_2_1.xml', import.meta.url);
const skipped = existsSync(example) ? '' : ' (skipped: ../shared/reference is not here)';

async function isAccepted(xml: string): Promise<boolean> {
  for await (const { issues } of checkProducts(xml, { today: '2027-01-01' })) {
    if (issues.some(({ severity }) => severity === 'error')) return false;
  }
  return true;
}

describe('formatting a feed', () => {
  it('makes of any tolerated feed what would have been written at once', async () => {
    const feeds = fc.array(arbitraryProduct({ newer: false }), { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(feeds, arbitraryTolerances, async (products, tolerate) => {
        const { xml } = await written(writeProducts(products));
        // What an importer refuses is left out: see below.
        fc.pre(await isAccepted(xml));
        const formatted = await written(formatFeed(tolerate(xml)));
        expect(formatted.summary.leftOutFirst).toEqual([]);
        expect(formatted.xml).toBe(xml);
        expect(formatted.summary.remaining).toEqual({});
      }),
      { numRuns: 100 },
    );
  });

  it('leaves nothing that the schema objects to but what it says', async () => {
    const feed = feedOf(
      productXml({
        Level: 'Niveau 4',
        ProductType: 'classroom',
        VatIncluded: 'yes',
        Images: undefined,
        Price: '121,0051',
      }),
      productXml({ ID: 'P-2', Name: 'Solderen', PricePeriod: 'ALL', Runtime: '' }, '<Purpose>fun</Purpose>'),
    );
    const { xml, summary } = await written(formatFeed(feed));
    const strict: Record<string, number> = {};
    for (const { issues } of await readAll(xml)) {
      for (const { code } of issues) if (FEED_FINDINGS[code].strict === 'error') strict[code] = (strict[code] ?? 0) + 1;
    }
    expect(strict).toEqual({ 'unlisted-value': 2, 'newer-schema': 1 });
    expect(summary).toEqual({
      written: 2,
      leftOut: 0,
      leftOutFirst: [],
      lost: 0,
      lostFirst: [],
      remaining: strict,
      repaired: {
        'amount-comma': 1,
        'amount-rounded': 1,
        'legacy-vat-included': 1,
        'element-left-out': 1,
        'value-spelling': 1,
        'empty-element': 1,
      },
    });
  });

  it('changes nothing of what it formatted', async () => {
    const feed = feedOf(
      productXml({ Price: '10,5', StartingDatePlaces: undefined }),
      '<!-- x -->',
      productXml({ ID: 'P-2', Name: 'Solderen' }),
    );
    const once = (await written(formatFeed(feed))).xml;
    const twice = await written(formatFeed(once));
    expect(twice.xml).toBe(once);
    expect(twice.summary.repaired).toEqual({});
  });

  it('leaves out what has an error, and says which, where and why', async () => {
    const feed = feedOf(
      productXml({ ID: 'A', Name: '' }),
      productXml({ ID: 'B' }),
      productXml({ ID: 'C' }).replace('</Name>', '</Nam>'),
      productXml({ ID: 'D', Name: 'Solderen', VatIncluded: 'yes', VatAmount: undefined }),
      productXml({ ID: 'E', Name: 'Draaien', Price: 'ask us' }),
      productXml({ ID: 'B', Name: 'Frezen' }),
      productXml({ ID: 'F', Name: 'Slijpen', ProductType: 'group' }),
    );
    const { xml, summary } = await written(formatFeed(feed));
    expect((await readGood(xml)).map(({ id }) => id)).toEqual(['B']);
    expect(summary).toMatchObject({ written: 1, leftOut: 6 });
    const told = summary.leftOutFirst.map(({ id, line, issues }) => [
      id,
      line,
      issues.find(({ severity }) => severity === 'error')?.code,
    ]);
    expect(told).toEqual([
      ['A', 2, 'empty-required'],
      [undefined, 4, 'tag-mismatch'],
      ['D', 5, 'vat-missing'],
      ['E', 6, 'amount-not-decimal'],
      ['B', 7, 'duplicate-id'],
      ['F', 8, 'group-without-sites'],
    ]);
  });

  it('lists what it can not keep of what it writes', async () => {
    const start = '<StartingDatePlace><ID>S</ID><Startdate>2027-03-0x</Startdate></StartingDatePlace>';
    const feed = feedOf(
      productXml({ ID: 'A', StartingDatePlaces: start }, '<Teacher>Kim</Teacher>').replace('<Price>', '<Price a="1">'),
    );
    const { summary } = await written(formatFeed(feed));
    expect(summary).toMatchObject({ written: 1, leftOut: 0, lost: 3 });
    expect(summary.lostFirst.map(({ id, finding }) => [id, finding.line, finding.code]).sort()).toEqual([
      ['A', 2, 'record-left-out'],
      ['A', 2, 'unknown-attribute'],
      ['A', 2, 'unknown-element'],
    ]);
  });

  it('counts those it leaves out beyond the thousand that it names', async () => {
    const feed = feedOf(...Array.from({ length: 1200 }, (_, index) => productXml({ ID: `P-${index}`, Price: '?' })));
    const { summary } = await written(formatFeed(feed));
    expect([summary.leftOut, summary.leftOutFirst.length]).toEqual([1200, 1000]);
  });

  it.skipIf(skipped !== '')(`keeps the prices of the official example${skipped}`, async () => {
    const { xml, summary } = await written(formatFeed(readFileSync(example)));
    expect(summary).toMatchObject({ written: 1, leftOut: 0 });
    const [product] = await readGood(xml);
    expect([calculatePrice(product!).totalMinor, calculatePrice(product!).exemptTotalMinor]).toEqual([54879, 57100]);
  });

  it('throws when there is no feed at all', async () => {
    const error: unknown = await written(formatFeed('<html></html>')).catch((thrown: unknown) => thrown);
    expect(hasErrorCode(error, 'invalid')).toBe(true);
  });

  it('formats trainers alike', async () => {
    const { xml } = await written(
      formatTrainerFeed(
        '<trainers><Trainer><bio>a &amp; b</bio><Email>a@b.example</Email><LinkedIn/></Trainer></trainers>',
      ),
    );
    expect(xml).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n<Trainers>\n  <Trainer>\n    <Email>a@b.example</Email>\n    <Bio>a &amp; b</Bio>\n  </Trainer>\n</Trainers>\n`,
    );
  });
});
