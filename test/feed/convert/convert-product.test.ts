import { LOCALES, type Product } from '@enrollkit/core';
import { sanitizeDescription } from '@enrollkit/feed/html';
import {
  convertProduct,
  describeConversion,
  EDUDEX,
  edudexDiscounts,
  edudexInstitute,
  OEAPI,
  type Format,
} from '@enrollkit/feed/convert';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitraryProduct } from '../write/arbitrary-product.js';

const REFERENCE = new URL('../../../../shared/reference/', import.meta.url);
const OPTIONS = {
  now: '2026-11-29T10:00:00Z',
  timeZone: 'Europe/Amsterdam',
  organisation: 'example-academy',
  sanitize: sanitizeDescription,
  uuidOf: (name: string) =>
    createHash('sha256')
      .update(name)
      .digest('hex')
      .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-a$4-$5'),
};

/** The official schemas, as their publishers describe their APIs. */
const schemas = new Map<string, ValidateFunction>();
beforeAll(async () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, multipleOfPrecision: 6 });
  addFormats.default(ajv);
  for (const name of ['edudex-openapi', 'oeapi-v6'])
    ajv.addSchema(JSON.parse(await readFile(new URL(`${name}.json`, REFERENCE), 'utf8')) as object, name);
  const compile = (name: string, path: string) => ajv.compile({ $ref: `${name}#/components/schemas/${path}` });
  schemas.set('program', compile('edudex-openapi', 'imports/properties/program_in'));
  schemas.set('discounts', compile('edudex-openapi', 'imports/properties/discounts_in'));
  schemas.set('institute', compile('edudex-openapi', 'imports/properties/institute_in'));
  schemas.set('course', compile('oeapi-v6', 'Course'));
  schemas.set('offering', compile('oeapi-v6', 'CourseOffering'));
});

function expectValid(schema: string, data: unknown): void {
  const validate = schemas.get(schema)!;
  // As it is sent: without what is undefined.
  if (!validate(JSON.parse(JSON.stringify(data)))) expect.fail(JSON.stringify(validate.errors, null, 1));
}

const product: Product = {
  id: 'A-1',
  name: 'Basisveiligheid',
  description: '<p>Leer <strong>veilig</strong> werken &amp; blijven.</p>',
  language: 'nl',
  productType: 'open',
  courseType: 'training',
  level: 'MBO',
  price: { amountMinor: 45_000, vat: 'excluded', vatMinor: 9450, period: 'all', complete: true },
  additionalCosts: [
    { id: 'cost-1', type: 'lunch', amountMinor: 2000, vat: 'excluded', vatMinor: 180, mandatory: true },
  ],
  discounts: [],
  duration: { value: '2', unit: 'days' },
  imageUrls: ['https://example.nl/één foto.jpg?a=[1]'],
  webAddress: 'https://example.nl/a',
  trainerEmails: [],
  allowedSites: [],
  regions: [],
  costPlacements: [],
  pePoints: [],
  moments: [],
  ltiParams: [],
  startingDates: [
    {
      id: 's1',
      startDate: '2027-03-27',
      startDateIsMonthOnly: false,
      endDate: '2027-03-28',
      endDateIsMonthOnly: false,
      place: 'Utrecht',
      schedule: [
        { date: '2027-03-27', place: 'Utrecht', name: 'Dag 1', startTime: '09:00', endTime: '17:00' },
        { date: '2027-03-28', place: 'Utrecht', name: 'Dag 2', startTime: '01:30', endTime: '17:00' },
      ],
    },
  ],
};

const convert = (format: Format, changes: Partial<Product> = {}) =>
  convertProduct({ ...product, ...changes }, format, OPTIONS);
const told = (format: Format, changes: Partial<Product> = {}) =>
  convert(format, changes).issues.map(({ code, path }) => `${code} ${path}`);

describe('EDU-DEX', () => {
  it('takes whatever is converted, and what it would refuse is said instead', () => {
    let converted = 0;
    fc.assert(
      fc.property(arbitraryProduct({ newer: true }), (any) => {
        const { record, issues } = convertProduct({ ...any, allowedSites: [] }, EDUDEX, OPTIONS);
        expect(record === undefined).toBe(issues.some(({ severity }) => severity === 'error'));
        if (record) expectValid('program', record);
        const { record: good } = convertProduct(
          { ...any, allowedSites: [], id: 'A-1', productType: 'elearning' },
          EDUDEX,
          OPTIONS,
        );
        if (good) expectValid('program', good);
        converted += good ? 1 : 0;
      }),
      { numRuns: 60 },
    );
    expect(converted).toBeGreaterThan(50);
  });

  it('gets prices, places and times as they are meant, on both sides of a change of clocks', () => {
    const { record } = convert(EDUDEX);
    expectValid('program', record);
    expect(record).toMatchObject({
      programClassification: {
        programId: 'A-1',
        orgUnitId: 'example-academy',
        programType: 'training',
        programLevel: 'mbo',
        programDuration: { days: 2 },
        programLocation: [{ description: 'Utrecht' }],
      },
      programDescriptions: {
        programName: { nl: 'Basisveiligheid' },
        programDescriptionText: { nl: 'Leer veilig werken & blijven.' },
        media: [{ type: 'image', url: 'https://example.nl/%C3%A9%C3%A9n%20foto.jpg?a=%5B1%5D' }],
      },
      programSchedule: {
        genericProgramRun: {
          cost: [
            { id: 'price', costType: 'tuition fee', amount: '450.00', amountVAT: '94.50', period: 'program' },
            { id: 'cost-1', costType: 'lunch', amount: '20.00', amountVAT: '1.80', isRequiredCost: true },
          ],
        },
        programRun: [
          {
            id: 's1',
            status: 'application opened',
            startDate: { date: '2027-03-27', isFinal: true },
            courseDay: [
              { startTime: '09:00:00+01:00', endTime: '17:00:00+01:00' },
              { startTime: '01:30:00+01:00', endTime: '17:00:00+02:00' },
            ],
          },
        ],
      },
    });
  });

  it.each<[string, Partial<Product>, string]>([
    ['an id that it has no letters for', { id: 'A*1' }, 'convert-refused ID'],
    ['a product without a duration', { duration: undefined as never }, 'convert-missing Duration'],
    ['a product for some sites, which everybody would see', { allowedSites: ['ns'] }, 'convert-refused AllowedSites'],
    ['a description without words', { description: '<p> </p>' }, 'convert-missing Description'],
  ])('refuses %s', (_, changes, expected) => {
    expect(told(EDUDEX, changes)).toContain(expected);
    expect(convert(EDUDEX, changes).record).toBeUndefined();
  });

  it.each<[Partial<Product>, string]>([
    [{ discounts: [{ site: 'ns', percentage: '10' }] }, 'convert-apart Discount'],
    [{ level: 'Beginner' }, 'convert-lost Level'],
    [{ level: 'MBA' }, 'convert-changed Level'],
    [{ duration: { value: '90', unit: 'minutes' } }, 'convert-changed Duration'],
    [{ name: 'x'.repeat(201) }, 'convert-changed Name'],
    [{ webAddress: 'www.example.nl' }, 'convert-lost WebAddress'],
    [{ startingDates: [] }, 'convert-assumed programLocation'],
    [{ trainerEmails: ['a@example.nl'] }, 'convert-lost Trainer'],
  ])('tells what is lost: %o', (changes, expected) => {
    expect(told(EDUDEX)).not.toContain(expected);
    expect(told(EDUDEX, changes)).toContain(expected);
  });
});

describe('EDU-DEX, made of all products', () => {
  it('takes whatever discounts and contacts there are', () => {
    let [clients, contacts] = [0, 0];
    fc.assert(
      fc.property(fc.array(arbitraryProduct({ newer: true }), { maxLength: 4 }), fc.webUrl(), (products, website) => {
        const discounts = edudexDiscounts(OPTIONS);
        const institute = edudexInstitute({ ...OPTIONS, instituteName: 'Lasschool '.repeat(30), website });
        for (const [index, any] of products.entries()) {
          const taken = { ...any, id: `A-${index}`, allowedSites: [], discounts: [...any.discounts, ...DISCOUNTS] };
          for (const each of [taken, any]) discounts.add(each);
          institute.add(any);
        }
        for (const record of discounts.finish()) expectValid('discounts', record);
        for (const record of institute.finish()) expectValid('institute', record);
        clients += discounts.finish().length;
        contacts += institute.finish().filter(({ contactData }) => contactData).length;
      }),
      { seed: 12, numRuns: 60 },
    );
    expect(Math.min(clients, contacts)).toBeGreaterThan(10);
  });

  const DISCOUNTS = [
    { site: 'postnl', percentage: '12.5' },
    { site: 'NS Academie', percentage: '10' },
    { site: 'postnl', percentage: '50' },
  ];

  it('gives each client its programs by percentage, and names a client that it could not know', () => {
    const converter = edudexDiscounts(OPTIONS);
    const said = [
      converter.add({ ...product, discounts: DISCOUNTS }),
      converter.add({ ...product, id: 'A-2', discounts: DISCOUNTS.slice(0, 1) }),
      converter.add({ ...product, id: 'A-3', discounts: [{ site: 'postnl', percentage: '5' }] }),
      converter.add({ ...product, id: 'A*4', discounts: DISCOUNTS }),
      converter.add({ ...product, id: 'A-5' }),
    ];
    expect(said.map(({ issues }) => issues.map(({ code, path }) => `${code} ${path}`))).toEqual([
      ['convert-refused Discount/Go'],
      [],
      [],
      ['convert-refused ID'],
      [],
    ]);
    expect(converter.finish()).toMatchObject([
      {
        orgUnitId: 'example-academy',
        clientId: 'postnl',
        discount: [
          { costType: 'tuition fee', percentage: '12.5', programId: ['A-1', 'A-2'] },
          { costType: 'tuition fee', percentage: '5', programId: ['A-3'] },
        ],
      },
    ]);
  });

  it('tells of the institute what a feed and its sender know, and which contacts are lost', () => {
    const converter = edudexInstitute({ ...OPTIONS, instituteName: 'Lasschool', website: 'https://lasschool.nl' });
    const contact = { name: 'Jo', telephone: '', email: 'jo@lasschool.nl' };
    const lost = { ...contact, email: 'jo at lasschool' };
    for (const contactPerson of [contact, { ...contact, email: 'Jo@lasschool.nl' }]) {
      expect(converter.add({ ...product, contactPerson }).issues).toEqual([]);
    }
    expect(converter.add({ ...product, language: 'en', contactPerson: lost }).issues).toMatchObject([
      { code: 'convert-lost', path: 'ContactPerson' },
    ]);
    expect(converter.finish()).toMatchObject([
      {
        instituteName: { nl: 'Lasschool', en: 'Lasschool' },
        webLink: { nl: 'https://lasschool.nl/' },
        contactData: [{ contactName: 'Jo', email: 'Jo@lasschool.nl', role: 'contact person' }],
      },
    ]);
  });
});

describe('OEAPI', () => {
  it('takes whatever is converted', () => {
    fc.assert(
      fc.property(arbitraryProduct({ newer: true }), (any) => {
        const { record } = convertProduct({ ...any, allowedSites: [] }, OEAPI, OPTIONS);
        const { course, offerings } = record as unknown as { course: unknown; offerings: readonly unknown[] };
        expectValid('course', course);
        for (const offering of offerings) expectValid('offering', offering);
      }),
      { numRuns: 60 },
    );
  });

  it('gets courses and their offerings, with the total that is due', () => {
    expect(convert(OEAPI).record).toMatchObject({
      course: {
        primaryCode: { codeType: 'product_id', code: 'A-1' },
        duration: 'P2D',
        level: 'secondary_vocational_education',
        link: 'https://example.nl/a',
      },
      offerings: [
        {
          startDateTime: '2027-03-26T23:00:00.000Z',
          addresses: [{ addressType: 'teaching', city: 'Utrecht' }],
          priceInformation: [
            { costType: 'total_costs', amount: '566.30', vatAmount: '96.30', amountWithoutVat: '470.00' },
          ],
        },
      ],
    });
    const [one, again] = [convert(OEAPI).record, convert(OEAPI).record];
    expect(one).toEqual(again);
  });

  it('tells what it has no place for', () => {
    expect(told(OEAPI)).toEqual(expect.arrayContaining(['convert-lost CourseType', 'convert-lost Courseday']));
    expect(told(OEAPI, { startingDates: [] })).toContain('convert-lost Price');
  });
});

const DISCOUNT = { site: 'NS', percentage: '10' };

it('says every loss in a sentence of each language, without gaps', () => {
  const all = [EDUDEX, OEAPI].flatMap((format) =>
    [
      {},
      { id: 'A*1', duration: undefined as never, level: 'MBA', allowedSites: ['ns'], discounts: [DISCOUNT] },
    ].flatMap((changes) => convert(format, changes as Partial<Product>).issues),
  );
  all.push(...edudexDiscounts(OPTIONS).add({ ...product, discounts: [DISCOUNT] }).issues);
  expect(new Set(all.map(({ code }) => code)).size).toBe(6);
  for (const issue of all) {
    for (const locale of LOCALES) {
      expect(describeConversion(issue, locale)).toMatch(/^(?!.*(?:undefined|“”| {2})).+[.”“»]$/);
    }
  }
});
