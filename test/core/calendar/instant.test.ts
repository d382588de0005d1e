import { formatInstant, parseInstant } from '@enrollkit/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
  ['2026-08-24T22:00:00.000Z', '2026-08-24T22:00:00.000Z'],
  ['2026-08-25T00:00:00+02:00', '2026-08-24T22:00:00.000Z'],
  ['2026-08-24T18:30-03:30', '2026-08-24T22:00:00.000Z'],
  ['2026-08-24T22:00:00.123456789Z', '2026-08-24T22:00:00.123Z'],
  ['2026-08-24T22:00:00.5Z', '2026-08-24T22:00:00.500Z'],
])('%s is the moment %s', (text, expected) => {
  expect(formatInstant(parseInstant(text) ?? NaN)).toBe(expected);
});

test.each([
  ['has no offset', '2026-08-24T22:00:00'],
  ['is a day only', '2026-08-24'],
  ['lies on 30 February', '2026-02-30T10:00:00Z'],
  ['has minute 60', '2026-08-24T22:60:00Z'],
  ['has an offset of 25 hours', '2026-08-24T22:00:00+25:00'],
  ['is written with a space', '2026-08-24 22:00:00Z'],
  ['is a word', 'yesterday'],
  ['is empty', ''],
])('a text that %s names no moment', (_, text) => {
  expect(parseInstant(text)).toBeUndefined();
});

test('what the kit writes, it reads back', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01T00:00:00Z'), noInvalidDate: true }), (date) => {
      expect(parseInstant(formatInstant(date.getTime()))).toBe(date.getTime());
    }),
  );
});
