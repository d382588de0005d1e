import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from './product-xml.js';
import { readAll } from './read-all.js';

async function* inPieces(bytes: Uint8Array, ...cuts: readonly number[]) {
  let from = 0;
  for (const to of [...cuts, bytes.length]) {
    yield bytes.subarray(from, to);
    from = to;
  }
}

async function* byteByByte(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 1) yield bytes.subarray(at, at + 1);
}

/** Everything that can be cut in two: characters of 2, 3 and 4 bytes, references, CDATA ends, comments, line ends, tags. */
const TRICKY = [
  '\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<!-- é & <Product> -->\r\n<Products>\r',
  `<Product  >\n<ID>é€𝄞</ID><Name><![CDATA[a ]] > & ]]]]><![CDATA[> b]]></Name ><Price>1&#x2e;5&#48;</Price>`,
  '<?php <Product> ?><PriceInfo>R&amp;D &lt;3 &#x1D11E;</PriceInfo><Images/></Product>\r\n',
  '<Product><Name>stuk & <!-- <Product> --><![CDATA[<Product>]]></Name></Product>\r\r\n',
  `${productXml({ ID: 'C', Name: 'na \r\n de fout' })}</Products>\n`,
].join('');

describe('the pieces that a feed comes in', () => {
  const bytes = new TextEncoder().encode(TRICKY);

  it('make no difference, wherever the cut is', async () => {
    const whole = await readAll(bytes);
    expect(whole.map(({ product }) => product?.id)).toEqual(['é€𝄞', undefined, 'C']);
    expect(whole[0]?.product).toMatchObject({ name: 'a ]] > & ]]> b', priceInfo: 'R&D <3 𝄞' });
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(await readAll(inPieces(bytes, cut)), `cut at byte ${cut}`).toEqual(whole);
    }
  });

  it('make no difference when each is one byte', async () => {
    expect(await readAll(byteByByte(bytes))).toEqual(await readAll(bytes));
  });

  it('make no difference in UTF-16', async () => {
    const units = new Uint16Array([...TRICKY].join('').length).map((_, at) => TRICKY.charCodeAt(at));
    const wide = new Uint8Array(units.buffer);
    // The declaration says utf-8: the one finding more.
    const entries = (await readAll(byteByByte(wide))).filter(({ issues }) => issues[0]?.code !== 'encoding-mismatch');
    expect(entries).toEqual(await readAll(bytes));
  });

  it('may be big: a string or an array is cut where no character is', async () => {
    const description = '𝄞'.repeat(40_000);
    const feed = feedOf(
      productXml({ Description: `x${description}` }),
      productXml({ Description: description, ID: 'B' }),
    );
    for (const source of [feed, new TextEncoder().encode(feed), new TextEncoder().encode(feed).buffer]) {
      const [first, second] = await readAll(source);
      expect(first?.product?.description).toBe(`x${description}`);
      expect(second?.product?.description).toBe(description);
    }
  });

  it('may come from a Blob or a stream', async () => {
    const expected = await readAll(bytes);
    expect(await readAll(new Blob([bytes]))).toEqual(expected);
    expect(await readAll(new Blob([bytes]).stream())).toEqual(expected);
  });
});
