import type { Action } from '../access/can.js';
import type { BookedPrice } from '../booking/booked-price.js';
import type { BookingState } from '../booking/booking-state.js';
import type { CalendarDay, Instant } from '../calendar/time.js';
import type { ParticipationStatus } from './participation-status.js';
import type { RuleId } from './rules/status-rules.js';

/** One person's place in one course. A retake is a new enrollment; the old result stays. */
export interface Enrollment {
  readonly id: string;
  /** The provider (tenant) that owns the enrollment. Absent when a host has one provider only. */
  readonly providerId?: string;
  readonly productId: string;
  readonly startingDateId?: string;
  readonly participant: Participant;
  readonly startDate?: CalendarDay;
  /** The day is only there to name its month. */
  readonly startDateIsMonthOnly?: boolean;
  readonly endDate?: CalendarDay;
  readonly endDateIsMonthOnly?: boolean;
  /**
   * Where the booking stands. Every backend of the kit says so; a host's own record without it counts as accepted, or as
   * cancelled when it has been: see `bookingStateOf`.
   */
  readonly bookingState?: BookingState;
  /** The word of another system, where it isn't one of ours. */
  readonly originalBookingState?: string;
  /** The price as it was shown at booking. Absent when nothing is known of it. */
  readonly booked?: BookedPrice;
  /** Booked by a consumer, who may withdraw. Contracts between companies have no such right. */
  readonly consumer?: boolean;
  readonly status: ParticipationStatus;
  /** The value another system gave when `status` is `unknown`. */
  readonly originalStatus?: string;
  /** When it was asked for, where somebody had to look first. */
  readonly requestedAt?: Instant;
  readonly acceptedAt?: Instant;
  readonly declinedAt?: Instant;
  readonly withdrawnAt?: Instant;
  /** Who withdrew, and where the acknowledgement went. */
  readonly withdrawal?: WithdrawalStatement;
  readonly invoiceUploadedAt?: Instant;
  readonly certificateUploadedAt?: Instant;
  readonly cancelledAt?: Instant;
  /** When the record was made here. */
  readonly createdAt?: Instant;
  /** When it was last written, by a person or by a rule that came due. */
  readonly updatedAt?: Instant;
  /** Oldest first. Only ever grows. */
  readonly history: readonly StatusChange[];
  /** What became of the booking, oldest first. Only ever grows. */
  readonly bookingHistory?: readonly BookingChange[];
  /** What was corrected about it, oldest first. Only ever grows. */
  readonly corrections?: readonly Correction[];
  /** Goes up by one with every write. */
  readonly version: number;
  /**
   * What the one who asked may do with it and its certificates. Never stored: a backend says it with every answer. Absent:
   * the backend doesn't say, and the first attempt will tell.
   */
  readonly allowed?: readonly Action[];
  /**
   * Whether the backend keeps the invoice itself, or only knows that there is one. Never stored: answered for one enrollment
   * that has an invoice, to whoever handles those. Absent: not said.
   */
  readonly invoiceFile?: 'here' | 'elsewhere';
}

export interface EnrollmentDates {
  readonly startDate?: CalendarDay;
  readonly startDateIsMonthOnly?: boolean;
  readonly endDate?: CalendarDay;
  readonly endDateIsMonthOnly?: boolean;
}

export interface Participant {
  readonly name: string;
  readonly email: string;
  /** The participant's key in the host's system. */
  readonly externalId?: string;
  /** The employer whose HR may see the certificates. */
  readonly employerId?: string;
}

/** One step in the life of a booking. */
export interface BookingChange {
  /** Absent for the first. */
  readonly from?: BookingState;
  readonly to: BookingState;
  readonly at: Instant;
  /** Id of the actor who did it. Absent where nobody acted on this one booking: its start was cancelled. */
  readonly by?: string;
  /** How people call that actor. */
  readonly name?: string;
  /** What was said with it: why a request was declined. At most 500 characters. */
  readonly note?: string;
  /** The provider booked one more than there are seats, knowingly. */
  readonly overbooked?: true;
}

/** One time that somebody set right who takes part, or moved them to another start. */
export interface Correction {
  readonly at: Instant;
  /** Id of the actor who did it. */
  readonly by: string;
  /** How people call that actor. */
  readonly name?: string;
  /** Why. At most 500 characters. */
  readonly note?: string;
  readonly changes: readonly CorrectedField[];
}

export interface CorrectedField {
  readonly field: keyof Participant | 'startingDateId';
  /** Absent: there was nothing. */
  readonly from?: string;
  readonly to?: string;
}

/** What a consumer states when withdrawing. Source: domain.md section 6. */
export interface WithdrawalStatement {
  /** Who withdraws. */
  readonly name: string;
  /** Where the acknowledgement goes. */
  readonly email: string;
}

/** One step in the life of a status. */
export interface StatusChange {
  readonly from: ParticipationStatus;
  readonly to: ParticipationStatus;
  /** When it became so: for a rule the moment its condition came true, not the moment somebody looked. */
  readonly at: Instant;
  readonly cause: StatusCause;
  /** Why, in the words of whoever changed it by hand: for the provider, HR and the participant. At most 500 characters. */
  readonly note?: string;
}

/** What brought a change about: a person, a rule, or a host that saw for itself what happened. */
export type StatusCause = ManualCause | HostCause | { readonly kind: 'rule'; readonly rule: RuleId };

export interface ManualCause {
  readonly kind: 'manual';
  /** Id of the actor who changed it. */
  readonly by: string;
  /** What people call this actor. An id is shown to nobody who can be told a name. */
  readonly name?: string;
}

/** A host that knows better, such as an LMS that saw the course completed. Counts like a change by hand. */
export interface HostCause {
  readonly kind: 'host';
  /** What people call the host: Moodle. */
  readonly name: string;
  /** What it saw, in a few words of the host's own language: course completed. */
  readonly detail?: string;
}
