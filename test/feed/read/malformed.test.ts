import { readProducts, type FeedEntry } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { readAll } from './read-all.js';
import { feedOf, productXml } from './product-xml.js';

/** What an entry comes down to: the product's ID, or the error that cost it. */
function outline(entries: readonly FeedEntry[]): string[] {
  return entries.map(({ product, issues }) => {
    const error = issues.find(({ severity }) => severity === 'error');
    return product?.id ?? (error ? `${error.code} ${error.line}:${error.column}` : 'nothing');
  });
}

async function outlineOf(middle: string): Promise<string[]> {
  return outline(await readAll(feedOf(productXml({ ID: 'A' }), middle, productXml({ ID: 'C' }))));
}

describe('a malformed product in the middle', () => {
  it.each([
    ['a bare ampersand in an attribute', '<Product lang="a&b"><ID>B</ID></Product>', 'bad-reference 3:17'],
    ['a reference that nobody knows', '<Product><Name>Caf&eakute;</Name></Product>', 'bad-reference 3:19'],
    ['half a character', '<Product><Name>a&#55357;b</Name></Product>', 'bad-reference 3:17'],
    ['a reference to a character that is none', '<Product><Name>&#0;</Name></Product>', 'bad-reference 3:16'],
    ['a NUL', '<Product><ID>B</ID><Name>a\0b</Name></Product>', 'bad-character 3:27'],
    ['an end tag of another element', '<Product><ID>B</ID><Name>b</ID></Product>', 'tag-mismatch 3:27'],
    ['an end tag too many', '<Product><ID>B</ID></Name></Product>', 'tag-mismatch 3:20'],
    ['no end tag', '<Product><ID>B</ID><Name>b</Name>', 'product-not-closed 4:1'],
    ['no end tag of a child', '<Product><ID>B</ID><Name>b</Product>', 'tag-mismatch 3:27'],
    ['a stray less-than sign', '<Product><ID>B</ID><Name>a < b</Name></Product>', 'malformed-xml 3:29'],
    ['an attribute without quotes', '<Product id=1><ID>B</ID></Product>', 'malformed-xml 3:13'],
    ['the same attribute twice', '<Product a="1" a="2"><ID>B</ID></Product>', 'malformed-xml 3:16'],
    ['a comment with two dashes', '<Product><!-- a -- <Product> --><ID>B</ID></Product>', 'malformed-xml 3:17'],
    ['the end of a CDATA section in text', '<Product><Name>a ]]> b</Name></Product>', 'malformed-xml 3:18'],
  ])('is reported at its place, and the next is read: %s', async (_what, xml, expected) => {
    expect(await outlineOf(xml)).toEqual(['A', expected, 'C']);
  });

  it('is not taken for the product that was just complete', async () => {
    const entries = await readAll(feedOf(productXml({ ID: 'A' }), 'R< D', productXml({ ID: 'C' })));
    expect(outline(entries)).toEqual(['A', 'nothing', 'malformed-xml 3:3', 'C']);
  });

  it('does not make products of what stands in comments, CDATA or instructions', async () => {
    const hidden = '<Product><ID>hidden</ID></Product>';
    const xml = `<Product>< <Name>b</Name><!-- ${hidden} --><![CDATA[ ${hidden} ]]><?x ${hidden} ?></Product>`;
    expect(await outlineOf(xml)).toEqual(['A', 'malformed-xml 3:11', 'C']);
  });

  it('reads on after a comment that swallows the rest of its product', async () => {
    expect(await outlineOf('<Product>< <!-- <Product> \n -- </Product> -->')).toEqual(['A', 'malformed-xml 3:11', 'C']);
  });

  it('keeps lines and columns right after several faults', async () => {
    const bad = '<Product>\r\n<Name>é𝄞 < </Name>\r</Product>';
    const entries = await readAll(feedOf(bad, bad, productXml({ ID: 'C', Price: 'x' })));
    expect(outline(entries)).toEqual(['malformed-xml 3:11', 'malformed-xml 6:11', 'C']);
    const [issue] = entries[2]?.issues ?? [];
    expect(issue).toMatchObject({ code: 'amount-not-decimal', line: 8, path: 'price.amountMinor' });
  });

  it('says where a product that breaks off ends', async () => {
    const entries = await readAll(`${feedOf(productXml({ ID: 'A' })).replace('</Products>', '')}<Product>\n<ID>B</I`);
    expect(outline(entries)).toEqual(['A', 'unexpected-end 5:9']);
  });

  it('is the last: a feed that is cut off at any character ends with an error', async () => {
    const feed = feedOf(productXml({ ID: 'A' }));
    for (let length = 0; length < feed.trimEnd().length; length += 1) {
      const codes: string[] = [];
      try {
        for await (const { issues } of readProducts(feed.slice(0, length))) {
          codes.push(...issues.filter(({ severity }) => severity === 'error').map(({ code }) => code));
        }
      } catch (error) {
        codes.push((error as { code: string }).code);
      }
      expect(codes, `cut off after ${length} characters`).not.toEqual([]);
    }
  });
});
