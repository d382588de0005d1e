import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LocalEngine } from '../../../../packages/feed/src/worker/engine/local-engine.js';
import { createPause } from '../../../../packages/feed/src/worker/engine/pause.js';
import { feedOf, productXml } from '../../read/product-xml.js';

const REQUEST = { strict: false, today: '2026-11-22', maxBytes: 1e8 } as const;
const FIRST = { offset: 0, limit: 50 } as const;
const DESCRIPTION = `<![CDATA[<p>${'Leer veilig en netjes lassen. '.repeat(40)}</p>]]>`;

const good = (changes: Readonly<Record<string, string>> = {}) => productXml({ Description: DESCRIPTION, ...changes });
const engine = (): LocalEngine => new LocalEngine({ pause: createPause(8), isOnPage: true });

async function checked(source: Blob | string, request: Partial<Parameters<LocalEngine['check']>[1]> = {}) {
  const made = engine();
  return { made, summary: await made.check(source, { ...REQUEST, ...request }, {}) };
}

const kinds = async (made: LocalEngine, locale = 'nl') =>
  (await made.listGroups({ by: 'kind', locale, ...FIRST })).items.map(({ key }) => key);

describe('a feed for a page', () => {
  it('is counted the same as a text, as a file, and packed', async () => {
    const text = feedOf(good(), good({ ID: 'P-2', Name: 'Frezen', Price: '1,00' }));
    const asText = await checked(text);
    const asFile = await checked(new Blob([text]));
    const packed = await checked(new Blob([gzipSync(text)]));
    expect(asText.summary).toMatchObject({ products: 2, isComplete: true, byCode: { 'amount-comma': 1 } });
    expect(asFile.summary).toEqual(asText.summary);
    expect(packed.summary).toEqual(asText.summary);
  });

  it('of trainers is known by its root, in any form: checked, repaired and listed as what it is', async () => {
    const text = `<?xml version="1.0" encoding="utf-8"?><!-- <Products> --><Trainers>
      <Trainer><Email>noor@example.test</Email><FirstName>Noor</FirstName><LastName>de Vries</LastName></Trainer>
      <Trainer><Email>no address</Email></Trainer>
      <Trainer><FirstName>Jan</FirstName></Trainer>
    </Trainers>`;
    const wide = Uint8Array.from(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    for (const source of [text, new Blob([text]), new Blob([gzipSync(text)]), new Blob([wide])]) {
      const { made, summary } = await checked(source);
      expect(summary).toMatchObject({ kind: 'trainers', products: 3, isComplete: true, errors: 2 });
      expect(await made.listProducts({ text: '', ...FIRST })).toEqual({ items: [], total: 0 });
      const groups = await made.listGroups({ by: 'product', locale: 'nl', ...FIRST });
      expect(groups.items.map(({ title }) => title)).toContain('no address');
      const { blob, products, leftOut } = await made.writeRepaired({ locale: 'nl' }, {});
      expect({ products, leftOut }).toEqual({ products: 1, leftOut: 2 });
      expect(await blob.text()).toContain('<Email>noor@example.test</Email>');
      expect(await (await made.writeFindings({ locale: 'en' }, {})).text()).toContain('email-invalid');
    }
    expect((await checked(feedOf(good()))).summary.kind).toBe('products');
  });

  it('that breaks off is told as far as it could be read', async () => {
    const { made, summary } = await checked(feedOf(good()).slice(0, -30));
    expect(summary).toMatchObject({ products: 1, isComplete: false });
    expect((await made.getProblem({ locale: 'nl' }))?.code).toBe('unexpected-end');
    expect(await kinds(made)).toContain('unexpected-end');
  });

  it('that is none says why, in the language that is asked for', async () => {
    const { made, summary } = await checked(new Blob(['<rss></rss>']));
    expect(summary).toMatchObject({ products: 0, errors: 1, isComplete: false });
    expect((await made.getProblem({ locale: 'en' }))?.sentence).toMatch(/<Products>/);
    expect((await made.getProblem({ locale: 'nl' }))?.sentence).toMatch(/Begin het bestand met <Products>/);
  });

  it('that breaks off in bytes that are no text is told as far as it goes', async () => {
    const start = new TextEncoder().encode(feedOf(good()).replace('</Products>', '<!-- '));
    const { summary, made } = await checked(new Blob([start, new Uint8Array([0xc3, 0x28])]));
    expect(summary).toMatchObject({ isComplete: false, products: 1 });
    expect((await made.getProblem({ locale: 'nl' }))?.code).toBe('unexpected-end');
  });

  it('larger than allowed, once it is unpacked, is refused', async () => {
    const bomb = new Blob([gzipSync(`<Products>${' '.repeat(2_000_000)}`)]);
    expect(bomb.size).toBeLessThan(100_000);
    await expect(checked(bomb, { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'too-large' });
  });

  it('in a damaged archive is refused', async () => {
    const packed = gzipSync(feedOf(good()));
    await expect(checked(new Blob([packed.subarray(0, packed.length - 40)]))).rejects.toMatchObject({
      code: 'broken-archive',
    });
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(engine().check(feedOf(good()), REQUEST, { signal: abort.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });
});

describe('the line of a finding', () => {
  const snippetOf = async (source: Blob | string) => {
    const { made } = await checked(source);
    const { items } = await made.listFindings({ by: 'kind', key: 'amount-comma', locale: 'nl', ...FIRST });
    return items[0];
  };
  const comma = good({ Price: '1,00' });

  it('is marked from its place on, and cut where it is long', async () => {
    const finding = await snippetOf(feedOf(comma));
    expect(finding?.snippet).toMatchObject({ marked: '<Price>1,00</Price>', isCutBefore: true, isCutAfter: true });
    expect(finding?.snippet?.before.length).toBeLessThan(100);
  });

  for (const [what, lineEnd] of [
    ['line feeds', '\n'],
    ['carriage returns', '\r'],
    ['both', '\r\n'],
  ] as const) {
    it(`is found far into a feed with ${what}, whatever the pieces it is read in`, async () => {
      const lines = Array.from({ length: 400 }, (_, index) => good({ ID: `P-${index}`, Name: `Cursus 🔥 ${index}` }));
      const text = ['<Products>', ...lines, comma.replaceAll('><', `>${lineEnd}<`), '</Products>'].join(lineEnd);
      for (const source of [text, new Blob([text]), new Blob([gzipSync(text)])]) {
        expect(await snippetOf(source)).toMatchObject({
          line: text.split(lineEnd).findIndex((line) => line.includes('1,00')) + 1,
          snippet: { before: '', marked: '<Price>1,00</Price>', after: '', isCutBefore: false, isCutAfter: false },
        });
      }
    });
  }

  it('is found in UTF-16 and in windows-1252', async () => {
    const text = feedOf(good({ Name: 'Café' }), comma);
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (each) => each.charCodeAt(0)).buffer),
    ]);
    const narrow = Uint8Array.from(`<?xml version="1.0" encoding="iso-8859-1"?>${text}`, (each) => each.charCodeAt(0));
    expect((await snippetOf(new Blob([wide])))?.snippet?.marked).toBe('<Price>1,00</Price>');
    expect((await snippetOf(new Blob([narrow])))?.snippet?.marked).toBe('<Price>1,00</Price>');
  });
});

describe('what a page asks of a checked feed', () => {
  it('is answered page by page, with how many there are', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      good({ ID: `P-${index}`, Name: `Cursus ${index}`, Price: '1,00' }),
    );
    const { made } = await checked(feedOf(...many));
    const groups = await made.listGroups({ by: 'product', code: 'amount-comma', locale: 'nl', offset: 10, limit: 5 });
    expect(groups.total).toBe(30);
    expect(groups.items.map(({ title, id }) => [title, id])).toEqual(
      [10, 11, 12, 13, 14].map((index) => [`Cursus ${index}`, `P-${index}`]),
    );
    const found = await made.listFindings({ by: 'kind', key: 'amount-comma', locale: 'nl', offset: 28, limit: 5 });
    expect(found).toMatchObject({ total: 30, items: [{ product: 'Cursus 28' }, { product: 'Cursus 29' }] });
  });

  it('finds products by a part of their name or ID', async () => {
    const { made } = await checked(feedOf(good(), good({ ID: 'X-9', Name: 'Frezen' })));
    expect(await made.listProducts({ text: 'fre', ...FIRST })).toMatchObject({ total: 1, items: [{ name: 'Frezen' }] });
    expect(await made.listProducts({ text: 'x-9', ...FIRST })).toMatchObject({ total: 1 });
    expect((await made.listProducts({ text: '', ...FIRST })).total).toBe(2);
  });

  it('counts what an import would change, and lists it', async () => {
    const { made } = await checked(feedOf(good(), good({ ID: 'P-2', Name: 'Frezen' })));
    const previous = feedOf(good({ Duration: '4' }), good({ ID: 'P-3', Name: 'Draaien' }));
    const difference = await made.compare(new Blob([gzipSync(previous)]), { maxBytes: 1e8 }, {});
    expect(difference).toEqual({ create: 1, update: 1, unchanged: 0, delete: 1 });
    expect((await made.listChanges({ kind: 'update', ...FIRST })).items).toEqual([
      { id: 'P-1', name: 'Lassen', fields: ['duration'] },
    ]);
    expect((await made.listChanges({ kind: 'delete', ...FIRST })).items).toEqual([{ id: 'P-3', name: 'Draaien' }]);
  });

  it('writes every finding as CSV, and what ended reading', async () => {
    const broken = await checked(new Blob([feedOf(good({ Price: '1,00' })), '<!DOCTYPE x [ ]>']));
    const csv = await (await broken.made.writeFindings({ locale: 'nl' }, {})).text();
    expect(csv.split('\r\n')[0]).toContain('Ernst;Code;Regel');
    expect(csv).toContain('Schrijf 1.00.');
  });

  it('writes the feed in the schema’s spelling, which is then as strict as it gets', async () => {
    const { made } = await checked(
      feedOf(good({ Price: '1,00' }), productXml({ ID: 'P-2', Name: 'Kapot', Price: 'x' })),
    );
    const { blob, products, leftOut } = await made.writeRepaired({ locale: 'nl' }, {});
    expect([products, leftOut]).toEqual([1, 1]);
    const again = await checked(blob, { strict: true });
    expect(again.summary).toMatchObject({ products: 1, errors: 0 });
  });

  it('says what the repaired feed no longer says', async () => {
    const { made } = await checked(feedOf(good().replace('</Product>', '<Sponsor>De Gilde</Sponsor></Product>')));
    const { lost } = await made.writeRepaired({ locale: 'nl' }, {});
    expect(lost).toMatchObject({ total: 1, items: [{ line: 2 }] });
    expect(lost?.items[0]?.sentence).toContain('Sponsor');
    expect(await (await made.writeRepaired({ locale: 'nl' }, {})).blob.text()).not.toContain('De Gilde');
  });

  it('is read, shown and repaired in the encoding that was asked for', async () => {
    const bytes = Buffer.from(feedOf(good({ Name: 'Caf\xe9 \x80 5', Price: '1,00' })), 'latin1');
    const { made, summary } = await checked(new Blob([bytes]), { encoding: 'windows-1252' });
    expect(summary.byCode).toHaveProperty('amount-comma', 1);
    expect(await (await made.writeRepaired({ locale: 'nl' }, {})).blob.text()).toContain('Café € 5');
    const { items } = await made.listFindings({ by: 'kind', key: 'amount-comma', locale: 'nl', ...FIRST });
    expect(items[0]?.snippet?.marked).toContain('1,00');
  });

  it('tells what a neighbour would refuse, and what is lost on the way', async () => {
    const { made } = await checked(
      feedOf(
        good({ Level: 'MBA' }),
        good({ ID: 'P*2', Name: 'Frezen' }),
        good({ ID: 'P-3', Name: 'Kapot', Price: 'x' }),
      ),
    );
    const report = await made.convert({ to: 'edudex', locale: 'en' }, {});
    expect(report).toMatchObject({ taken: 1, refused: 1 });
    expect(report.items[0]).toMatchObject({ severity: 'error', id: 'P*2', products: 1 });
    expect(report.items.map(({ sentence }) => sentence)).toContain('Level “MBA” becomes “master” in EDU-DEX.');
    expect((await made.convert({ to: 'oeapi', locale: 'nl-NL' }, {})).items[0]?.sentence).toMatch(/OEAPI/);
  });
});
