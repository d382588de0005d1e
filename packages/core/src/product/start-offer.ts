import { firstDayOfNextMonth } from '../calendar/calendar-day.js';
import type { CalendarDay } from '../calendar/time.js';
import type { Product, StartingDate, StoredProduct } from './product.js';

/** How many people booked a start. Requests count; cancelled, declined and withdrawn bookings don't. */
export interface BookedSeats {
  readonly booked: number;
  /** Those that were made since the product's data came in: `availableSeats` doesn't know of them. */
  readonly bookedSincePublished: number;
}

/**
 * Whether a start can be booked, and why not. In this order where several hold: what is over or cancelled says so before it
 * says that it is full.
 */
export type StartAvailability = 'open' | 'past' | 'cancelled' | 'closed' | 'full';

/** What a visitor is told about a start. */
export interface StartOffer {
  readonly start: StartingDate;
  readonly availability: StartAvailability;
  /** Absent when no limit is given. */
  readonly seatsLeft?: number;
}

/**
 * What is left of a start: the smallest of what is given. Absent when nothing is. Never below 0, also when somebody overbooked.
 * Source: domain.md section 4, seats.
 *
 * @example
 * seatsLeft({ maxSeats: 12, availableSeats: 5 }, { maxParticipants: 10 }, { booked: 7, bookedSincePublished: 1 }); // 3
 */
export function seatsLeft(
  { maxSeats, availableSeats }: Pick<StartingDate, 'maxSeats' | 'availableSeats'>,
  { maxParticipants }: Pick<Product, 'maxParticipants'>,
  { booked, bookedSincePublished }: BookedSeats,
): number | undefined {
  const limits = [
    maxSeats === undefined ? undefined : maxSeats - booked,
    availableSeats === undefined ? undefined : availableSeats - bookedSincePublished,
    maxParticipants === undefined ? undefined : maxParticipants - booked,
  ].filter((left) => left !== undefined);
  return limits.length > 0 ? Math.max(0, Math.min(...limits)) : undefined;
}

/**
 * Whether a start has begun: strictly after its day, or after its month when only that is known. On the day itself it can
 * still be booked. Source: domain.md section 1, "passed".
 */
export function hasStarted(
  { startDate, startDateIsMonthOnly }: Pick<StartingDate, 'startDate' | 'startDateIsMonthOnly'>,
  today: CalendarDay,
): boolean {
  return startDateIsMonthOnly ? today >= firstDayOfNextMonth(startDate) : today > startDate;
}

/**
 * What a visitor is told about one start of a product as a backend answered it: `startStates` says what is known besides
 * what was published. Without a backend's count only the published figures speak.
 *
 * @example
 * offerOf(product, product.startingDates[0], '2026-08-25'); // { start, availability: 'open', seatsLeft: 2 }
 */
export function offerOf(
  product: Pick<StoredProduct, 'startStates' | 'maxParticipants'>,
  start: StartingDate,
  today: CalendarDay,
): StartOffer {
  const state = product.startStates.find(({ startingDateId }) => startingDateId === start.id);
  const left = state?.seatsLeft ?? seatsLeft(start, product, { booked: 0, bookedSincePublished: 0 });
  return {
    start,
    availability: availabilityOf(start, { isCancelled: state?.cancelledAt !== undefined, left, today }),
    ...(left !== undefined && { seatsLeft: left }),
  };
}

/** See {@link StartAvailability}. */
export function availabilityOf(
  start: StartingDate,
  { isCancelled, left, today }: { isCancelled: boolean; left: number | undefined; today: CalendarDay },
): StartAvailability {
  if (isCancelled) return 'cancelled';
  if (hasStarted(start, today)) return 'past';
  if (start.availableSeats === 0) return 'closed';
  return left === 0 ? 'full' : 'open';
}
