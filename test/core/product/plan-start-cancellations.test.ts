import { planStartCancellations, type StartingDate, type StartState, type StoredProduct } from '@enrollkit/core';
import { describe, expect, test } from 'vitest';
import { newStart, productWith } from '../../contract/booking-cases.js';

// It starts on 1 October, needs four, and the provider wants to know two weeks before: on 17 September.
const START = newStart('S1', { minSeats: 4 });

interface Case {
  readonly today: string;
  readonly booked?: number;
  readonly start?: Partial<StartingDate>;
  readonly state?: Omit<StartState, 'startingDateId'>;
  readonly noticeDays?: number;
  readonly product?: Partial<StoredProduct>;
}

function plan({ today, booked = 3, start = {}, state, noticeDays, product: more }: Case) {
  const product: StoredProduct = {
    ...productWith({ ...START, ...start }),
    state: 'active',
    certificationIds: [],
    startStates: state ? [{ startingDateId: 'S1', ...state }] : [],
    version: 1,
    ...more,
  };
  const given = noticeDays === undefined ? {} : { noticeDays };
  return planStartCancellations(product, { today, deadlineDays: 14, bookedByStart: { S1: booked }, ...given });
}

const action = (given: Case) => plan(given)[0]?.action;
const announcedOn = (day: string) => ({ cancellationAnnouncedAt: `${day}T10:00:00.000Z` });

describe('A start that too few people enrolled for', () => {
  test.each([
    ['2026-09-09', undefined],
    ['2026-09-10', 'announce'],
    ['2026-09-17', 'announce'],
    ['2026-09-30', 'announce'],
    ['2026-10-01', undefined],
  ])('on %s, not announced: %s', (today, expected) => expect(action({ today })).toBe(expected));

  test.each([
    ['2026-09-16', undefined],
    ['2026-09-17', 'cancel'],
    ['2026-09-30', 'cancel'],
    ['2026-10-01', 'withdraw'],
  ])('on %s, announced on the 10th: %s', (today, expected) =>
    expect(action({ today, state: announcedOn('2026-09-10') })).toBe(expected),
  );

  test('is never cancelled on the day of its announcement, in the time zone of the provider', () => {
    expect(action({ today: '2026-09-20', state: announcedOn('2026-09-20') })).toBeUndefined();
    const lateInTheEvening = { cancellationAnnouncedAt: '2026-09-19T22:30:00.000Z' };
    expect(action({ today: '2026-09-20', state: lateInTheEvening })).toBeUndefined();
    expect(action({ today: '2026-09-21', state: lateInTheEvening })).toBe('cancel');
  });

  test('is announced at the deadline itself when the provider gives no notice', () => {
    expect(action({ today: '2026-09-16', noticeDays: 0 })).toBeUndefined();
    expect(action({ today: '2026-09-17', noticeDays: 0 })).toBe('announce');
  });

  test('says how many there are and when it must have its minimum', () => {
    expect(plan({ today: '2026-09-12' })).toEqual([
      { startingDateId: 'S1', action: 'announce', minSeats: 4, booked: 3, deadline: '2026-09-17' },
    ]);
  });

  test('begins with its month when only that is known', () => {
    const start = { startDate: '2026-10-20', startDateIsMonthOnly: true };
    expect(plan({ today: '2026-09-12', start })[0]?.deadline).toBe('2026-09-17');
  });
});

describe('A start is left alone', () => {
  const today = '2026-09-20';
  test.each<[string, Partial<Case>]>([
    ['with as many people as it needs', { booked: 4 }],
    ['that is guaranteed', { start: { startGuaranteed: true } }],
    ['that is cancelled already', { state: { ...announcedOn('2026-09-10'), cancelledAt: '2026-09-17T10:00:00.000Z' } }],
    ['of a product that is no longer offered', { product: { state: 'deleted' } }],
  ])('%s', (_title, given) => expect(plan({ today, ...given })).toEqual([]));

  test('without a minimum, or with one of nobody', () => {
    const { minSeats: _, ...without } = START;
    const product = { startingDates: [without, { ...START, minSeats: 0 }] };
    expect(plan({ today, booked: 0, product })).toEqual([]);
  });
});

test.each<[string, Partial<Case>]>([
  ['has enough people', { booked: 4 }],
  ['is guaranteed', { start: { startGuaranteed: true } }],
  ['is moved away', { start: { startDate: '2026-12-01' } }],
])('an announced start that %s loses its announcement', (_title, given) => {
  expect(action({ today: '2026-09-20', state: announcedOn('2026-09-10'), ...given })).toBe('withdraw');
});
