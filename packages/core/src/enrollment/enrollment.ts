import type { CalendarDay, Instant } from '../time.js';
import type { ParticipationStatus } from './participation-status.js';
import type { RuleId } from './rule-id.js';

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
  readonly status: ParticipationStatus;
  /** The value another system gave when `status` is `unknown`. */
  readonly originalStatus?: string;
  readonly acceptedAt?: Instant;
  readonly invoiceUploadedAt?: Instant;
  readonly certificateUploadedAt?: Instant;
  readonly cancelledAt?: Instant;
  /** When the record was made here. */
  readonly createdAt?: Instant;
  /** When it was last written, by a person or by a rule that came due. */
  readonly updatedAt?: Instant;
  /** Oldest first. Only ever grows. */
  readonly history: readonly StatusChange[];
  /** Goes up by one with every write. */
  readonly version: number;
}

export interface Participant {
  readonly name: string;
  readonly email: string;
  /** The participant's key in the host's system. */
  readonly externalId?: string;
  /** The employer whose HR may see the certificates. */
  readonly employerId?: string;
}

/** One step in the life of a status. */
export interface StatusChange {
  readonly from: ParticipationStatus;
  readonly to: ParticipationStatus;
  /** When it became so: for a rule the moment its condition came true, not the moment somebody looked. */
  readonly at: Instant;
  readonly cause: StatusCause;
}

/** `by` is the id of the actor who changed it. */
export type StatusCause =
  { readonly kind: 'manual'; readonly by: string } | { readonly kind: 'rule'; readonly rule: RuleId };
