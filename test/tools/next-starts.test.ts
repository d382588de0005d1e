import type { StartingDate } from '@enrollkit/core';
import { expect, test } from 'vitest';
import { nextStarts } from '../../demo/src/next-starts.js';

const start = (id: string, startDate: string, more: Partial<StartingDate> = {}): StartingDate => ({
  ...{ id, startDate, startDateIsMonthOnly: false, endDateIsMonthOnly: false, place: 'Utrecht', schedule: [] },
  ...more,
});

test('a list of courses tells of the first start that can be booked, and counts no others', () => {
  const over = start('over', '2026-08-31');
  const month = start('month', '2026-09-01', { startDateIsMonthOnly: true });
  const later = start('later', '2026-12-01');
  const cancelled = start('cancelled', '2026-10-01');
  const closed = start('closed', '2026-10-02', { availableSeats: 0 });
  const full = start('full', '2026-10-03');
  const startStates = [
    { startingDateId: 'cancelled', cancelledAt: '2026-08-01T10:00:00Z' },
    { startingDateId: 'full', seatsLeft: 0 },
  ];
  const next = (...startingDates: StartingDate[]): unknown[] =>
    nextStarts({ startingDates, startStates }, '2026-09-15').map(({ id }) => id);

  expect(next(later, over, cancelled, closed, full, month)).toEqual(['month', 'later']);
  // Where none can be booked, it tells of what is to come all the same.
  expect(next(full, over, cancelled, closed)).toEqual(['closed', 'full']);
  expect(next(over, cancelled)).toEqual([]);
});
