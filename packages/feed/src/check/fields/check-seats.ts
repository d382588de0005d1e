import type { Product } from '@enrollkit/core';
import type { CheckContext } from './check-context.js';

/** Numbers of seats that can't all be true. Source: domain.md section 4, StartingDatePlace. */
export function checkSeats({ startingDates, maxParticipants }: Product, { report }: CheckContext): void {
  if (maxParticipants === 0) report('no-participants', 'maxParticipants', {});
  for (let index = 0; index < startingDates.length; index += 1) {
    const { minSeats = 0, maxSeats = Infinity, availableSeats = 0 } = startingDates[index] ?? {};
    if (minSeats > maxSeats) report('min-seats-above-max', `startingDates[${index}].minSeats`, { minSeats, maxSeats });
    if (availableSeats > maxSeats) {
      report('available-seats-above-max', `startingDates[${index}].availableSeats`, { availableSeats, maxSeats });
    }
    if (!maxParticipants) continue;
    // The one that does most harm: a minimum that is never reached cancels every start.
    if (minSeats > maxParticipants) {
      const params = { element: 'MinNumberOfSeats', seats: minSeats, maxParticipants };
      report('seats-above-participants', `startingDates[${index}].minSeats`, params);
    } else if (maxSeats > maxParticipants && maxSeats !== Infinity) {
      const params = { element: 'MaxNumberOfSeats', seats: maxSeats, maxParticipants };
      report('seats-above-participants', `startingDates[${index}].maxSeats`, params);
    } else if (availableSeats > maxParticipants) {
      const params = { element: 'AvailableSeats', seats: availableSeats, maxParticipants };
      report('seats-above-participants', `startingDates[${index}].availableSeats`, params);
    }
  }
}
