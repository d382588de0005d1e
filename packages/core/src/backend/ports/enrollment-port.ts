import type { BookingChoice } from '../../booking/booked-price.js';
import type { BookingState } from '../../booking/booking-state.js';
import type {
  AcceptOptions,
  NotedWriteOptions,
  Page,
  Paging,
  ReadOptions,
  VersionedWriteOptions,
  WriteOptions,
} from '../../call-options.js';
import type { CalendarDay, Instant } from '../../calendar/time.js';
import type { ParticipantCorrection } from '../../enrollment/acts/correct-enrollment.js';
import type { EnrollmentNeed, MissingFact } from '../../enrollment/lists/enrollment-needs.js';
import type { OrderBy } from '../../enrollment/lists/enrollment-order.js';
import type {
  Enrollment,
  EnrollmentDates,
  HostCause,
  Participant,
  WithdrawalStatement,
} from '../../enrollment/enrollment.js';
import type { ParticipationStatus } from '../../enrollment/participation-status.js';
import type { MinorUnits } from '../../price/priced-product.js';
import type { ManyPort } from './many-port.js';

export interface EnrollmentPort extends ManyPort {
  /** The enrollment with every rule applied that is due by now. Rejects with `not-found`. */
  getEnrollment(id: string, options?: ReadOptions): Promise<Enrollment>;
  listEnrollments(query?: EnrollmentQuery, options?: ReadOptions): Promise<Page<Enrollment>>;
  /**
   * Accepts an enrollment: it becomes `enrolled`. Takes its dates from the product's starting date when it names one and
   * gives no dates itself, and keeps the price as it is now (`booked`). A price on request, and `request`, make it a request
   * that somebody accepts or declines.
   *
   * Rejects with `invalid`, also when the product or its start takes no bookings (`product-deleted`, `product-full`,
   * `site-not-allowed`, `start-past`, `start-cancelled`, `start-closed`, `start-full`), and with `conflict` when the id is
   * there already, or when the total isn't the one that was expected (`price-changed`, with both).
   */
  createEnrollment(input: NewEnrollment, options?: WriteOptions): Promise<Enrollment>;
  /** By hand: one of the five statuses that allow it. Rejects with `conflict` when `expectedVersion` is stale. */
  changeStatus(id: string, to: ParticipationStatus, options?: StatusWriteOptions): Promise<Enrollment>;
  /** Accepts a request: it becomes `enrolled`. Rejects with `invalid` when there is no seat left, or it has ended. */
  acceptEnrollment(id: string, options?: AcceptOptions): Promise<Enrollment>;
  /** Declines a request, with a word why for whoever asked. */
  declineEnrollment(id: string, options?: NotedWriteOptions): Promise<Enrollment>;
  /**
   * A consumer withdraws within the period, or somebody takes a request back. Rejects with `invalid`
   * (`withdrawal-for-consumers-only`, `withdrawal-period-over`, `booking-already-decided`).
   */
  withdrawEnrollment(id: string, statement: WithdrawalStatement, options?: VersionedWriteOptions): Promise<Enrollment>;
  cancelEnrollment(id: string, options?: NotedWriteOptions): Promise<Enrollment>;
  /** Tells that the invoice was uploaded; rules 3 and 4 look at it. */
  recordInvoice(id: string, options?: VersionedWriteOptions): Promise<Enrollment>;
  /** Moves the course dates of one enrollment; the rules' moments move with them. */
  moveDates(id: string, dates: EnrollmentDates, options?: VersionedWriteOptions): Promise<Enrollment>;
  /** Sets right who takes part; their certificates go along. What was there stays in `corrections`. */
  correctEnrollment(id: string, correction: ParticipantCorrection, options?: NotedWriteOptions): Promise<Enrollment>;
  /**
   * Moves it to another start of the same product, whose days it takes. Rejects with `invalid` for what takes no bookings
   * (`start-full`, `start-past`, `start-cancelled`, `start-closed`, `unknown-starting-date`), and when it has ended.
   */
  changeStart(id: string, startingDateId: string, options?: AcceptOptions): Promise<Enrollment>;
}

export interface StatusWriteOptions extends NotedWriteOptions {
  /** Who reports it, when it is no person but a host that saw it. Counts like a change by hand. */
  readonly cause?: HostCause;
}

export interface EnrollmentQuery extends Paging {
  /** Only these, at most 500. */
  readonly ids?: readonly string[];
  /** One status, or any of several. */
  readonly status?: ParticipationStatus | readonly ParticipationStatus[];
  /** Where the booking stands: one, or any of several. */
  readonly bookingState?: BookingState | readonly BookingState[];
  readonly productId?: string;
  readonly startingDateId?: string;
  /**
   * Words of name, address, key in the provider's system, or the whole id: each of them begins so. Accents, capitals and the
   * order of the words don't matter: `smit anna` finds Anna Smit.
   */
  readonly search?: string;
  /** Has a place in the course and lacks this, or all of these. */
  readonly missing?: MissingFact | readonly MissingFact[];
  /** Its last day lies before this one. */
  readonly endsBefore?: CalendarDay;
  /** What has to be done about it by now. */
  readonly needs?: EnrollmentNeed;
  /** Default: by id. */
  readonly orderBy?: OrderBy;
  /** Goes on after this one in the same order: pages stay right while rows come and go. Then what is left isn't counted. */
  readonly afterId?: string;
  /** Whose that one is. For who sees records of several providers, two of which may have given the same id. */
  readonly afterProviderId?: string;
  /** In any case. */
  readonly email?: string;
  readonly externalId?: string;
  /** Made at this moment or later. */
  readonly createdFrom?: Instant;
  /** Written at this moment or later, by a person or by a rule. */
  readonly updatedFrom?: Instant;
}

export interface NewEnrollment extends EnrollmentDates, BookingChoice {
  /** Made by the backend when absent. */
  readonly id?: string;
  readonly providerId?: string;
  readonly productId: string;
  readonly startingDateId?: string;
  readonly participant: Participant;
  /** When it was accepted: now when absent. Only a provider says so: for what was booked elsewhere. */
  readonly acceptedAt?: Instant;
  /** What the person saw as the total. Another one by now is a conflict that carries both. */
  readonly expectedTotalMinor?: MinorUnits;
  /** Whether a consumer books, who may withdraw. Default: nobody says so. */
  readonly consumer?: boolean;
  /** Only ask: somebody looks at it first. */
  readonly request?: boolean;
  /** The provider knows that the start is full. Kept in the booking's history and in the audit. */
  readonly overbook?: boolean;
}
