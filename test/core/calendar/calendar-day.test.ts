import { addDays, firstDayOfNextMonth, hasErrorCode, isCalendarDay } from '@enrollkit/core';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

test.each([
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-02-28', 1, '2026-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-28', 1, '2026-03-29'],
  ['2026-10-25', 1, '2026-10-26'],
  ['2026-01-01', -1, '2025-12-31'],
])('addDays(%s, %i) is %s', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
});

test('adding days agrees with Temporal', () => {
  fc.assert(
    fc.property(day(), fc.integer({ min: -10_000, max: 10_000 }), (day, days) => {
      expect(addDays(day, days)).toBe(Temporal.PlainDate.from(day).add({ days }).toString());
    }),
  );
});

test('the first day of the next month agrees with Temporal', () => {
  fc.assert(
    fc.property(day(), (day) => {
      const oracle = Temporal.PlainDate.from(day).with({ day: 1 }).add({ months: 1 });
      expect(firstDayOfNextMonth(day)).toBe(oracle.toString());
    }),
  );
});

test('only days that exist are calendar days, as Temporal sees it', () => {
  const digits = (max: number, length: number) =>
    fc.integer({ min: 0, max }).map((n) => String(n).padStart(length, '0'));
  fc.assert(
    fc.property(digits(9999, 4), digits(13, 2), digits(32, 2), (year, month, day) => {
      const text = `${year}-${month}-${day}`;
      let exists = true;
      try {
        Temporal.PlainDate.from(text);
      } catch {
        exists = false; // Temporal says so by throwing.
      }
      expect(isCalendarDay(text)).toBe(exists);
    }),
    { numRuns: 500 },
  );
});

test('arithmetic on a day that does not exist is a fault of the caller', () => {
  for (const run of [() => addDays('2026-02-30', 1), () => firstDayOfNextMonth('2026-13-01')]) {
    expect(run).toThrow(expect.toSatisfy((error: unknown) => hasErrorCode(error, 'invalid')));
  }
});

function day(): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
}
