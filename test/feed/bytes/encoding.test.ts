import { hasErrorCode } from '@enrollkit/core';
import type { FeedSource } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from '../read/product-xml.js';
import { readAll } from '../read/read-all.js';

const NAME = 'Café “Ä” € 𝄞';
/** What windows-1252 has beyond ISO-8859-1, as far as the tests need it. */
const WINDOWS_1252: Readonly<Record<string, number>> = { '€': 0x80, '“': 0x93, '”': 0x94 };

function feedText(declaration: string, name = NAME): string {
  return `${declaration}${feedOf(productXml({ Name: name }))}`;
}

function declare(encoding: string): string {
  return `<?xml version="1.0" encoding="${encoding}"?>\n`;
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

function singleByte(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => WINDOWS_1252[character] ?? character.charCodeAt(0));
}

const utf8 = (text: string) => new TextEncoder().encode(text);

async function nameIn(source: FeedSource): Promise<string | undefined> {
  const entries = await readAll(source);
  expect(entries.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual([]);
  return entries[0]?.product?.name;
}

async function issueOf(source: FeedSource) {
  const error: unknown = await readAll(source).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!hasErrorCode(error, 'invalid')) throw new Error('It was read', { cause: error });
  return error.issues[0];
}

describe('the encoding of a feed', () => {
  it.each<[string, FeedSource]>([
    ['UTF-8 without a word about it', utf8(feedText(''))],
    ['UTF-8 as declared', utf8(feedText(declare('UTF-8')))],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${feedText(declare('utf-8'))}`)],
    ['UTF-16 LE with a byte order mark', utf16(`\uFEFF${feedText(declare('UTF-16'))}`, true)],
    ['UTF-16 BE with a byte order mark', utf16(`\uFEFF${feedText(declare('UTF-16'))}`, false)],
    ['UTF-16 LE by the looks of it', utf16(feedText(declare('UTF-16LE')), true)],
    ['UTF-16 BE by the looks of it', utf16(feedText(declare('UTF-16')), false)],
    ['UTF-16 without a declaration', utf16(feedText(''), true)],
    ['a string, whatever it declares', feedText(declare('UTF-16'))],
    ['a string with a byte order mark', `\uFEFF${feedText(declare('UTF-8'))}`],
  ])('is found: %s', async (_what, source) => {
    expect(await nameIn(source)).toBe(NAME);
  });

  it.each(['ISO-8859-1', 'iso-8859-1', 'latin1', 'windows-1252', 'Windows-1252'])(
    '%s is read with the characters that windows-1252 has',
    async (encoding) => {
      expect(await nameIn(singleByte(feedText(declare(encoding), 'Café “Ä” €')))).toBe('Café “Ä” €');
    },
  );

  it('that is declared in single quotes is found', async () => {
    const declaration = `<?xml version='1.0' encoding='ISO-8859-1' standalone='yes'?>`;
    expect(await nameIn(singleByte(feedText(declaration, 'Ä')))).toBe('Ä');
  });

  it('is what the bytes show when the declaration says otherwise, with a warning', async () => {
    for (const bytes of [utf8(feedText(declare('UTF-16'))), utf8(`\uFEFF${feedText(declare('ISO-8859-1'))}`)]) {
      const entries = await readAll(bytes);
      expect(entries[0]?.product?.name).toBe(NAME);
      expect(entries.flatMap(({ issues }) => issues)).toMatchObject([
        { code: 'encoding-mismatch', severity: 'warning', line: 1 },
      ]);
    }
  });

  it('that nobody here knows is refused by name', async () => {
    expect(await issueOf(utf8(feedText(declare('EBCDIC-NL'))))).toMatchObject({
      code: 'encoding-unknown',
      params: { declared: 'EBCDIC-NL' },
    });
    const utf32 = Uint8Array.from([...'<?xml'].flatMap((character) => [character.charCodeAt(0), 0, 0, 0]));
    expect(await issueOf(utf32)).toMatchObject({ code: 'encoding-unknown', params: { declared: 'utf-32' } });
  });

  it.each([
    ['iso-8859-15', [0xa4], '€'],
    ['ISO-8859-2', [0xb1], 'ą'],
    ['windows-1251', [0xcb], 'Л'],
    ['macintosh', [0x8e], 'é'],
    ['shift_jis', [0x83, 0x65], 'テ'],
    ['gbk', [0xc4, 0xe3], '你'],
    ['koi8-r', [0xd2], 'р'],
  ] as const)('may be any that browsers know: %s', async (encoding, letter, expected) => {
    const [head = '', tail = ''] = feedText(declare(encoding), 'x@x').split('@');
    const bytes = Uint8Array.from([...utf8(head), ...letter, ...utf8(tail)]);
    expect(await nameIn(bytes)).toBe(`x${expected}x`);
    // One byte at a time: a character may come in two pieces.
    async function* crumbs() {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    expect(await nameIn(crumbs())).toBe(`x${expected}x`);
  });

  it('is UTF-8 when the first letter beyond ASCII is, whatever else it is called, with a warning', async () => {
    const bytes = utf8(feedText(declare('ISO-8859-1'), 'Café'));
    const entries = await readAll(bytes);
    expect(entries[0]?.product?.name).toBe('Café');
    expect(entries.flatMap(({ issues }) => issues)).toMatchObject([
      { code: 'encoding-mismatch', params: { declared: 'ISO-8859-1', used: 'utf-8' } },
    ]);
  });

  it('is more than ASCII when a letter is, and what it is instead is said', async () => {
    const feed = feedText(declare('US-ASCII'), 'Café');
    for (const [bytes, used] of [
      [utf8(feed), 'utf-8'],
      [singleByte(feed), 'windows-1252'],
    ] as const) {
      const entries = await readAll(bytes);
      expect(entries[0]?.product?.name).toBe('Café');
      expect(entries.flatMap(({ issues }) => issues)).toMatchObject([
        { code: 'encoding-mismatch', params: { declared: 'US-ASCII', used } },
      ]);
    }
    expect(await readAll(utf8(feedText(declare('US-ASCII'), 'Cafe')))).toMatchObject([{ issues: [] }]);
  });

  it('can be told by whoever knows better than the feed', async () => {
    const bytes = singleByte(feedText(declare('UTF-8'), 'Café “Ä” €'));
    const [entry] = await readAll(bytes, { encoding: 'windows-1252' });
    expect(entry).toMatchObject({ product: { name: 'Café “Ä” €' }, issues: [] });
  });

  it('that has an odd byte of windows-1252 costs no product, and says what it is and where', async () => {
    const text = feedOf(
      productXml({ ID: 'A' }),
      productXml({ ID: 'B', Name: 'é en “handig”' }),
      productXml({ ID: 'C' }),
    );
    const [head = '', middle = '', tail = ''] = text.split(/[“”]/);
    const bytes = Uint8Array.from([...utf8(head), 0x93, ...utf8(middle), 0x94, ...utf8(tail)]);
    const entries = await readAll(bytes);
    expect(entries.map(({ product }) => product?.name)).toEqual(['Lassen', 'é en “handig”', 'Lassen']);
    expect(entries.flatMap(({ issues }) => issues)).toMatchObject([
      { code: 'byte-misread', severity: 'warning', line: 3, path: 'name', params: { byte: '93', character: '“' } },
    ]);
  });

  it.each<[string, Uint8Array, string]>([
    ['the end of a character is missing', Uint8Array.of(0xe2, 0x82), 'character-cut'],
    ['a letter is cut in half', Uint8Array.of(0xc3), 'character-cut'],
    ['a surrogate in UTF-8', Uint8Array.of(0xed, 0xa0, 0x80), 'character-cut'],
    ['overlong UTF-8', Uint8Array.of(0xc0, 0xaf), 'byte-misread'],
  ])('is never repaired in silence: %s', async (_what, odd, code) => {
    const [head = '', tail = ''] = feedOf(productXml({ ID: 'A', Name: 'x@' }), productXml({ ID: 'B' })).split('@');
    const entries = await readAll(Uint8Array.from([...utf8(head), ...odd, ...utf8(tail)]));
    expect(entries.map(({ product }) => product?.id)).toEqual(['A', 'B']);
    expect(entries.flatMap(({ issues }) => issues.map((issue) => issue.code))).toContain(code);
  });

  it.each<[string, Uint8Array]>([
    ['half a pair in UTF-16', utf16(`\uFEFF${feedOf(productXml({ Name: 'x\uD83D!' }))}`, true)],
    ['half a unit in UTF-16', utf16(`\uFEFF${feedOf(productXml())}`, false).slice(0, -1)],
  ])('in two bytes is never repaired in silence: %s', async (_what, bytes) => {
    const errors = (await readAll(bytes)).flatMap(({ issues }) =>
      issues.filter(({ severity }) => severity === 'error'),
    );
    expect(errors.map(({ code }) => code)).not.toEqual([]);
  });
});
