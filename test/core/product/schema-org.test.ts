import { calculatePrice, type Product, type StoredProduct } from '@enrollkit/core';
import { toSchemaOrg, type SchemaNode } from '@enrollkit/core/schema-org.js';
import { describe, expect, it } from 'vitest';

const COURSE: Product = {
  id: 'P-1',
  name: 'Leidinggeven',
  productType: 'open',
  courseType: 'training',
  language: 'nl',
  description: '<p>Leer <strong>leidinggeven</strong> &amp; coachen.</p><ul><li>&eacute;&eacute;n dag</li></ul>',
  price: {
    amountMinor: 39900,
    vat: 'excluded',
    vatMinor: 8379,
    exemptAmountMinor: 49900,
    period: 'all',
    complete: true,
  },
  additionalCosts: [
    { id: 'a', type: 'accommodation', amountMinor: 5000, vat: 'excluded', vatMinor: 500, mandatory: true },
    { id: 'b', type: 'other', amountMinor: 1000, vat: 'excluded', vatMinor: 100, mandatory: true },
    { id: 'c', type: 'lunch', amountMinor: 4000, vat: 'excluded', vatMinor: 360, mandatory: false },
  ],
  discounts: [],
  imageUrls: ['https://example.test/1.jpg'],
  trainerEmails: ['anna@example.test'],
  duration: { value: '2', unit: 'days' },
  webAddress: 'https://example.test/leidinggeven',
  allowedSites: [],
  regions: [],
  level: 'HBO',
  costPlacements: [],
  pePoints: [],
  moments: [],
  startingDates: [
    {
      id: 's1',
      startDate: '2027-03-01',
      startDateIsMonthOnly: false,
      endDate: '2027-03-02',
      endDateIsMonthOnly: false,
      place: 'Utrecht',
      maxSeats: 12,
      availableSeats: 3,
      schedule: [{ date: '2027-03-01', place: '', name: 'Dag 1', startTime: '09:00', endTime: '17:00' }],
    },
    {
      id: 's2',
      startDate: '2027-09-15',
      startDateIsMonthOnly: true,
      endDateIsMonthOnly: false,
      place: '',
      schedule: [],
    },
  ],
  ltiParams: [],
};

function told(changes: Partial<StoredProduct> = {}, options: { today?: string } = {}): SchemaNode {
  const product = { ...COURSE, ...changes };
  return toSchemaOrg(product, { price: calculatePrice(product), ...options });
}

const offer = (changes: Partial<StoredProduct> = {}): SchemaNode => told(changes).offers as SchemaNode;
const instances = (node: SchemaNode): readonly SchemaNode[] => node.hasCourseInstance as readonly SchemaNode[];

describe('a product for search engines', () => {
  it('is a course with its starts, and the price that a buyer really pays', () => {
    const organization = { name: 'De Opleider', url: 'https://example.test' };
    expect(toSchemaOrg(COURSE, { price: calculatePrice(COURSE), organization })).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Course',
      name: 'Leidinggeven',
      description: 'Leer leidinggeven & coachen. één dag',
      url: 'https://example.test/leidinggeven',
      image: ['https://example.test/1.jpg'],
      inLanguage: 'nl',
      courseCode: 'P-1',
      educationalLevel: 'HBO',
      provider: { '@type': 'Organization', ...organization },
      offers: {
        '@type': 'Offer',
        category: 'Paid',
        price: '548.79',
        priceCurrency: 'EUR',
        priceSpecification: {
          '@type': 'PriceSpecification',
          price: '548.79',
          priceCurrency: 'EUR',
          valueAddedTaxIncluded: true,
        },
        availability: 'https://schema.org/InStock',
        url: 'https://example.test/leidinggeven',
      },
      hasCourseInstance: [
        {
          '@type': 'CourseInstance',
          courseMode: 'Onsite',
          courseWorkload: 'P2D',
          startDate: '2027-03-01',
          endDate: '2027-03-02',
          location: { '@type': 'Place', name: 'Utrecht', address: 'Utrecht' },
          maximumAttendeeCapacity: 12,
          remainingAttendeeCapacity: 3,
          subEvent: [{ '@type': 'Event', name: 'Dag 1', startDate: '2027-03-01T09:00', endDate: '2027-03-01T17:00' }],
        },
        { '@type': 'CourseInstance', courseMode: 'Onsite', courseWorkload: 'P2D', startDate: '2027-09' },
      ],
    });
  });

  it('is plain JSON, and says nothing of trainers, who are known by their address only', () => {
    const node = told();
    expect(JSON.parse(JSON.stringify(node))).toEqual(node);
    expect(JSON.stringify(node)).not.toContain('anna@');
  });

  const WORKED_EXAMPLES: readonly (readonly [string, Partial<Product>, string])[] = [
    [
      'excluding VAT',
      { price: { ...COURSE.price!, amountMinor: 10000, vatMinor: 2100 }, additionalCosts: [] },
      '121.00',
    ],
    [
      'exempt from VAT',
      { price: { ...COURSE.price!, amountMinor: 10000, vat: 'exempt' }, additionalCosts: [] },
      '100.00',
    ],
    [
      'including VAT',
      { price: { ...COURSE.price!, amountMinor: 12100, vat: 'included', vatMinor: 2100 }, additionalCosts: [] },
      '121.00',
    ],
    ['with mandatory costs', {}, '548.79'],
  ];
  it.each(WORKED_EXAMPLES)('offers a price %s at what is to be paid', (_title, changes, price) => {
    expect(offer(changes)).toMatchObject({ category: 'Paid', price, priceCurrency: 'EUR' });
  });

  it('offers a free course for nothing', () => {
    const changes = { price: { ...COURSE.price!, amountMinor: 0, vatMinor: 0 }, additionalCosts: [] };
    expect(offer(changes)).toMatchObject({ category: 'Free', price: '0.00', priceCurrency: 'EUR' });
  });

  it('offers a price on request without a price', () => {
    const onRequest = offer({ productType: 'in-company', price: { ...COURSE.price!, onRequest: true } });
    expect(onRequest).toMatchObject({ '@type': 'Offer', category: 'Paid' });
    expect(JSON.stringify(onRequest)).not.toMatch(/"price/);
  });

  it.each([
    ['daily', 'DAY'],
    ['monthly', 'MON'],
    ['yearly', 'ANN'],
  ] as const)('keeps a %s price and what is paid once apart', (period, unitCode) => {
    const recurring = offer({ price: { ...COURSE.price!, period } });
    expect(recurring).not.toHaveProperty('price');
    expect(recurring).toMatchObject({
      category: 'Subscription',
      priceSpecification: [
        {
          '@type': 'UnitPriceSpecification',
          price: '482.79',
          referenceQuantity: { '@type': 'QuantitativeValue', value: 1, unitCode },
          valueAddedTaxIncluded: true,
        },
        { '@type': 'PriceSpecification', price: '66.00', valueAddedTaxIncluded: true },
      ],
    });
  });

  it('offers nothing while nobody can say what will have to be paid', () => {
    expect(offer({ price: { ...COURSE.price!, complete: false } })).toBeUndefined();
    expect(offer({ price: { ...COURSE.price!, amountMinor: -1 } })).toBeUndefined();
  });

  it('is sold out when it is full, or when every start is', () => {
    const closed = COURSE.startingDates.map((start) => ({ ...start, availableSeats: 0 }));
    expect(offer({ maxParticipants: 0 }).availability).toBe('https://schema.org/SoldOut');
    expect(offer({ startingDates: closed }).availability).toBe('https://schema.org/SoldOut');
    expect(offer({ startingDates: [] }).availability).toBe('https://schema.org/InStock');
    expect(offer({ state: 'deleted' }).availability).toBe('https://schema.org/Discontinued');
  });

  it('tells of starts that are to come, by the day or by the month, and were not cancelled', () => {
    const days = (node: SchemaNode) => instances(node).map(({ startDate }) => startDate);
    expect(days(told({}, { today: '2027-03-01' }))).toEqual(['2027-03-01', '2027-09']);
    expect(days(told({}, { today: '2027-03-02' }))).toEqual(['2027-09']);
    expect(days(told({}, { today: '2027-09-30' }))).toEqual(['2027-09']);
    expect(told({}, { today: '2027-10-01' })).not.toHaveProperty('hasCourseInstance');
    const startStates = [{ startingDateId: 's1', cancelledAt: '2026-12-01T00:00:00.000Z' as never }];
    expect(days(told({ startStates }))).toEqual(['2027-09']);
  });

  it('is one instance without starts: online, or in its regions', () => {
    expect(
      instances(told({ startingDates: [], productType: 'elearning', studyLoad: { value: '2.5', unit: 'hours' } })),
    ).toEqual([{ '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: 'PT2.5H' }]);
    const regions = [{ country: 'NL', name: 'Utrecht' }];
    expect(instances(told({ startingDates: [], regions }))[0]).toMatchObject({
      courseMode: 'Onsite',
      location: [{ '@type': 'Place', name: 'Utrecht', address: { addressRegion: 'Utrecht', addressCountry: 'NL' } }],
    });
  });

  it('is a book, an event with its dates, or a service where it is no course', () => {
    expect(told({ productType: 'book' })).toMatchObject({
      '@type': 'Book',
      inLanguage: 'nl',
      offers: { price: '548.79' },
    });
    expect(told({ productType: 'coaching' })).toMatchObject({ '@type': 'Service', serviceType: 'training' });
    const event = told({ productType: 'event', startingDates: COURSE.startingDates.slice(0, 1) });
    expect(event).toMatchObject({
      '@type': 'EducationEvent',
      startDate: '2027-03-01',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    });
    expect(told({ productType: 'event' })).toMatchObject({
      subEvent: [{ '@type': 'EducationEvent', startDate: '2027-03-01' }, { startDate: '2027-09' }],
    });
  });

  it('has no address that runs a script or leads nowhere', () => {
    const node = toSchemaOrg(
      {
        ...COURSE,
        webAddress: 'javascript:alert(1)',
        imageUrls: ['data:image/svg+xml,x', 'https://voorbeeld.test/a.png'],
      },
      { price: calculatePrice(COURSE), organization: { name: 'De Opleider', url: 'JavaScript:alert(1)' } },
    );
    expect(JSON.stringify(node)).not.toMatch(/javascript:|data:/i);
    expect(node).toMatchObject({ image: ['https://voorbeeld.test/a.png'], provider: { name: 'De Opleider' } });
  });

  it('reads a hostile description in time', () => {
    const description = `${'<a'.repeat(200_000)}${'<script'.repeat(50_000)}${'&'.repeat(200_000)}<!--`;
    expect(typeof told({ description }).description).toBe('string');
    expect(told({ description: '<script>alert(1)</script>a&nosuch;&#0;b<!-- c' }).description).toBe('a&nosuch;&#0;b');
  });
});
