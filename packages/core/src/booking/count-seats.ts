import type { Instant } from '../calendar/time.js';
import type { BookedSeats } from '../product/start-offer.js';
import { BOOKING_STATES, bookingStateOf, type BookingFacts } from './booking-state.js';

/** What of a booking says whether it takes a seat, and of which start. */
export interface SeatFacts extends BookingFacts {
  readonly startingDateId?: string;
  readonly createdAt?: Instant;
}

/**
 * How many of these bookings take a seat, by start: for a store that counts rows one by one. One without a moment is from
 * before anybody wrote it down, and so from before the product's data came in.
 *
 * @example
 * countSeatsOf([{ startingDateId: 'S1', status: 'enrolled' }]); // [{ startingDateId: 'S1', booked: 1, bookedSincePublished: 1 }]
 */
export function countSeatsOf(
  bookings: Iterable<SeatFacts>,
  { publishedAt }: { readonly publishedAt?: Instant } = {},
): readonly (BookedSeats & { readonly startingDateId: string })[] {
  const counts = new Map<string, { booked: number; bookedSincePublished: number }>();
  for (const booking of bookings) {
    const { startingDateId, createdAt = '' } = booking;
    if (startingDateId === undefined || !BOOKING_STATES[bookingStateOf(booking)].takesSeat) continue;
    const count = counts.get(startingDateId) ?? { booked: 0, bookedSincePublished: 0 };
    count.booked += 1;
    if (publishedAt === undefined || createdAt >= publishedAt) count.bookedSincePublished += 1;
    counts.set(startingDateId, count);
  }
  return [...counts].map(([startingDateId, count]) => ({ startingDateId, ...count }));
}
