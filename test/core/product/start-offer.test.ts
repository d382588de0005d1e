import { hasStarted, offerOf, seatsLeft, type StartState } from '@enrollkit/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newStart } from '../../contract/booking-cases.js';

const count = fc.nat(50);
const limit = fc.option(count, { nil: undefined });
const limits = fc.record({ maxSeats: limit, availableSeats: limit, maxParticipants: limit }, { requiredKeys: [] });
const bookings = fc.tuple(count, count).map(([before, since]) => ({
  booked: before + since,
  bookedSincePublished: since,
}));

test('no seat is left beyond any limit, and one is left as long as every limit allows it', () => {
  fc.assert(
    fc.property(limits, bookings, (given, seats) => {
      const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const left = seatsLeft(known, known, seats);
      expect(left === undefined).toBe(Object.keys(known).length === 0);
      if (left === undefined) return;
      const fits = (more: number): boolean =>
        seats.booked + more <= (known.maxSeats ?? Infinity) &&
        seats.booked + more <= (known.maxParticipants ?? Infinity) &&
        seats.bookedSincePublished + more <= (known.availableSeats ?? Infinity);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(fits(left + 1)).toBe(false);
      if (left > 0) expect(fits(left)).toBe(true);
    }),
  );
});

const cancelledAt = '2026-08-20T10:00:00.000Z';
test.each([
  ['open', {}, {}, 'open'],
  ['on its own day', { startDate: '2026-08-25' }, {}, 'open'],
  ['the day after', { startDate: '2026-08-24' }, {}, 'past'],
  ['this month, whatever the day', { startDate: '2026-08-01', startDateIsMonthOnly: true }, {}, 'open'],
  ['last month', { startDate: '2026-07-31', startDateIsMonthOnly: true }, {}, 'past'],
  ['no seats offered', { availableSeats: 0 }, {}, 'closed'],
  ['no seats left', { maxSeats: 3 }, { seatsLeft: 0 }, 'full'],
  ['cancelled by the calendar, though it is full', { maxSeats: 3 }, { seatsLeft: 0, cancelledAt }, 'cancelled'],
] as const)('a start: %s', (_, start, state: Partial<StartState>, availability) => {
  const product = { startStates: [{ startingDateId: 'S1', ...state }] };
  expect(offerOf(product, newStart('S1', start), '2026-08-25').availability).toBe(availability);
});

test.each([
  ['2026-08-31', false],
  ['2026-09-01', true],
])('a start of which only the month is known, August, on %s: %s', (today, isOver) => {
  expect(hasStarted({ startDate: '2026-08-15', startDateIsMonthOnly: true }, today)).toBe(isOver);
});
