import { hasErrorCode } from '@enrollkit/core';
import {
  DEFAULT_READ_LIMITS,
  readProducts,
  type FeedIssue,
  type FeedSource,
  type ReadProductsOptions,
} from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from './product-xml.js';
import { readAll } from './read-all.js';

const GOOD = productXml({ ID: 'good' });

/** The error code of the first product, when the second can still be read. */
async function firstFault(hostile: string, options?: ReadProductsOptions): Promise<string | undefined> {
  const entries = await readAll(feedOf(hostile, GOOD), options);
  expect(entries.at(-1)?.product?.id).toBe('good');
  expect(entries[0]?.product).toBeUndefined();
  return entries[0]?.issues.find(({ severity }) => severity === 'error')?.code;
}

async function refusal(source: FeedSource, options?: ReadProductsOptions): Promise<string | undefined> {
  const error: unknown = await readAll(source, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!hasErrorCode(error, 'invalid')) throw new Error('It was read', { cause: error });
  const [issue] = error.issues as readonly FeedIssue[];
  expect(issue?.line).toBeGreaterThan(0);
  expect(issue?.column).toBeGreaterThan(0);
  return issue?.code;
}

describe('a hostile feed', () => {
  it('with an entity bomb is refused before anything is expanded', async () => {
    const bomb = `<!DOCTYPE Products [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
    expect(await refusal(`${bomb}${feedOf(productXml({ Name: '&b;' }))}`)).toBe('doctype-refused');
  });

  it.each([
    ['an external entity', '<!DOCTYPE Products [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['an external document type', '<!DOCTYPE Products SYSTEM "https://evil.test/x.dtd">'],
    ['a public document type', '<!DOCTYPE Products PUBLIC "-//x//y" "https://evil.test/x.dtd">'],
    ['a document type that never ends', `<!DOCTYPE Products [${'<!-- x -->'.repeat(200_000)}`],
  ])('with %s is refused', async (_what, doctype) => {
    expect(await refusal(`${doctype}${feedOf(GOOD)}`)).toBe('doctype-refused');
  });

  it('may name its document type when that defines nothing', async () => {
    expect(await readAll(`<!DOCTYPE Products>${feedOf(GOOD)}`)).toMatchObject([
      { product: { id: 'good' }, issues: [] },
    ]);
  });

  it('nested 10,000 deep costs one product, not the stack', async () => {
    const deep = `${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`;
    expect(await firstFault(`<Product>${deep}</Product>`)).toBe('too-deep');
    expect((await readAll(feedOf(deep, GOOD))).at(-1)?.product?.id).toBe('good');
  });

  it('is read to the depth that is allowed, and not one deeper', async () => {
    const nested = (levels: number) => productXml({}, `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`);
    const allowed = DEFAULT_READ_LIMITS.depth - 2;
    expect((await readAll(feedOf(nested(allowed))))[0]?.product).toBeDefined();
    expect((await readAll(feedOf(nested(allowed + 1))))[0]?.issues.at(-1)?.code).toBe('too-deep');
  });

  it.each([
    ['a text', `<Product><ID>A</ID><Name>${'x'.repeat(3_000_000)}</Name></Product>`],
    ['a CDATA section', `<Product><ID>A</ID><Name><![CDATA[${'x'.repeat(3_000_000)}]]></Name></Product>`],
    ['a comment', `<Product><ID>A</ID><!--${'x'.repeat(3_000_000)}--></Product>`],
    ['an attribute', `<Product a="${'x'.repeat(3_000_000)}"></Product>`],
    ['a name', `<Product><${'x'.repeat(3_000_000)}/></Product>`],
    ['a text in many parts', `<Product><Name>${'<![CDATA[xxxxxxxxxx]]>'.repeat(200_000)}</Name></Product>`],
  ])('with %s of megabytes costs one product', async (_what, xml) => {
    expect(await firstFault(xml)).toBe('text-too-long');
  });

  it('with more attributes, elements or text than a product needs costs one product', async () => {
    const attributes = Array.from({ length: 100_000 }, (_, index) => ` a${index}=""`).join('');
    expect(await firstFault(`<Product${attributes}/>`)).toBe('too-many-attributes');
    expect(await firstFault(`<Product${attributes.repeat(3)}/>`)).toBe('too-many-attributes');
    expect(await firstFault(productXml({ Trainers: '<Trainer/>'.repeat(60_000) }))).toBe('too-many-elements');
    const long = `<x>${'x'.repeat(900_000)}</x>`;
    expect(await firstFault(`<Product>${long.repeat(12)}</Product>`)).toBe('product-too-long');
  });

  it('with a finding per element keeps some and counts the rest', async () => {
    const [entry] = await readAll(feedOf(productXml({}, '<x/>'.repeat(40_000))));
    expect(entry?.issues).toHaveLength(DEFAULT_READ_LIMITS.issuesPerProduct + 1);
    expect(entry?.issues.at(-1)).toMatchObject({ code: 'too-many-issues', params: { count: 39_000 } });
  });

  it('with elements named after the parts of objects is read as any other', async () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
    const extra = names.map((name) => `<${name}><polluted>yes</polluted></${name}>`).join('');
    const [entry] = await readAll(feedOf(productXml({}, extra)));
    expect(entry?.issues.map(({ code }) => code)).toEqual(names.map(() => 'unknown-element'));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(entry?.product)).toBe(Object.prototype);
    const values = productXml({ CourseType: '__proto__', ProductType: 'constructor', Language: 'toString' });
    expect((await readAll(feedOf(values)))[0]?.issues.map(({ code }) => code)).toEqual([
      'language-unknown',
      'unknown-value',
      'unknown-value',
    ]);
    const attribute = productXml().replace('<Product>', '<Product __proto__="x">');
    expect((await readAll(feedOf(attribute)))[0]?.issues.map(({ code }) => code)).toEqual(['unknown-attribute']);
  });

  it('with a fault in each of 20,000 products is read to the end', async () => {
    const entries = await readAll(feedOf(...Array.from({ length: 20_000 }, () => '<Product>&x;</Product>'), GOOD));
    expect(entries).toHaveLength(20_001);
    expect(entries[19_999]?.issues[0]).toMatchObject({ code: 'bad-reference', line: 20_001, column: 10 });
    expect(entries[20_000]?.product?.id).toBe('good');
  });

  it('with every kind of line end counts each once', async () => {
    const entries = await readAll(`<Products>\r\n\r\n\n\r${GOOD}\r${GOOD}\n\r\n${GOOD}</Products>`);
    expect(entries.map(({ line, column }) => [line, column])).toEqual([
      [5, 1],
      [6, 1],
      [8, 1],
    ]);
  });

  it.each<[string, FeedSource]>([
    ['nothing', ''],
    ['no bytes', new Uint8Array(0)],
    ['white space', ' \n '],
    ['a sentence', 'Not found'],
    ['a web page', '<!DOCTYPE html><html><body>503</body></html>'],
    ['another feed', '<Trainers><Trainer/></Trainers>'],
    ['JSON', '{"products": []}'],
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['a ZIP file', Uint8Array.of(0x50, 0x4b, 3, 4, 10, 0, 0, 0, 0, 0)],
    ['half a character in a string', 'x\uD83D'],
  ])('that is none is refused: %s', async (_what, source) => {
    expect(await refusal(source)).toMatch(/^(?:not-a-product-feed|bad-character|encoding-invalid-bytes)$/);
  });

  it('without products says so, since importing it would delete everything', async () => {
    expect(await readAll('<Products></Products>')).toMatchObject([
      { issues: [{ code: 'no-products', severity: 'error' }] },
    ]);
  });

  it('with something behind its end is read, and that is reported', async () => {
    const entries = await readAll(`${feedOf(GOOD)}<Products>${GOOD}</Products>`);
    expect(entries.map(({ product, issues }) => product?.id ?? issues[0]?.code)).toEqual([
      'good',
      'malformed-xml',
      'good',
    ]);
  });

  it('of more products or bytes than allowed is stopped', async () => {
    expect(await refusal(feedOf(GOOD, GOOD, GOOD), { limits: { products: 2 } })).toBe('too-many-products');
    expect(await refusal(feedOf(GOOD, GOOD, GOOD), { limits: { bytes: 100 } })).toBe('too-many-bytes');
  });

  it('that never ends is read in flat memory', async () => {
    const piece = new TextEncoder().encode(`${GOOD}\n`.repeat(200));
    let pieces = 0;
    async function* endless() {
      yield new TextEncoder().encode('<Products>');
      for (; ; pieces += 1) yield piece;
    }
    let products = 0;
    let mostAhead = 0;
    for await (const { product } of readProducts(endless())) {
      products += product ? 1 : 0;
      mostAhead = Math.max(mostAhead, pieces - products / 200);
      if (products === 20_000) break;
    }
    expect(products).toBe(20_000);
    expect(mostAhead).toBeLessThanOrEqual(1);
  });
});
