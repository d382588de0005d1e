import { withdrawalObstacle, withdrawalPeriod, type Enrollment } from '@enrollkit/core';
import { expect, test } from 'vitest';

const booking = (more: Partial<Enrollment> = {}): Enrollment => ({
  id: 'e1',
  productId: 'p1',
  participant: { name: 'Anna Smit', email: 'anna@example.nl' },
  status: 'enrolled',
  bookingState: 'accepted',
  consumer: true,
  acceptedAt: '2026-09-01T10:00:00.000Z',
  history: [],
  version: 1,
  ...more,
});

test.each([
  ['a Tuesday, on a Tuesday', '2026-09-01T10:00:00.000Z', '2026-09-15'],
  ['a Saturday: a last day on Saturday moves to Monday', '2026-09-05T10:00:00.000Z', '2026-09-21'],
  ['a Sunday', '2026-09-06T10:00:00.000Z', '2026-09-21'],
  ['just before midnight in Amsterdam', '2026-09-01T21:59:59.000Z', '2026-09-15'],
  ['just after it', '2026-09-01T22:00:00.000Z', '2026-09-16'],
  ['across the end of summer time', '2026-10-20T10:00:00.000Z', '2026-11-03'],
])('booked on %s', (_, acceptedAt, lastDay) => {
  expect(withdrawalPeriod(booking({ acceptedAt }), 'Europe/Amsterdam')?.lastDay).toBe(lastDay);
});

test('it ends when the last day ends where the provider is', () => {
  const acceptedAt = '2026-10-20T10:00:00.000Z';
  expect(withdrawalPeriod(booking({ acceptedAt }), 'Europe/Amsterdam')?.endsAt).toBe('2026-11-03T23:00:00.000Z');
});

test.each([
  ['within the period', {}, '2026-09-15T21:59:59.000Z', undefined],
  ['after it', {}, '2026-09-15T22:00:00.000Z', 'period-over'],
  ['for a company', { consumer: false }, '2026-09-02T10:00:00.000Z', 'no-consumer'],
  ['a request, at any time', { bookingState: 'requested', consumer: false }, '2027-01-01T10:00:00.000Z', undefined],
  ['what was withdrawn already', { bookingState: 'withdrawn' }, '2026-09-02T10:00:00.000Z', 'already-ended'],
  ['what was declined', { bookingState: 'declined' }, '2026-09-02T10:00:00.000Z', 'already-ended'],
] as const)('withdrawing %s', (_, more, now, obstacle) => {
  expect(withdrawalObstacle(booking(more), { now, timeZone: 'Europe/Amsterdam' })).toBe(obstacle);
});
