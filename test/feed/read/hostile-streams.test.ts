import { hasErrorCode } from '@enrollkit/core';
import { readProducts, type FeedEntry } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from './product-xml.js';
import { readAll } from './read-all.js';

const PIECE = 65_536;
const GOOD = productXml({ ID: 'good' });
const encode = (text: string) => new TextEncoder().encode(text);

/** A feed whose first product holds `times` times `part`, made while it is read. */
async function* streamed(before: string, part: string, times: number, after: string, asked = { parts: 0 }) {
  const bytes = encode(part.repeat(Math.ceil(PIECE / part.length)));
  yield encode(`<Products>\n${before}`);
  for (let length = 0; length < part.length * times; length += bytes.length) {
    asked.parts += 1;
    yield bytes;
  }
  yield encode(`${after}\n${GOOD}\n</Products>`);
}

async function outline(source: AsyncIterable<Uint8Array>): Promise<(string | undefined)[]> {
  const result: (string | undefined)[] = [];
  let most = 0;
  const start = process.memoryUsage().heapUsed;
  const watched = async function* () {
    for await (const piece of source) {
      most = Math.max(most, process.memoryUsage().heapUsed - start);
      yield piece;
    }
  };
  for await (const { product, issues } of readProducts(watched())) result.push(product?.id ?? issues.at(-1)?.code);
  expect(most, 'memory in use above the start').toBeLessThan(120e6);
  return result;
}

describe('a hostile feed that is made while it is read', () => {
  it.each<[string, string, string, string]>([
    ['a text of 100 MB', '<Product><Name>', 'x', '</Name></Product>'],
    ['a text of 100 MB of references', '<Product><Name>', '&amp;', '</Name></Product>'],
    ['a CDATA section of 100 MB', '<Product><Name><![CDATA[', 'x]]', ']]></Name></Product>'],
    ['a comment of 100 MB', '<Product><!-- ', 'x ', '--></Product>'],
    ['an attribute of 100 MB', '<Product a="', 'x', '"></Product>'],
    ['a name of 100 MB', '<Product><', 'x', '></x></Product>'],
    ['white space of 100 MB', '<Product>', ' ', '</Product>'],
  ])('costs one product with %s', async (_what, before, part, after) => {
    expect(await outline(streamed(before, part, 100e6 / part.length, after))).toEqual(['text-too-long', 'good']);
  });

  it('costs one product with a billion attributes', async () => {
    // As many as nobody has the time for: what is behind the limit is only looked through for the next product.
    expect(await outline(streamed('<Product', ' a=""', 20e6, '/>'))).toEqual(['malformed-xml', 'good']);
    let count = 0;
    async function* attributes() {
      yield encode('<Products><Product');
      while (count < 20e6) {
        yield encode(Array.from({ length: 8_000 }, () => ` a${(count += 1)}=""`).join(''));
        if (count === 8_000) break;
      }
      yield encode(`/>${GOOD}</Products>`);
    }
    expect(await outline(attributes())).toEqual(['too-many-attributes', 'good']);
  });

  it('costs one product with elements inside elements without end', async () => {
    expect(await outline(streamed('<Product>', '<a>', 10e6, '</Product>'))).toEqual(['too-deep', 'good']);
  });

  it('is stopped when it never comes to an element', async () => {
    const asked = { parts: 0 };
    const reading = readAll(streamed('', '<!-- -->', 1e3, '', asked));
    await expect(reading).resolves.toMatchObject([{ product: { id: 'good' } }]);
    async function* endless(part: string) {
      for (asked.parts = 0; ; asked.parts += 1) yield encode(part.repeat(1_000));
    }
    for (const part of [' ', 'x', '<!DOCTYPE ', '<?x ', '<!--', '<a ', '\uFEFF', '&amp;']) {
      const error: unknown = await readAll(endless(part)).catch((thrown: unknown) => thrown);
      expect(hasErrorCode(error, 'invalid'), part).toBe(true);
      expect(asked.parts, part).toBeLessThan(2_000);
    }
  });

  it('that comes in crumbs takes no longer for being one long tag', async () => {
    const bytes = encode(feedOf(`<Product ${'x'.repeat(1_200_000)}`, GOOD));
    async function* inCrumbs() {
      for (let at = 0; at < bytes.length; at += 16) yield bytes.subarray(at, at + 16);
    }
    const entries: FeedEntry[] = [];
    for await (const entry of readProducts(inCrumbs())) entries.push(entry);
    expect(entries.map(({ product, issues }) => product?.id ?? issues[0]?.code)).toEqual(['text-too-long', 'good']);
  });

  it('with a byte order mark where none belongs, or two, is told so', async () => {
    expect(await readAll(`\uFEFF${feedOf(GOOD)}`)).toMatchObject([{ product: { id: 'good' } }]);
    expect((await readAll(`\uFEFF\uFEFF${feedOf(GOOD)}`))[0]?.issues).toMatchObject([{ code: 'before-declaration' }]);
    expect((await readAll(feedOf(`\uFEFF${GOOD}`)))[0]?.issues).toMatchObject([{ code: 'unexpected-text' }]);
    const [entry] = await readAll(feedOf(productXml({ Name: 'a\uFEFFb' })));
    expect(entry?.product?.name).toBe('a\uFEFFb');
  });

  it('with every kind of line end gives the texts that XML says', async () => {
    const description = '<![CDATA[a\r\nb\rc\n\rd&#13;]]>';
    const [entry] = await readAll(feedOf(productXml({ Description: description, PriceInfo: 'a\r\nb&#13;&#10;c' })));
    expect(entry?.product).toMatchObject({ description: 'a\nb\nc\n\nd&#13;', priceInfo: 'a\nb\r\nc' });
  });
});
