import type { BookingState, ErrorCode } from '@enrollkit/core';

/** What is about to be booked. */
export interface BookDetail {
  readonly productId: string;
  readonly startingDateId?: string;
  readonly selectedCosts: readonly string[];
  readonly participants: readonly { readonly name: string; readonly email: string }[];
  /** For one participant, in whole cents. */
  readonly totalMinor: number;
}

/** One participant is booked. */
export interface BookedDetail {
  readonly productId: string;
  readonly enrollmentId: string;
  readonly startingDateId?: string;
  readonly bookingState: BookingState;
}

/** One participant could not be booked. */
export interface BookingErrorDetail {
  readonly productId: string;
  readonly code: ErrorCode | 'not-configured' | 'nothing-chosen';
  /** Codes of what the backend refused, such as `start-full`. */
  readonly issues: readonly string[];
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ek-book': CustomEvent<BookDetail>;
    'ek-booked': CustomEvent<BookedDetail>;
    'ek-booking-error': CustomEvent<BookingErrorDetail>;
  }
}
