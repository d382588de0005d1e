import { dayOf, hasErrorCode, startOfDay } from '@enrollkit/core';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';

const ZONES = [
  'Europe/Amsterdam',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'America/Havana',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Atlantic/Azores',
  'UTC',
];

describe('startOfDay', () => {
  test.each([
    ['an ordinary summer day', '2026-08-25', 'Europe/Amsterdam', '2026-08-24T22:00:00.000Z'],
    ['the day the clock goes forward', '2026-03-29', 'Europe/Amsterdam', '2026-03-28T23:00:00.000Z'],
    ['the day after it', '2026-03-30', 'Europe/Amsterdam', '2026-03-29T22:00:00.000Z'],
    ['the day the clock goes back', '2026-10-25', 'Europe/Amsterdam', '2026-10-24T22:00:00.000Z'],
    ['the day after that', '2026-10-26', 'Europe/Amsterdam', '2026-10-25T23:00:00.000Z'],
    ['29 February', '2028-02-29', 'Europe/Amsterdam', '2028-02-28T23:00:00.000Z'],
    ['a day without midnight: it begins at 01:00', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['a day without midnight in Beirut', '2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    ['a day with two midnights: the first counts', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
    ['a day that a country skipped: the end of the gap', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['a time zone of half an hour', '2026-04-05', 'Australia/Lord_Howe', '2026-04-04T13:00:00.000Z'],
    ['the day after the last day of four digits', '+010000-01-01', 'UTC', '+010000-01-01T00:00:00.000Z'],
  ])('%s', (_, day, timeZone, expected) => {
    expect(startOfDay(day, timeZone)).toBe(expected);
  });

  test('agrees with Temporal on every day and zone', () => {
    fc.assert(
      fc.property(day(), fc.constantFrom(...ZONES), (day, timeZone) => {
        const oracle = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
        expect(Date.parse(startOfDay(day, timeZone))).toBe(oracle.epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });

  test('agrees with Temporal on the days around every clock change', () => {
    for (const timeZone of ZONES) {
      let change = Temporal.ZonedDateTime.from(`2005-01-01T12:00[${timeZone}]`).getTimeZoneTransition('next');
      for (; change && change.year < 2027; change = change.getTimeZoneTransition('next')) {
        for (const days of [-1, 0, 1, 2]) {
          const date = change.toPlainDate().add({ days });
          const oracle = date.toZonedDateTime(timeZone).epochMilliseconds;
          expect(Date.parse(startOfDay(date.toString(), timeZone)), `${date.toString()} ${timeZone}`).toBe(oracle);
        }
      }
    }
  });

  test('refuses a day that does not exist', () => {
    expect(codeOf(() => startOfDay('2026-02-30', 'UTC'))).toBe('invalid');
  });

  test('refuses a time zone that does not exist, and names it', () => {
    expect(() => startOfDay('2026-02-28', 'Europe/Atlantis')).toThrow(
      expect.objectContaining({
        code: 'invalid',
        issues: [
          { code: 'time-zone-unknown', severity: 'error', path: 'timeZone', params: { timeZone: 'Europe/Atlantis' } },
        ],
      }),
    );
  });
});

describe('dayOf', () => {
  test('midnight in Amsterdam belongs to the new day, a millisecond before it to the old one', () => {
    expect(dayOf('2026-08-24T22:00:00Z', 'Europe/Amsterdam')).toBe('2026-08-25');
    expect(dayOf('2026-08-24T21:59:59.999Z', 'Europe/Amsterdam')).toBe('2026-08-24');
  });

  test('agrees with Temporal at every moment and zone', () => {
    fc.assert(
      fc.property(moment(), fc.constantFrom(...ZONES), (at, timeZone) => {
        const oracle = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
        expect(dayOf(at, timeZone)).toBe(oracle);
      }),
      { numRuns: 500 },
    );
  });

  test('a moment without an offset names no day', () => {
    expect(codeOf(() => dayOf('2026-08-25T00:00:00', 'UTC'))).toBe('invalid');
  });
});

function moment(): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
}

function day(): fc.Arbitrary<string> {
  return moment().map((at) => at.slice(0, 10));
}

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return hasErrorCode(error, 'invalid') ? error.code : 'another error';
  }
  return undefined;
}
