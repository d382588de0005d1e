import type { ParticipationStatus } from '@enrollkit/core';

/** Detail of `ek-status-change` and `ek-status-changed`. */
export interface StatusChangeDetail {
  readonly enrollmentId: string;
  readonly from: ParticipationStatus;
  readonly to: ParticipationStatus;
}

/** What becomes of a request. */
export type BookingVerdict = 'accepted' | 'declined';

/** Detail of `ek-booking-decide` and `ek-booking-decided`. */
export interface BookingDecisionDetail {
  readonly enrollmentId: string;
  readonly verdict: BookingVerdict;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ek-booking-decide': CustomEvent<BookingDecisionDetail>;
    'ek-booking-decided': CustomEvent<BookingDecisionDetail>;
    'ek-status-change': CustomEvent<StatusChangeDetail>;
    'ek-status-changed': CustomEvent<StatusChangeDetail>;
  }
}
