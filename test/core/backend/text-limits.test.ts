import { checkInput, createBackend, TEXT_LIMITS, type Issue } from '@enrollkit/core';
import { describe, expect, it } from 'vitest';
import { newEnrollment, newProduct } from '../../contract/records.js';
import { memoryStore } from '../../support/memory-store.js';

const { key, line, link, long } = TEXT_LIMITS;
const x = (length: number) => 'x'.repeat(length);

/** A product with a text in every place that can have one. */
function fullProduct(): Record<string, unknown> {
  return {
    ...newProduct('p1'),
    providerId: 'alfa',
    imageUrls: ['a'],
    videoUrl: 'a',
    priceInfo: 'a',
    additionalCosts: [{ id: 'c', type: 'other', typeOther: 'a', amountMinor: 1, vat: 'exempt', mandatory: true }],
    discounts: [{ site: 'a', percentage: '1' }],
    trainerEmails: ['a'],
    duration: { value: '1', unit: 'a' },
    studyLoad: { value: '1', unit: 'a' },
    runtime: 'a',
    completion: 'a',
    extraInstructionsAfterBooking: 'a',
    webAddress: 'a',
    pdfBrochureUrl: 'a',
    contactPerson: { name: 'a', telephone: 'a', email: 'a' },
    allowedSites: ['a'],
    regions: [{ country: 'a', name: 'a' }],
    level: 'a',
    crohoId: 'a',
    creboId: 'a',
    purpose: 'a',
    costPlacements: [{ site: 'a', placement: 'a' }],
    pePoints: [{ organisation: 'a', pointType: 'a', points: 'a' }],
    moments: ['a'],
    startingDates: [
      {
        id: 's',
        startDate: '2026-09-01',
        startDateIsMonthOnly: false,
        endDateIsMonthOnly: false,
        place: 'a',
        schedule: [{ id: 'd', date: '2026-09-01', place: 'a', name: 'a', startTime: 'a', endTime: 'a' }],
      },
    ],
    ltiParams: [{ key: 'a', value: 'a' }],
  };
}

/** Every text in plain data, with a way to write another one there. */
function* textsIn(data: unknown, path = ''): Generator<{ path: string; replace: (text: string) => unknown }> {
  if (typeof data === 'string') yield { path, replace: (text) => text };
  if (typeof data !== 'object' || data === null) return;
  for (const [name, part] of Object.entries(data)) {
    const here = Array.isArray(data) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
    for (const { path: below, replace } of textsIn(part, here)) {
      const copy = (text: string) =>
        Array.isArray(data)
          ? data.map((each, index) => (String(index) === name ? replace(text) : (each as unknown)))
          : { ...data, [name]: replace(text) };
      yield { path: below, replace: copy };
    }
  }
}

/** Said of a text that is far too long: too long, or not one of the values. */
const REFUSED = ['value-too-long', 'not-allowed', 'date-invalid', 'number-invalid', 'email-invalid', 'instant-invalid'];

describe('every text of a record has a limit', () => {
  it.each([
    ['putProduct', fullProduct()],
    [
      'createEnrollment',
      { ...newEnrollment(), id: 'b', providerId: 'alfa', startingDateId: 's', acceptedAt: '2026-09-01T10:00:00Z' },
    ],
  ] as const)('in %s', (method, record) => {
    expect(checkInput(method, record)).toEqual([]);
    const texts = [...textsIn(record)];
    expect(texts.length).toBeGreaterThan(9);
    for (const { path, replace } of texts) {
      const issues = checkInput(method, replace(x(long + 1)));
      expect(
        issues.map((issue: Issue) => issue.path),
        path,
      ).toEqual([path]);
      expect(REFUSED, path).toContain(issues[0]?.code);
    }
  });

  it.each([
    ['name', line],
    ['description', long],
    ['webAddress', link],
    ['id', key],
  ])('a product’s %s takes %d characters and no more', (field, most) => {
    expect(checkInput('putProduct', { ...fullProduct(), [field]: x(most) })).toEqual([]);
    expect(checkInput('putProduct', { ...fullProduct(), [field]: x(most + 1) })).toMatchObject([
      { code: 'value-too-long', path: field, params: { max: most } },
    ]);
  });

  it('and what was stored before is read as it is', async () => {
    const { store, files } = memoryStore();
    const clock = () => '2026-08-20T10:00:00.000Z';
    const backend = createBackend({ store, files, clock, ids: () => 'e1', actor: { id: 'p1', role: 'provider' } });
    await backend.createEnrollment(newEnrollment());
    const actor = { id: 'p1', role: 'provider' } as const;
    const intent = { useCase: 'createEnrollment', actor, at: clock() } as const;
    await store.write(intent, async ({ enrollments }) => {
      const row = (await enrollments.get('e1'))!;
      await enrollments.put({ ...row, participant: { ...row.participant, name: x(1_000_000) } }, 'enrollment.create');
    });
    expect((await backend.getEnrollment('e1')).participant.name).toHaveLength(1_000_000);
    expect((await backend.listEnrollments()).total).toBe(1);
  });
});

it.each(['..', '.', 'z.json', 'z.XML', 'z.csv'])('a booking can not get the id %s, which no address reaches', (id) => {
  expect(checkInput('createEnrollment', { ...newEnrollment(), id })).toMatchObject([
    { code: 'id-not-allowed', path: 'id' },
  ]);
});
