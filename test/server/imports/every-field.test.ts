import { readFile } from 'node:fs/promises';
import type { Product } from '@enrollkit/core';
import { toCamelKeys } from '@enrollkit/core/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importWorker } from '../../../packages/server/src/imports/import-worker.js';
import type { ElementRule } from '../../../packages/feed/src/schema/element-rule.js';
import { PRODUCT_RULE } from '../../../packages/feed/src/schema/product-rules.js';
import { feedOf } from '../../feed/read/product-xml.js';
import { made } from '../support/course.js';
import { json, openHttpWorld, type HttpWorld } from '../support/http-world.js';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld();
});
afterAll(() => world.close());

const TEXT = 'In drie dagen leer je alles wat je voor het examen nodig hebt, met oefeningen uit de praktijk. ';

/** Every element of the feed with something in it: what the feed says, and what is stored of it. */
const FIELDS: Readonly<Record<Exclude<keyof Product, 'providerId'>, readonly [xml: string, stored: unknown]>> = {
  id: ['<ID>vol</ID>', 'vol'],
  name: ['<Name>Projectmatig werken</Name>', 'Projectmatig werken'],
  description: [
    `<Description><![CDATA[<p>${TEXT.repeat(3)}</p><script>x</script>]]></Description>`,
    `<p>${TEXT.repeat(3)}</p>`,
  ],
  imageUrls: [
    '<Images><ImageUrl>https://img.example.test/a.jpg</ImageUrl></Images>',
    ['https://img.example.test/a.jpg'],
  ],
  videoUrl: [
    '<VideoEmbed>https://www.youtube.com/watch?v=abcdefghijk</VideoEmbed>',
    'https://www.youtube.com/watch?v=abcdefghijk',
  ],
  language: ['<Language>nl</Language>', 'nl'],
  price: [
    '<Price>399.00</Price><VatIncluded>no</VatIncluded><VatAmount>83.79</VatAmount><PriceExemptAmount>499.00</PriceExemptAmount>' +
      '<PricePeriod>all</PricePeriod><PriceComplete>true</PriceComplete>',
    { amountMinor: 39900, vat: 'excluded', vatMinor: 8379, exemptAmountMinor: 49900, period: 'all', complete: true },
  ],
  additionalCosts: [
    '<AdditionalCosts><AdditionalCost><Type>other</Type><TypeOther>Boek</TypeOther><Price>50.00</Price><VatIncluded>no</VatIncluded>' +
      '<VatAmount>5.00</VatAmount><PriceExemptAmount>55.00</PriceExemptAmount><VATExemptAmount>5.00</VATExemptAmount>' +
      '<Mandatory>true</Mandatory></AdditionalCost></AdditionalCosts>',
    [
      {
        id: expect.any(String) as string,
        type: 'other',
        typeOther: 'Boek',
        amountMinor: 5000,
        vat: 'excluded',
        vatMinor: 500,
        exemptAmountMinor: 5500,
        exemptVatMinor: 500,
        mandatory: true,
      },
    ],
  ],
  discounts: [
    '<PriceDiscounts><Discount><Go>alliander</Go><Percentage>12.5</Percentage></Discount></PriceDiscounts>',
    [{ site: 'alliander', percentage: '12.5' }],
  ],
  priceInfo: ['<PriceInfo>Boek inbegrepen</PriceInfo>', 'Boek inbegrepen'],
  trainerEmails: ['<Trainers><Trainer><Email>noor@example.nl</Email></Trainer></Trainers>', ['noor@example.nl']],
  courseType: ['<CourseType>training</CourseType>', 'training'],
  productType: ['<ProductType>open</ProductType>', 'open'],
  duration: ['<Duration>2.5</Duration><DurationUnit>days</DurationUnit>', { value: '2.5', unit: 'days' }],
  studyLoad: ['<StudyLoad>16</StudyLoad><StudyLoadUnit>hours</StudyLoadUnit>', { value: '16', unit: 'hours' }],
  durationByAgreement: ['<DurationAgreement>true</DurationAgreement>', true],
  participantsByAgreement: ['<ParticipantsAgreement>true</ParticipantsAgreement>', true],
  runtime: ['<Runtime>Twee weken</Runtime>', 'Twee weken'],
  completion: ['<Completion>Getuigschrift</Completion>', 'Getuigschrift'],
  extraInstructionsAfterBooking: [
    '<ExtraInstructionsAfterBooking>Neem een laptop mee</ExtraInstructionsAfterBooking>',
    'Neem een laptop mee',
  ],
  maxParticipants: ['<MaxParticipants>12</MaxParticipants>', 12],
  webAddress: ['<WebAddress>https://www.example.nl/cursus</WebAddress>', 'https://www.example.nl/cursus'],
  pdfBrochureUrl: ['<PdfBrochure>https://www.example.nl/cursus.pdf</PdfBrochure>', 'https://www.example.nl/cursus.pdf'],
  contactPerson: [
    '<ContactPerson><Name>Kim</Name><Telephone>030 123 45 67</Telephone><EmailAddress>kim@example.nl</EmailAddress></ContactPerson>',
    { name: 'Kim', telephone: '030 123 45 67', email: 'kim@example.nl' },
  ],
  allowedSites: ['<AllowedSites><Go>alliander</Go></AllowedSites>', ['alliander']],
  regions: [
    '<Regions><Region><Country>NL</Country><Name>Drenthe</Name></Region></Regions>',
    [{ country: 'NL', name: 'Drenthe' }],
  ],
  level: ['<Level>HBO</Level>', 'HBO'],
  crohoId: ['<CrohoID>34406</CrohoID>', '34406'],
  creboId: ['<CreboID>25391</CreboID>', '25391'],
  purpose: ['<Purpose>Fit blijven</Purpose>', 'Fit blijven'],
  costPlacements: [
    '<CostPlacements><CostPlacement><Go>alliander</Go><Placement>HR</Placement></CostPlacement></CostPlacements>',
    [{ site: 'alliander', placement: 'HR' }],
  ],
  pePoints: [
    '<PePoints><PePoint><Organisation>KNMG</Organisation><PointType>ABAN</PointType><Points>2.5</Points></PePoint></PePoints>',
    [{ organisation: 'KNMG', pointType: 'ABAN', points: '2.5' }],
  ],
  moments: ['<Moments><Moment><Name>daytime</Name></Moment></Moments>', ['daytime']],
  startingDates: [
    '<StartingDatePlaces><StartingDatePlace><ID>s1</ID><Startdate>2027-01-19</Startdate><Enddate>2027-01-20</Enddate>' +
      '<Place>Zwolle</Place><StartdateIsMonthOnly>false</StartdateIsMonthOnly><EnddateIsMonthOnly>false</EnddateIsMonthOnly>' +
      '<MinNumberOfSeats>2</MinNumberOfSeats><MaxNumberOfSeats>4</MaxNumberOfSeats><AvailableSeats>3</AvailableSeats>' +
      '<StartGuaranteed>true</StartGuaranteed><Schedule><Courseday><ID>d1</ID><Date>2027-01-19</Date><Place>Zwolle</Place>' +
      '<Name>Start</Name><StartTime>09:00</StartTime><EndTime>17:00</EndTime></Courseday></Schedule></StartingDatePlace>' +
      '</StartingDatePlaces>',
    [
      {
        id: 's1',
        startDate: '2027-01-19',
        startDateIsMonthOnly: false,
        endDate: '2027-01-20',
        endDateIsMonthOnly: false,
        place: 'Zwolle',
        minSeats: 2,
        maxSeats: 4,
        availableSeats: 3,
        startGuaranteed: true,
        schedule: [
          { id: 'd1', date: '2027-01-19', place: 'Zwolle', name: 'Start', startTime: '09:00', endTime: '17:00' },
        ],
      },
    ],
  ],
  ltiParams: [
    '<customLtiParams><customLtiParam><key>context</key><value>x</value></customLtiParam></customLtiParams>',
    [{ key: 'context', value: 'x' }],
  ],
};

/** What an in-company course with a price on request says otherwise. */
const ON_REQUEST: Readonly<Partial<Record<string, string>>> = {
  id: '<ID>aanvraag</ID>',
  name: '<Name>Op aanvraag</Name>',
  price:
    '<Price></Price><VatIncluded>no</VatIncluded><VatAmount></VatAmount><PricePeriod>all</PricePeriod>' +
    '<PriceAgreement>true</PriceAgreement><PriceComplete>true</PriceComplete>',
  productType: '<ProductType>in-company</ProductType>',
  allowedSites: '<AllowedSites></AllowedSites>',
  startingDates: '<StartingDatePlaces></StartingDatePlaces>',
};

/** Every element of the feed that says something: alone at the top, else with the element around it. */
function saying({ element: around, children }: ElementRule): readonly string[] {
  return children.flatMap((rule) => {
    if (rule.kind !== 'value') return saying(rule);
    return [around === PRODUCT_RULE.element ? rule.element : `${around}/${rule.element}`];
  });
}

/** What is at `a.b` of a record, of the first item where there is a list on the way. */
function at(record: unknown, path: string): unknown {
  return path.split('.').reduce((inner, key) => {
    const one = Array.isArray(inner) ? (inner[0] as unknown) : inner;
    return (one as Readonly<Record<string, unknown>> | undefined)?.[key];
  }, record);
}

it('brings every field of a feed to where the documentation says', async () => {
  const { call, providerId, actor } = world.newProvider();
  const feed = feedOf(
    `<Product>${Object.values(FIELDS)
      .map(([xml]) => xml)
      .join('')}</Product>`,
    // A price on request is no price besides.
    `<Product>${Object.entries(FIELDS)
      .map(([field, [xml]]) => ON_REQUEST[field] ?? xml)
      .join('')}</Product>`,
  );
  const sent = await made(
    call('/imports/products?apply=true', {
      method: 'POST',
      body: feed,
      headers: { 'Content-Type': 'application/xml' },
    }),
  );
  for (let time = 0; time < 3; time += 1) await importWorker(world.parts).run(new AbortController().signal);
  const imported = await made(call(`/imports/${String(sent.id)}`));
  expect(imported, JSON.stringify(imported.findings)).toMatchObject({
    state: 'done',
    counts: { errors: 0, create: 2 },
  });

  const table = await readFile(new URL('../../../packages/elements/FIELDS.md', import.meta.url), 'utf8');
  const documented = [...table.matchAll(/^\|[^|]*\| `(\w+)` +\|([^|]+)\|$/gm)].map(([, field = '', where = '']) => ({
    field,
    where,
  }));
  expect(documented.map(({ field }) => field).toSorted()).toEqual([...Object.keys(FIELDS), 'providerId'].toSorted());

  const product = toCamelKeys(await made(call('/products/vol'))) as Product;
  expect(product.providerId).toBe(providerId);
  const onRequest = toCamelKeys(await made(call('/products/aanvraag')));
  const said = [...table.matchAll(/^\| ((?:`[\w/]+`(?:, | and )?)+)[^|]*\|([^|]+)\|([^|]+)\|$/gm)].flatMap(
    ([, elements = '', property = '', where = '']) =>
      [...elements.matchAll(/`([\w/]+)`/g)].map(([, element = '']) => ({ element, property, where: where.trim() })),
  );
  // Every element of the schema is in the tables once, with where it is shown or used; lists and groups may be too.
  const elements = new Set(said.map(({ element }) => element));
  expect(saying(PRODUCT_RULE).filter((element) => !elements.has(element))).toEqual([]);
  expect(said.filter(({ element }, index) => said.findIndex((other) => other.element === element) < index)).toEqual([]);
  const schema = await readFile(new URL('../../../packages/feed/schema/product.xsd', import.meta.url), 'utf8');
  const declared = new Set([...schema.matchAll(/<xs:element name="(\w+)"/g)].map(([, name]) => name));
  for (const { element, property, where } of said) {
    expect(
      element.split('/').every((name) => declared.has(name)),
      element,
    ).toBe(true);
    expect(where, element).not.toBe('');
    const [, path] = /in `([\w.]+)`/.exec(property) ?? [];
    if (path !== undefined) expect(at(product, path) ?? at(onRequest, path), element).toBeDefined();
  }

  const employee = world.as({ id: 'e', role: 'participant', email: 'eva@example.nl', providerId });
  const offered = toCamelKeys(await made(employee('/products/vol?site=alliander'))) as Product;
  for (const { field, where } of documented) {
    if (field === 'providerId') continue;
    const [, stored] = FIELDS[field as keyof typeof FIELDS];
    expect(product[field as keyof Product], field).toEqual(stored);
    // What an element shows is there for whoever may book it.
    if (where.includes('<')) expect(offered[field as keyof Product], `${field} for ${where}`).toEqual(stored);
  }

  // What is used and not shown.
  expect((await employee('/products/vol')).status, 'AllowedSites').toBe(404);
  const visitor = world.as({ id: 'v', role: 'visitor', providerId });
  expect((await visitor('/products/vol')).status, 'AllowedSites').toBe(404);
  expect(await made(call('/trainers')), 'Trainers').toMatchObject({
    items: [{ email: 'noor@example.nl', state: 'invited' }],
  });
  expect((product as { startRegions?: unknown }).startRegions, 'Place').toEqual([
    { country: 'NL', name: 'Overijssel' },
  ]);
  expect((product as { startStates?: unknown }).startStates, 'seats').toEqual([{ startingDateId: 's1', seatsLeft: 3 }]);

  // A visitor of the site finds the start, picks what can be picked, books it, and finds exactly that.
  const booking = {
    product_id: 'vol',
    starting_date_id: 's1',
    site: 'alliander',
    participant: { name: 'Eva', email: 'eva@example.nl' },
    expected_total_minor: 47745,
  };
  const booked = await made(employee('/bookings', json('POST', booking)));
  expect(booked).toMatchObject({
    start_date: '2027-01-19',
    end_date: '2027-01-20',
    booked: { total_minor: 47745, site: 'alliander', discount: { percentage: '12.5' } },
  });
  expect(actor.role).toBe('provider');
});
