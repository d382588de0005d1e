import type { ParticipationStatus } from '../enrollment/participation-status.js';
import type { Instant } from '../calendar/time.js';

/**
 * Where a booking stands. Only an accepted one has a participation status of its own. Source: domain.md section 1, booking
 * state. `from` names the states it can come from, `takesSeat` whether it counts against the seats of its start (section 4).
 */
export const BOOKING_STATES = {
  requested: { from: [], takesSeat: true },
  accepted: { from: ['requested', 'declined'], takesSeat: true },
  declined: { from: ['requested'], takesSeat: false },
  cancelled: { from: ['requested', 'accepted'], takesSeat: false },
  withdrawn: { from: ['requested', 'accepted'], takesSeat: false },
} as const satisfies Record<string, { readonly from: readonly string[]; readonly takesSeat: boolean }>;

export type BookingState = keyof typeof BOOKING_STATES;

/** What of an enrollment says where its booking stands. */
export interface BookingFacts {
  readonly bookingState?: BookingState;
  readonly cancelledAt?: Instant;
  readonly status: ParticipationStatus;
}

/** The states that count against the seats of a start. */
export const SEAT_TAKING_STATES: readonly BookingState[] = (Object.keys(BOOKING_STATES) as BookingState[]).filter(
  (state) => BOOKING_STATES[state].takesSeat,
);

/**
 * Where a booking stands, also when a record from before, or from a host of its own, doesn't say so.
 *
 * @example
 * bookingStateOf({ ...enrollment, cancelledAt: '2026-08-25T09:00:00.000Z' }); // 'cancelled'
 */
export function bookingStateOf({ bookingState, cancelledAt, status }: BookingFacts): BookingState {
  if (bookingState !== undefined && Object.hasOwn(BOOKING_STATES, bookingState)) return bookingState;
  return status === 'cancelled' || cancelledAt !== undefined ? 'cancelled' : 'accepted';
}

/** Whether a booking can go from one state to another. */
export function canBecome(from: BookingState, to: BookingState): boolean {
  return (BOOKING_STATES[to].from as readonly BookingState[]).includes(from);
}
