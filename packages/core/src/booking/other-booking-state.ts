import type { BookingState } from './booking-state.js';

/** What the marketplace and comparable systems call a booking, and the nearest of our states. Source: domain.md section 1. */
const NEAREST: Readonly<Record<string, BookingState>> = {
  initialized: 'requested',
  transferred: 'requested',
  confirmed: 'accepted',
  approved: 'accepted',
  rejected: 'declined',
  expired: 'cancelled',
  converted: 'accepted',
  requested: 'requested',
  accepted: 'accepted',
  declined: 'declined',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  withdrawn: 'withdrawn',
};

export interface ReadBookingState {
  readonly bookingState: BookingState;
  /** The word as it came, when it isn't one of ours. */
  readonly originalBookingState?: string;
}

/**
 * Reads another system's word for where a booking stands. One that nobody knows is a request, so that a person looks.
 *
 * @example
 * parseBookingState('approved'); // { bookingState: 'accepted', originalBookingState: 'approved' }
 */
export function parseBookingState(word: string): ReadBookingState {
  const spelled = word.trim().toLowerCase();
  const bookingState = (Object.hasOwn(NEAREST, spelled) ? NEAREST[spelled] : undefined) ?? 'requested';
  return bookingState === word ? { bookingState } : { bookingState, originalBookingState: word };
}
