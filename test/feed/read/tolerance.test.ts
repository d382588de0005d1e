import type { FeedFindingCode, FeedIssue } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from './product-xml.js';
import { readAll } from './read-all.js';

async function readOne(xml: string) {
  const [entry] = await readAll(feedOf(xml));
  if (!entry) throw new Error('Nothing was read');
  return entry;
}

function outline(issues: readonly FeedIssue[]): string[] {
  return issues.map(({ code, path }) => `${code} ${path}`.trim());
}

const start = (elements: string) =>
  `<StartingDatePlace><Startdate>2027-01-02</Startdate><Place>Breda</Place><StartdateIsMonthOnly>false</StartdateIsMonthOnly>` +
  `<Enddate>2027-01-03</Enddate><EnddateIsMonthOnly>false</EnddateIsMonthOnly>${elements}</StartingDatePlace>`;
const day = (times: string) =>
  start(`<Schedule><Courseday><Date>2027-01-02</Date><Place></Place><Name></Name>${times}</Courseday></Schedule>`);
const cost = (changes: Readonly<Record<string, string>> = {}) =>
  Object.entries({ Type: 'lunch', Price: '10', VatIncluded: 'no', VatAmount: '0.90', Mandatory: 'true', ...changes })
    .map(([name, content]) => `<${name}>${content}</${name}>`)
    .join('');
const costs = (...each: readonly string[]) => each.map((inner) => `<AdditionalCost>${inner}</AdditionalCost>`).join('');

describe('what real feeds send', () => {
  it('is read without a word when it is as the schema wants', async () => {
    expect((await readOne(productXml())).issues).toEqual([]);
  });

  it.each<[string, string, FeedFindingCode, object]>([
    ['a comma in an amount', productXml({ Price: '399,5' }), 'amount-comma', { price: { amountMinor: 39950 } }],
    [
      'three decimals, rounded half up',
      productXml({ Price: '0.125' }),
      'amount-rounded',
      { price: { amountMinor: 13 } },
    ],
    ['VAT that is included', productXml({ VatIncluded: 'yes' }), 'legacy-vat-included', { price: { vat: 'included' } }],
    ['another case in a word', productXml({ VatIncluded: 'No' }), 'value-spelling', { price: { vat: 'excluded' } }],
    [
      'a comma in a number',
      productXml({ Duration: '2,5' }),
      'number-comma',
      { duration: { value: '2.5', unit: 'days' } },
    ],
    ['"evenement"', productXml({ CourseType: 'evenement' }), 'value-spelling', { courseType: 'event' }],
    [
      '"Evenement" as a product type',
      productXml({ ProductType: 'Evenement' }),
      'value-spelling',
      { productType: 'event' },
    ],
    [
      '"learning-bite"',
      productXml({ ProductType: 'learning-bite' }),
      'value-spelling',
      { productType: 'learning_bite' },
    ],
    ['"incompany"', productXml({ ProductType: 'incompany' }), 'value-spelling', { productType: 'in-company' }],
    ['"books"', productXml({ ProductType: 'books' }), 'value-spelling', { productType: 'book' }],
    ['"classroom"', productXml({ ProductType: 'classroom' }), 'newer-schema', { productType: 'classroom' }],
    [
      'white space around a word',
      productXml({ PricePeriod: ' all\n' }),
      'value-spelling',
      { price: { period: 'all' } },
    ],
    [
      'a no-break space around a number',
      productXml({ Price: '\u00A0100' }),
      'value-spelling',
      { price: { amountMinor: 10000 } },
    ],
    [
      'a cost without its VAT',
      productXml({ AdditionalCosts: costs(cost({ VatIncluded: 'exempt' }).replace(/<VatAmount>.*<.VatAmount>/, '')) }),
      'value-needed',
      { additionalCosts: [{ vat: 'exempt' }] },
    ],
    ['a site without a name', productXml({ AllowedSites: '<Go/>' }), 'empty-value', { allowedSites: [] }],
    [
      'a contact without an address',
      productXml({ ContactPerson: '<Name>Jo</Name><Telephone/><EmailAddress/>' }),
      'value-needed',
      { contactPerson: { name: 'Jo', telephone: '', email: '' } },
    ],
    ['a trainer without an address', productXml({ Trainers: '<Trainer/>' }), 'element-left-out', { trainerEmails: [] }],
    ['a language in capitals', productXml({ Language: 'NL' }), 'value-spelling', { language: 'nl' }],
    ['a level of its own', productXml({ Level: 'Instap' }), 'unlisted-value', { level: 'Instap' }],
    ['an empty text', productXml({ PriceInfo: '' }), 'empty-element', {}],
    ['an empty number', productXml({ MaxParticipants: ' ' }), 'empty-value', {}],
    [
      '"CustomLtiParams"',
      productXml({ customLtiParams: undefined, CustomLtiParams: '' }),
      'element-spelling',
      { ltiParams: [] },
    ],
    ['a missing container', productXml({ Images: undefined }), 'element-left-out', { imageUrls: [] }],
    ['an element that nobody knows', productXml({}, '<Colour><Shade>red</Shade></Colour>'), 'unknown-element', {}],
    ['an attribute', productXml().replace('<Product>', '<Product lang="nl">'), 'unknown-attribute', {}],
    ['text between elements', productXml({}, 'oops'), 'unexpected-text', {}],
    [
      '"8:00"',
      productXml({ StartingDatePlaces: day('<StartTime>8:00</StartTime><EndTime></EndTime>') }),
      'time-spelling',
      { startingDates: [{ schedule: [{ startTime: '08:00' }] }] },
    ],
    [
      'seconds',
      productXml({ StartingDatePlaces: day('<StartTime>08:00:00</StartTime><EndTime></EndTime>') }),
      'time-spelling',
      { startingDates: [{ schedule: [{ startTime: '08:00' }] }] },
    ],
    [
      'a time that is none, which is left out',
      productXml({ StartingDatePlaces: day('<StartTime>25:00</StartTime><EndTime></EndTime>') }),
      'not-a-time',
      { startingDates: [{ schedule: [{ date: '2027-01-02' }] }] },
    ],
    [
      '"Starttime"',
      productXml({ StartingDatePlaces: day('<Starttime>09:30</Starttime><EndTime></EndTime>') }),
      'element-spelling',
      { startingDates: [{ schedule: [{ startTime: '09:30' }] }] },
    ],
    [
      '"yes" for a mandatory cost',
      productXml({ AdditionalCosts: costs(cost({ Mandatory: 'yes' })) }),
      'value-spelling',
      { additionalCosts: [{ id: 'cost-1', mandatory: true }] },
    ],
  ])('is taken with a warning: %s', async (_what, xml, code, expected) => {
    const { product, issues } = await readOne(xml);
    expect(issues.map((issue) => [issue.code, issue.severity])).toEqual([[code, 'warning']]);
    expect(product).toMatchObject(expected);
  });

  it.each<[string, string, readonly string[]]>([
    ['a missing price', productXml({ Price: undefined }), ['missing-element price.amountMinor']],
    ['an empty name', productXml({ Name: '' }), ['empty-required name']],
    ['an amount that is none', productXml({ Price: '$ 100' }), ['amount-not-decimal price.amountMinor']],
    ['a negative amount', productXml({ VatAmount: '-21' }), ['amount-negative price.vatMinor']],
    ['an amount beyond counting', productXml({ Price: '9'.repeat(40) }), ['amount-too-large price.amountMinor']],
    ['a period that nobody knows', productXml({ PricePeriod: 'weekly' }), ['unknown-value price.period']],
    ['a product type that nobody knows', productXml({ ProductType: 'circus' }), ['unknown-value productType']],
    ['an element twice', productXml({}, '<Name>Ander</Name>'), ['repeated-element name']],
    [
      'two names of one moment',
      productXml({ Moments: '<Moment><Name>daytime</Name><Name>evening</Name></Moment>' }),
      ['repeated-element moments[1]'],
    ],
    ['an empty price', productXml({ Price: ' ' }), ['empty-required price.amountMinor']],
    ['HTML outside CDATA', productXml({ Description: '<p>a</p><p>b</p>' }), ['markup-in-text description']],
    [
      'a cost without an amount',
      productXml({ AdditionalCosts: costs(cost(), cost({ Price: 'gratis' })) }),
      ['amount-not-decimal additionalCosts[1].amountMinor'],
    ],
    ['"maybe"', productXml({ PriceComplete: 'maybe' }), ['not-true-or-false price.complete']],
  ])('is an error: %s', async (_what, xml, expected) => {
    const { issues } = await readOne(xml);
    expect(outline(issues)).toEqual(expected);
    expect(issues.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('gives no product without an ID, and no price without all that makes it one', async () => {
    expect((await readOne(productXml({ ID: undefined }))).product).toBeUndefined();
    expect((await readOne(productXml({ Price: 'x' }))).product).not.toHaveProperty('price');
  });

  it('gives additional costs an id by their order, and keeps an unknown type as words', async () => {
    const { product, issues } = await readOne(
      productXml({ AdditionalCosts: costs(cost(), cost({ Type: 'parking' }), cost({ Type: 'Dinner' })) }),
    );
    expect(product?.additionalCosts.map(({ id, type, typeOther }) => [id, type, typeOther])).toEqual([
      ['cost-1', 'lunch', undefined],
      ['cost-2', 'other', 'parking'],
      ['cost-3', 'dinner', undefined],
    ]);
    expect(outline(issues)).toEqual([
      'unknown-value additionalCosts[1].type',
      'value-spelling additionalCosts[2].type',
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'half a seat',
      productXml({ StartingDatePlaces: start('<MaxNumberOfSeats>1.5</MaxNumberOfSeats>') }),
      ['not-a-whole-number startingDates[0].maxSeats', 'record-left-out startingDates[0]'],
    ],
    [
      '30 February',
      productXml({ StartingDatePlaces: start('') + start('').replace('2027-01-02', '2027-02-30') }),
      ['not-a-date startingDates[1].startDate', 'record-left-out startingDates[1]'],
    ],
  ])('costs a starting date, and not its product: %s', async (_what, xml, expected) => {
    const [entry] = await readAll(feedOf(xml));
    expect(entry?.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
    expect(entry?.issues.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(entry?.product?.startingDates).toHaveLength(xml.split('<StartingDatePlace>').length - 2);
  });

  it('says what is odd, what to write instead and exactly where', async () => {
    const [entry] = await readAll(`<Products>\n  ${productXml({ ID: 'é𝄞', Price: '1,5' })}\n</Products>`);
    const column = 3 + [...productXml({ ID: 'é𝄞' }).split('<Price>')[0]!].length;
    expect(entry?.issues).toEqual([
      {
        code: 'amount-comma',
        severity: 'warning',
        path: 'price.amountMinor',
        line: 2,
        column,
        params: { element: 'Price', value: '1,5', use: '1.5' },
      },
    ]);
  });

  it('is placed at the text itself in every product, however often its element came before', async () => {
    const products = ['A', 'B', 'C'].map((id) => productXml({ ID: id, Images: 'abc' }));
    const entries = await readAll(feedOf(...products));
    const columns = products.map((xml) => xml.indexOf('abc') + 1);
    expect(entries.flatMap(({ issues }) => issues.map(({ code, line, column }) => ({ code, line, column })))).toEqual(
      columns.map((column, index) => ({ code: 'unexpected-text', line: index + 2, column })),
    );
  });
});
