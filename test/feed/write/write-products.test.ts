import { existsSync, readFileSync } from 'node:fs';
import { calculatePrice, hasErrorCode, type Product } from '@enrollkit/core';
import { DEFAULT_READ_LIMITS, readTrainers, writeProducts, writeTrainers } from '@enrollkit/feed';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from '../read/product-xml.js';
import { readAll, readGood } from '../read/read-all.js';
import { schemaJudge } from '../schema/judges.js';
import { arbitraryProduct, asRead, text } from './arbitrary-product.js';
import { written } from './written.js';

const official = new URL('../../../../shared/reference/product_2_1.xsd', import.meta.url);
const skipped = existsSync(official) ? '' : ' (skipped: ../shared/reference is not here)';
const ours = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../packages/feed/schema/${name}`, import.meta.url));
const judgedByOurs = schemaJudge({ own: ours('product.xsd') });
const bytes = (xml: string): Uint8Array => new TextEncoder().encode(xml);

async function course(changes: Partial<Product> = {}): Promise<Product> {
  const [product] = await readGood(feedOf(productXml()));
  return { ...product!, ...changes };
}

async function refusal(changes: Partial<Product>): Promise<readonly string[]> {
  const { xml, summary } = await written(writeProducts([await course(changes)]));
  expect(xml).not.toContain('<Product>');
  expect(summary).toMatchObject({ written: 0, leftOut: 1 });
  return summary.leftOutFirst[0]!.issues.map(({ code, path }) => `${code} ${path}`);
}

describe('writing products', () => {
  it('writes what is read again as the same product, whatever is in its fields', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryProduct({ newer: true }), { minLength: 1, maxLength: 2 }),
        async (products) => {
          const { xml, summary } = await written(writeProducts(products));
          expect(summary.leftOutFirst).toEqual([]);
          const entries = await readAll(bytes(xml));
          expect(entries.map(({ product }) => product)).toEqual(products.map(asRead));
          const issues = entries.flatMap((entry) => entry.issues);
          expect(issues.filter(({ code }) => code !== 'newer-schema')).toEqual([]);
          expect(summary.remaining['newer-schema'] ?? 0).toBe(issues.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('writes what our schema takes', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProduct({ newer: true }), async (product) => {
        expect(judgedByOurs(bytes((await written(writeProducts([product]))).xml))).toEqual({ own: [] });
      }),
      { numRuns: 100 },
    );
  });

  it.skipIf(skipped !== '')(`writes what the official schema takes${skipped}`, async () => {
    const judgedByOfficial = schemaJudge({ official: readFileSync(official) });
    await fc.assert(
      fc.asyncProperty(arbitraryProduct({ newer: false }), async (product) => {
        expect(judgedByOfficial(bytes((await written(writeProducts([product]))).xml))).toEqual({ official: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('keeps what is to be paid', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProduct({ newer: false }), async (given) => {
        const product = { ...given, discounts: [] };
        const [read] = await readGood((await written(writeProducts([product]))).xml);
        const [before, after] = [calculatePrice(product), calculatePrice(read!)];
        expect([after.display, after.totalMinor, after.exemptTotalMinor]).toEqual([
          before.display,
          before.totalMinor,
          before.exemptTotalMinor,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('writes the full product of the golden file in the order and spelling of the schema', async () => {
    const { product } = JSON.parse(readFileSync(new URL('../golden/full-product.json', import.meta.url), 'utf8')) as {
      product: Product;
    };
    const { xml } = await written(writeProducts([product]));
    await expect(xml).toMatchFileSnapshot('../golden/full-product.written.xml');
  });

  it('writes every container that has to be there, also when there is nothing in it', async () => {
    const { xml } = await written(writeProducts([await course()]));
    const empty = [
      'Images',
      'VideoEmbed',
      'AdditionalCosts',
      'AllowedSites',
      'PriceDiscounts',
      'Moments',
      'StartingDatePlaces',
      'customLtiParams',
    ];
    expect(empty.filter((name) => !xml.includes(`    <${name}/>\n`))).toEqual([]);
    expect(xml).not.toMatch(/<(?:Trainers|Regions|PePoints|CostPlacements|ContactPerson)/);
  });

  it('takes the VAT out of a price that includes it, and never writes "yes"', async () => {
    const { xml } = await written(
      writeProducts([
        await course({
          price: { amountMinor: 12100, vat: 'included', vatMinor: 2100, period: 'all', complete: true },
          additionalCosts: [
            { id: 'a', type: 'lunch', amountMinor: 109, vat: 'included', vatMinor: 9, mandatory: true },
          ],
        }),
      ]),
    );
    expect(xml).toContain('<Price>100.00</Price>\n    <VatIncluded>no</VatIncluded>\n    <VatAmount>21.00</VatAmount>');
    expect(xml).toContain(
      '<Price>1.00</Price>\n        <VatIncluded>no</VatIncluded>\n        <VatAmount>0.09</VatAmount>',
    );
  });

  it('puts HTML into CDATA, spread over two sections where it has the end of one', async () => {
    const { xml } = await written(
      writeProducts([await course({ description: '<p>a ]]> b</p>', name: 'Tom & "Jerry" > 1' })]),
    );
    expect(xml).toContain('<Description><![CDATA[<p>a ]]]]><![CDATA[> b</p>]]></Description>');
    expect(xml).toContain('<Name>Tom &amp; "Jerry" &gt; 1</Name>');
  });

  it('writes line ends as XML has them, and no white space around a text', async () => {
    const [read] = await readGood((await written(writeProducts([await course({ name: ' a\r\nb\rc\u00a0' })]))).xml);
    expect(read?.name).toBe('a\nb\nc');
  });

  it("writes the schema's spelling of a value that a host spells otherwise", async () => {
    const { xml, summary } = await written(
      writeProducts([await course({ productType: 'incompany', duration: { value: '.5', unit: 'Days' } })]),
    );
    expect(xml).toContain('<ProductType>in-company</ProductType>');
    expect(xml).toContain('<Duration>0.5</Duration>\n    <DurationUnit>days</DurationUnit>');
    expect(summary.remaining).toEqual({});
  });

  it('leaves out what would not be the product any more, and says why', async () => {
    const paid = (await course()).price!;
    expect(await refusal({ name: ' ' })).toEqual(['missing-element name']);
    expect(await refusal({ name: 'a\u0007b' })).toEqual(['bad-character name']);
    expect(await refusal({ description: 'half \ud83d' })).toEqual(['bad-character description']);
    expect(await refusal({ productType: 'voucher' })).toEqual(['unknown-value productType']);
    expect(await refusal({ price: { ...paid, amountMinor: -1 } })).toContain('amount-negative price.amountMinor');
    expect(await refusal({ price: { ...paid, amountMinor: 0.5 } })).toContain('amount-not-decimal price.amountMinor');
    expect(await refusal({ price: { ...paid, complete: false } })).toEqual(['price-incomplete price.complete']);
    expect(await refusal({ duration: { value: 'two', unit: 'days' } })).toContain('not-a-number duration.value');
  });

  it('leaves out a price that includes a VAT nobody knows, or that is more than the price', async () => {
    const price = { amountMinor: 12100, vat: 'included', period: 'all', complete: true } as const;
    expect(await refusal({ price })).toEqual(['vat-missing price.vatMinor']);
    expect(await refusal({ price: { ...price, vatMinor: 12101 } })).toContain('amount-negative price.amountMinor');
  });

  it('leaves out what is longer than reading takes, and writes what is just as long', async () => {
    const most = DEFAULT_READ_LIMITS.textLength - '<![CDATA[]]>'.length;
    const description = `<p>${'a'.repeat(most - 3)}`;
    const { xml } = await written(writeProducts([await course({ description })]));
    expect((await readGood(xml))[0]?.description).toHaveLength(most);
    expect(await refusal({ description: `${description}a` })).toEqual(['text-too-long description']);
    const trainerEmails = Array.from({ length: 25_000 }, (_, index) => `${index}@a.nl`);
    expect(await refusal({ trainerEmails })).toEqual(['too-many-elements ']);
  });

  it.each([
    ['name', {}],
    ['imageUrls', 'https://voorbeeld.test/a.png'],
    ['imageUrls[0]', [{}]],
    ['startingDates', {}],
    ['startingDates[0]', [null]],
    ['additionalCosts', 'none'],
    ['additionalCosts[0]', [null]],
  ])('leaves out a product of which a host made %s something else: %j', async (path, value) => {
    expect(await refusal({ [path.replace('[0]', '')]: value })).toContain(`unknown-value ${path}`);
  });

  it('takes a list that is null for none', async () => {
    const { xml } = await written(writeProducts([await course({ additionalCosts: null as never })]));
    expect((await readGood(xml))[0]?.additionalCosts).toEqual([]);
  });

  it('goes on with the next product, and keeps a word that is in no list', async () => {
    const { xml, summary } = await written(
      writeProducts([await course({ id: 'A', name: '' }), await course({ id: 'B', level: 'Niveau 4' })]),
    );
    expect(await readGood(xml)).toMatchObject([{ id: 'B', level: 'Niveau 4' }]);
    expect(summary).toMatchObject({ written: 1, leftOut: 1, remaining: { 'unlisted-value': 1 } });
    expect(summary.leftOutFirst[0]).toMatchObject({
      id: 'A',
      issues: [{ code: 'missing-element', severity: 'error', params: { element: 'Name' } }],
    });
  });

  it('writes a product before it asks for the next', async () => {
    const asked: string[] = [];
    const product = await course();
    async function* endless() {
      for (let number = 1; ; number += 1) {
        asked.push(`${number}`);
        yield { ...product, id: `P-${number}` };
      }
    }
    const pieces = writeProducts(endless());
    await pieces.next();
    expect((await pieces.next()).value).toContain('<ID>P-1</ID>');
    expect(asked).toEqual(['1']);
    await pieces.return({ written: 0, leftOut: 0, leftOutFirst: [], remaining: {} });
  });

  it('stops when it is aborted', async () => {
    const error: unknown = await written(writeProducts([await course()], { signal: AbortSignal.abort() })).catch(
      (thrown: unknown) => thrown,
    );
    expect(hasErrorCode(error, 'aborted')).toBe(true);
  });
});

describe('writing trainers', () => {
  it('writes what is read again as the same trainer', async () => {
    const trainer = fc.record(
      {
        email: fc.emailAddress(),
        firstName: text(),
        lastName: text(),
        bio: text(),
        photoUrl: fc.webUrl(),
        telephone: text(),
        webAddress: fc.webUrl(),
        linkedIn: fc.webUrl(),
      },
      { requiredKeys: ['email'] },
    );
    const judged = schemaJudge({ own: ours('trainers.xsd') });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(trainer, { minLength: 1, maxLength: 3, selector: ({ email }) => email.toLowerCase() }),
        async (trainers) => {
          const { xml } = await written(writeTrainers(trainers));
          const read = [];
          for await (const entry of readTrainers(xml)) read.push(entry.trainer);
          expect(read).toEqual(trainers);
          expect(judged(bytes(xml))).toEqual({ own: [] });
        },
      ),
      { numRuns: 100 },
    );
  });
});
