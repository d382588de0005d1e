import { checkProducts, describeFinding, type CheckedEntry } from '@enrollkit/feed';
import { en } from '@enrollkit/feed/terms/en.js';
import { nl } from '@enrollkit/feed/terms/nl.js';
import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from '../read/product-xml.js';

async function checkAll(feed: string): Promise<readonly CheckedEntry[]> {
  const entries: CheckedEntry[] = [];
  for await (const entry of checkProducts(feed, { today: '2026-11-29' })) entries.push(entry);
  return entries;
}

async function findings(feed: string, code: string) {
  return (await checkAll(feed)).flatMap(({ issues }) => issues.filter((issue) => issue.code === code));
}

const cost = (price: string, vat: string) =>
  `<AdditionalCost><Type>lunch</Type><Price>${price}</Price><VatIncluded>no</VatIncluded><VatAmount>${vat}</VatAmount><Mandatory>true</Mandatory></AdditionalCost>`;

describe('three digits behind the only separator', () => {
  it.each([
    ['the price', { Price: '1.250', VatAmount: '262.50' }, '1250.00'],
    ['the price, with a comma', { Price: '1,250', VatAmount: '0.26' }, '1.25'],
    ['the VAT', { Price: '10000', VatAmount: '2.100' }, '2100.00'],
    ['costs', { AdditionalCosts: cost('1.000', '210.00') }, '1000.00'],
    ['the VAT of costs', { AdditionalCosts: cost('10000.00', '2,100') }, '2100.00'],
  ])('are an error that names both readings, and the one that fits: %s', async (_what, changes, fits) => {
    const [finding] = await findings(feedOf(productXml(changes)), 'amount-doubtful');
    expect(finding).toMatchObject({ severity: 'error', params: { fits } });
    const sentence = finding ? describeFinding(finding, en) : '';
    for (const value of Object.values(finding?.params ?? {})) expect(sentence).toContain(String(value));
  });

  it.each(['1.250', '1,250', '1.195', '999,999'])('are never read, and never advised: %s', async (price) => {
    const [entry] = await checkAll(feedOf(productXml({ Price: price, VatIncluded: 'exempt', VatAmount: '0' })));
    expect(entry?.product?.price).toBeUndefined();
    for (const issue of entry?.issues ?? []) {
      for (const terms of [nl, en])
        expect(describeFinding(issue, terms)).not.toMatch(/(?:Write|Schrijf) \d[.,]\d{3}\b/);
    }
  });

  it.each([
    ['1250.00', 125_000],
    ['1.250,00', 125_000],
    ['1,250.00', 125_000],
    ['1.250.000', 125_000_000],
    ['1 250', 125_000],
    ['€ 1250,-', 125_000],
    ['0,125', 13],
    ['1250.125', 125_013],
    ['12.5000', 1250],
  ])('are not what %s has, which has one reading', async (price, amountMinor) => {
    const [entry] = await checkAll(feedOf(productXml({ Price: price, VatIncluded: 'exempt', VatAmount: '0' })));
    expect(entry?.product?.price?.amountMinor).toBe(amountMinor);
  });
});

describe('the start of a feed', () => {
  const { sentences } = en.findings['malformed-xml'];
  it.each([
    ['<Products version=1>', 'quote-expected'],
    ['\n<Products x>', 'equals-sign-expected'],
    ['<Products a="1" a="2">', 'attribute-twice'],
    ['<?xml version=1.0?>\n<Products>', 'xml-declaration'],
    ['<?xml version="1.0">\n<Products>', 'xml-declaration'],
    ['<?xml encoding="UTF-8"?>\n<Products>', 'xml-declaration'],
    ['Warning: old.php\n<?xml version="1.0">\n<Products>', 'xml-declaration'],
    ['Warning: old.php\n<Products version=1>', 'quote-expected'],
  ] as const)('is told to be wrong itself: %s', async (start, problem) => {
    const feed = feedOf(productXml({})).replace(/^.*<Products>/, () => start);
    expect(feed.startsWith(start)).toBe(true);
    const refusal = checkAll(feed);
    await expect(refusal).rejects.toMatchObject({ issues: [{ code: 'malformed-xml', params: { problem } }] });
    expect(sentences[problem]).toBeDefined();
  });
});

describe('a text that was spoilt', () => {
  const START =
    '<StartingDatePlace><ID>1</ID><Startdate>2030-08-13</Startdate><Enddate>2030-08-13</Enddate><Place>Den HaÃ¤g</Place><StartdateIsMonthOnly>false</StartdateIsMonthOnly><EnddateIsMonthOnly>false</EnddateIsMonthOnly></StartingDatePlace>';
  it.each([
    ['read wrongly twice', { Name: 'CafÃƒÂ©' }, 'Write “Café”'],
    ['in a place', { StartingDatePlaces: START }, 'Write “Haäg”'],
    ['in a note on the price', { PriceInfo: 'â‚¬ 50' }, 'Write “€”'],
    ['with a letter that is lost', { Name: 'Caf\uFFFD lassen' }, 'a character was lost'],
    ['with what nobody sees', { Price: '\u200B1250.00' }, '[U+200B]1250.00'],
    ['in a year of another time', { StartingDatePlaces: START.replaceAll('2030', '0230') }, 'between 1900 and 2200'],
  ])('is told with what was meant: %s', async (_what, changes, said) => {
    const sentences = (await checkAll(feedOf(productXml(changes)))).flatMap(({ issues }) =>
      issues.map((issue) => describeFinding(issue, en)),
    );
    expect(sentences.join('\n')).toContain(said);
  });
});

describe('a CDATA section that ends too early', () => {
  it.each([
    ['at a ]]> in a sentence', '<![CDATA[<p>Write ]]> nowhere.</p>]]>', 'cdata-ends-early'],
    ['at that of another one in it', '<![CDATA[<![CDATA[<p>Text</p>]]>]]>', 'cdata-in-cdata'],
    ['before plain text', '<![CDATA[<p>One]]> two ]]> three', 'cdata-ends-early'],
  ])('is named where it ends: %s', async (_what, description, problem) => {
    const xml = productXml({ Description: description });
    const [finding] = await findings(feedOf(xml, productXml({ ID: 'P-2', Name: 'B' })), 'malformed-xml');
    expect(finding).toMatchObject({ line: 2, column: xml.indexOf(']]>') + 1, params: { problem } });
  });

  it('is not blamed for another fault', async () => {
    const feed = feedOf(productXml({ Description: '<![CDATA[<p>Text</p>]]>' }).replace('</Description>', '</Descr>'));
    expect(await findings(feed, 'tag-mismatch')).toHaveLength(1);
  });
});

describe('a reference', () => {
  it.each([
    ['&#55357;', 'bad-reference', 'is only half a character'],
    ['&#xD83D;', 'bad-reference', 'is only half a character'],
    ['&#0;', 'bad-reference', 'stands for a character that XML does not allow'],
    ['&foo;', 'bad-reference', 'XML does not know “&foo;”'],
    ['&eacute;', 'reference-spelling', 'Write the character itself: é'],
    ['&nbsp;', 'reference-spelling', 'Write the character itself: &#160;'],
    ['&#55357;&#56613;', 'reference-spelling', 'Write 🔥'],
    ['R&D', 'reference-spelling', 'Write &amp;'],
  ])('is told what is wrong with it: %s', async (name, code, words) => {
    const [finding] = await findings(feedOf(productXml({ Name: `a ${name} b` })), code);
    expect(finding ? describeFinding(finding, en) : '').toContain(words);
  });
});

describe('a value that is not in a list', () => {
  it('is told which values there are, and which is nearest', async () => {
    const [finding] = await findings(feedOf(productXml({ DurationUnit: 'dayz' })), 'unknown-value');
    expect(finding ? describeFinding(finding, en) : '').toBe(
      'DurationUnit can’t be “dayz”. Perhaps you mean “days”. Choose from: minutes, hours, days, weeks, months, years.',
    );
  });
});

describe('an in-company course', () => {
  it.each([
    ['both empty', { Price: '', VatAmount: '' }],
    ['both left out', { Price: undefined, VatAmount: undefined }],
  ])('without a price is on request: %s', async (_what, changes) => {
    const [entry] = await checkAll(
      feedOf(productXml({ ProductType: 'in-company', PriceAgreement: 'true', ...changes })),
    );
    expect(entry?.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(entry?.price?.display).toBe('on-request');
  });

  it('with a price that cannot be read is not', async () => {
    const [entry] = await checkAll(feedOf(productXml({ ProductType: 'in-company', Price: 'ask' })));
    expect(entry?.issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'amount-not-decimal',
    ]);
  });

  it('may spell its agreement with a dash', async () => {
    const feed = feedOf(
      productXml({ ProductType: 'in-company', Price: '0', VatAmount: '0', 'price-agreement': 'true' }),
    );
    const [entry] = await checkAll(feed);
    expect(entry?.product?.price?.onRequest).toBe(true);
    expect(entry?.issues.map(({ code }) => code)).toContain('element-spelling');
  });
});

describe('costs beside their list', () => {
  it('are read, and told where they belong', async () => {
    const feed = feedOf(productXml({ AdditionalCosts: undefined }, cost('10.00', '2.10') + cost('5.00', '1.05')));
    const [entry] = await checkAll(feed);
    expect(entry?.price?.totalMinor).toBe(12_100 + 1_210 + 605);
    expect(entry?.issues.map(({ code }) => code).filter((code) => code.startsWith('element'))).toEqual([
      'element-outside',
      'element-outside',
    ]);
  });

  it.each([
    ['in a list that nobody knows', `<Kosten>${cost('10.00', '2.10')}</Kosten>`],
    ['two lists further in', `<Extra><Kosten>${cost('10.00', '2.10')}</Kosten></Extra>`],
  ])('are never lost with a warning only: %s', async (_what, costs) => {
    const found = await findings(feedOf(productXml({ AdditionalCosts: undefined }, costs)), 'cost-unread');
    expect(found).toMatchObject([{ severity: 'error', params: { element: 'AdditionalCost', use: 'AdditionalCosts' } }]);
  });
});

describe('what programs put before a feed', () => {
  const FEED = `<?xml version="1.0" encoding="UTF-8"?>\n${feedOf(productXml({ Name: 'Café' }))}`;
  const PHP = '<br />\n<b>Warning</b>:  Undefined variable $x in <b>/var/www/feed.php</b> on line <b>3</b><br />\n';

  async function* crumbs(text: string) {
    for (const byte of new TextEncoder().encode(text)) yield Uint8Array.of(byte);
    await Promise.resolve();
  }

  it.each([
    [
      'a message of PHP',
      `${PHP}${FEED}`,
      { problem: 'text', text: expect.stringContaining('<b>Warning</b>') as string },
    ],
    ['a comment', `<!-- made by Exporter 3 -->\n${FEED}`, { problem: 'comment' }],
    ['a line of text', `Connected.\n${FEED}`, { problem: 'text', text: 'Connected.' }],
    ['a heading of HTTP', `Content-Type: text/xml\r\n\r\n${FEED}`, { problem: 'text', text: 'Content-Type: text/xml' }],
    ['text, and no declaration', `ok${FEED.slice(FEED.indexOf('<Products'))}`, { problem: 'text', text: 'ok' }],
    ['text behind the declaration', FEED.replace('<Products', 'ok <Products'), { problem: 'text', text: 'ok' }],
  ])('is told and skipped: %s', async (_what, feed, params) => {
    for (const source of [feed, crumbs(feed)]) {
      const entries: CheckedEntry[] = [];
      for await (const entry of checkProducts(source, { today: '2026-11-29' })) entries.push(entry);
      const [issue] = entries.flatMap(({ issues }) => issues);
      expect(issue).toMatchObject({ code: 'before-declaration', severity: 'warning', line: 1, column: 1, params });
      expect(entries.at(-1)?.product?.name).toBe('Café');
    }
  });

  it('does not hide in which encoding the feed says that it is', async () => {
    const latin = Uint8Array.from(`${PHP}${FEED.replace('UTF-8', 'iso-8859-1')}`, (character) =>
      character.charCodeAt(0),
    );
    async function* source() {
      for (const byte of latin) yield Uint8Array.of(byte);
      await Promise.resolve();
    }
    const names: unknown[] = [];
    for await (const { product } of checkProducts(source(), { today: '2026-11-29' })) names.push(product?.name);
    expect(names).toContain('Café');
  });

  it.each([
    ['nothing', '', /empty/],
    ['white space', ' \n ', /empty/],
    ['JSON', '{ "products": ["<Product>"] }', /JSON/],
    ['a web page', '<!DOCTYPE html><html><body>404</body></html>', /web page/],
    ['another document', '<?xml version="1.0"?><rss></rss>', /<rss>/],
    ['text without end', 'x'.repeat(10_000), /not an XML feed/],
    ['a feed far behind other things', `${'<p>x</p>'.repeat(1000)}${FEED}`, /begins with <p>/],
  ])('is all there is: %s', async (_what, text, sentence) => {
    for (const source of [text, crumbs(text)]) {
      const reading = (async () => {
        for await (const entry of checkProducts(source, { today: '2026-11-29' })) expect(entry).toBeUndefined();
      })();
      const error: unknown = await reading.catch((thrown: unknown) => thrown);
      const [issue] = (error as { issues: readonly CheckedEntry['issues'][number][] }).issues;
      expect(issue && describeFinding(issue, en)).toMatch(sentence);
    }
  });
});

describe('a date that is none', () => {
  const start = (day: string) =>
    `<StartingDatePlace><ID>1</ID><Startdate>${day}</Startdate><Place>Utrecht</Place><StartdateIsMonthOnly>false</StartdateIsMonthOnly><Enddate>2030-08-13</Enddate><EnddateIsMonthOnly>false</EnddateIsMonthOnly></StartingDatePlace>`;

  it.each([
    ['24-08-27', /two digits/],
    ['2027-08', /month without a day.*2027-08-01/],
    ['44797', /spreadsheet.*2022-08-24/],
    ['31-02-2027', /not a valid date/],
    ['soon', /not a valid date/],
  ])('is told why: %s', async (day, sentence) => {
    const [finding] = await findings(feedOf(productXml({ StartingDatePlaces: start(day) })), 'not-a-date');
    expect(finding && describeFinding(finding, en)).toMatch(sentence);
  });
});
