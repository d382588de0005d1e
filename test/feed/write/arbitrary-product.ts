import {
  ADDITIONAL_COST_TYPES,
  type AdditionalCost,
  type CoursePrice,
  type Product,
  type ProductField,
} from '@enrollkit/core';
import fc from 'fast-check';
import * as words from '../../../packages/feed/src/schema/schema-words.js';

/** What breaks writers that build XML by hand. */
const AWKWARD = [
  ']]>',
  ']]]]>',
  '<![CDATA[',
  '<p>',
  '</Product>',
  '&',
  '&amp;',
  '&eacute;',
  '&#x0;',
  '"',
  "'",
  '<!--',
  '-->',
  '<?x?>',
  '\n',
  '\t',
  '  ',
  '\u00a0',
  '\u0085',
  '\u2028',
  'é',
  '漢',
  '👩🏽‍🏫',
  'e\u0301',
  '\u202e',
  '__proto__',
  '\\',
  '%00',
  '\u007f',
  '\uFFFD',
];

/** A text that is the same when it is read: something, no white space around it, and one kind of line end. */
export const text = (maxLength = 250): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((parts) =>
      parts
        .join('')
        .slice(0, maxLength)
        .replace(/[\ud800-\udbff]$/, '')
        .trim(),
    )
    .filter((joined) => joined !== '');

const flag = fc.boolean();
const count = fc.integer({ min: 0, max: 999_999_999 });
const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
const amountMinor = fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.maxSafeInteger().map(Math.abs));
const decimal = fc
  .tuple(fc.nat({ max: 9999 }), fc.option(fc.nat({ max: 99 })))
  .map(([whole, fraction]) => (fraction === null ? `${whole}` : `${whole}.${fraction}`));
const percentage = fc
  .tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 }))
  .map(([whole, fraction]) => `${whole}.${fraction}`);
const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const time = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const site = fc.constantFrom('alliander', 'nn', 'ns');
const quantity = fc.record({ value: decimal, unit: fc.constantFrom(...words.DURATION_UNITS) });

/** Amounts by each of the three rules; a price that includes VAT is more than its VAT. */
const amounts = fc.oneof(
  fc.record({ amountMinor, vat: fc.constant('excluded' as const), vatMinor: amountMinor }),
  fc.record(
    { amountMinor, vat: fc.constant('exempt' as const), vatMinor: amountMinor },
    { requiredKeys: ['amountMinor', 'vat'] },
  ),
  fc.tuple(amountMinor, amountMinor).map(([one, other]) => ({
    amountMinor: Math.max(one, other),
    vat: 'included' as const,
    vatMinor: Math.min(one, other),
  })),
);

const price: fc.Arbitrary<CoursePrice> = fc
  .tuple(
    amounts,
    fc.record(
      {
        period: fc.constantFrom(...words.PRICE_PERIODS),
        complete: fc.constant(true),
        exemptAmountMinor: amountMinor,
        onRequest: flag,
      },
      { requiredKeys: ['period', 'complete'] },
    ),
  )
  .map(([given, rest]) => ({ ...given, ...rest }));

const cost: fc.Arbitrary<AdditionalCost> = fc
  .tuple(
    amounts,
    fc.record(
      {
        id: text(20),
        type: fc.constantFrom(...ADDITIONAL_COST_TYPES),
        mandatory: flag,
        typeOther: text(),
        exemptAmountMinor: amountMinor,
        exemptVatMinor: amountMinor,
      },
      { requiredKeys: ['id', 'type', 'mandatory'] },
    ),
  )
  .map(([given, rest]) => ({ ...given, ...rest }));

const list = <Value>(item: fc.Arbitrary<Value>): fc.Arbitrary<readonly Value[]> => fc.array(item, { maxLength: 3 });

function courseDay({ newer }: ProductOptions) {
  return fc.record(
    {
      date: day,
      place: fc.oneof(fc.constant(''), text()),
      name: fc.oneof(fc.constant(''), text()),
      startTime: time,
      endTime: time,
      ...(newer && { id: text() }),
    },
    { requiredKeys: ['date', 'place', 'name'] },
  );
}

function startingDate(options: ProductOptions) {
  return fc
    .record(
      {
        id: text(),
        startDate: day,
        startDateIsMonthOnly: flag,
        endDate: day,
        endDateIsMonthOnly: flag,
        place: fc.oneof(fc.constant(''), text()),
        minSeats: count,
        maxSeats: count,
        availableSeats: count,
        startGuaranteed: flag,
        schedule: list(courseDay(options)),
      },
      { requiredKeys: ['startDate', 'startDateIsMonthOnly', 'endDate', 'endDateIsMonthOnly', 'place', 'schedule'] },
    )
    .map((start) =>
      start.endDate < start.startDate ? { ...start, startDate: start.endDate, endDate: start.startDate } : start,
    );
}

interface ProductOptions {
  /** Whether fields are used that only newer schemas have. */
  readonly newer: boolean;
}

const REQUIRED = [
  'id',
  'name',
  'description',
  'language',
  'price',
  'courseType',
  'productType',
  'duration',
  'webAddress',
  'imageUrls',
  'additionalCosts',
  'discounts',
  'trainerEmails',
  'allowedSites',
  'regions',
  'costPlacements',
  'pePoints',
  'moments',
  'startingDates',
  'ltiParams',
] as const;

/** A new field compiles only with values to write and read again; study load is newer than the schema. */
type FieldsOfFeed = Readonly<
  Record<'id' | Exclude<ProductField, 'studyLoad'>, fc.Arbitrary<unknown>> & { studyLoad?: fc.Arbitrary<unknown> }
>;

/** Any product that the schema can express, with every field that a feed has. */
export function arbitraryProduct(options: ProductOptions): fc.Arbitrary<Product> {
  const fields = {
    id: text(),
    name: text(),
    description: text().map((html) => `<p>${'Leer lassen. '.repeat(12)}</p>${html}.`),
    language: fc.constantFrom('nl', 'en', 'de'),
    price,
    courseType: fc.constantFrom(...words.COURSE_TYPES),
    productType: fc.constantFrom(...words.PRODUCT_TYPES, ...(options.newer ? [words.NEWER_PRODUCT_TYPE] : [])),
    duration: quantity,
    webAddress: url,
    imageUrls: list(url),
    videoUrl: url,
    priceInfo: text(),
    additionalCosts: list(cost),
    discounts: list(fc.record({ site, percentage })),
    trainerEmails: list(fc.emailAddress()),
    durationByAgreement: flag,
    runtime: text(),
    completion: text(),
    extraInstructionsAfterBooking: text(1000),
    maxParticipants: count,
    participantsByAgreement: flag,
    pdfBrochureUrl: url,
    contactPerson: fc.record({ name: text(), telephone: text(), email: fc.emailAddress() }),
    allowedSites: list(site),
    regions: list(fc.record({ country: text(), name: fc.oneof(fc.constant(''), text()) })),
    level: fc.constantFrom(...words.LEVELS),
    crohoId: text(),
    creboId: text(),
    purpose: fc.constantFrom(...words.PURPOSES),
    costPlacements: list(
      fc.record({ site: fc.constant('klm_vitality'), placement: fc.constantFrom(...words.PLACEMENTS) }),
    ),
    pePoints: list(fc.record({ organisation: text(), pointType: fc.oneof(fc.constant(''), text()), points: decimal })),
    moments: list(fc.constantFrom(...words.MOMENTS)),
    // The schema wants their ids to differ, and chance makes two alike once in some hundred runs.
    startingDates: fc.uniqueArray(startingDate(options), { maxLength: 3, selector: ({ id }) => id ?? Symbol('none') }),
    ltiParams: list(fc.record({ key: text(), value: fc.oneof(fc.constant(''), text()) })),
    ...(options.newer && { studyLoad: quantity }),
  } satisfies FieldsOfFeed;
  return fc.record(fields, { requiredKeys: [...REQUIRED] });
}

/** What is read of a product that was written: as `writeProducts` says. */
export function asRead(product: Product): Product {
  const withoutVat = <Priced extends CoursePrice | AdditionalCost>(priced: Priced): Priced =>
    priced.vat === 'included'
      ? { ...priced, vat: 'excluded', amountMinor: priced.amountMinor - (priced.vatMinor ?? 0) }
      : priced;
  return {
    ...product,
    ...(product.price && { price: withoutVat(product.price) }),
    additionalCosts: product.additionalCosts.map((each, index) => ({
      ...withoutVat(each),
      vatMinor: each.vatMinor ?? 0,
      id: `cost-${index + 1}`,
    })),
  };
}
