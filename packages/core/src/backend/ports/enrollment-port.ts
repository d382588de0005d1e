import type { Page, Paging, ReadOptions, VersionedWriteOptions, WriteOptions } from '../../call-options.js';
import type { Instant } from '../../calendar/time.js';
import type { Enrollment, EnrollmentDates, HostCause, Participant } from '../../enrollment/enrollment.js';
import type { ParticipationStatus } from '../../enrollment/participation-status.js';
import type { ManyPort } from './many-port.js';

export interface EnrollmentPort extends ManyPort {
  /** The enrollment with every rule applied that is due by now. Rejects with `not-found`. */
  getEnrollment(id: string, options?: ReadOptions): Promise<Enrollment>;
  listEnrollments(query?: EnrollmentQuery, options?: ReadOptions): Promise<Page<Enrollment>>;
  /**
   * Accepts an enrollment: it becomes `enrolled`. Takes its dates from the product's starting date when it names one and
   * gives no dates itself. Rejects with `invalid`, also when the product or its start takes no bookings (`product-deleted`,
   * `product-full`, `start-closed`, `start-cancelled`), and with `conflict` when the id is there already.
   */
  createEnrollment(input: NewEnrollment, options?: WriteOptions): Promise<Enrollment>;
  /** By hand: one of the five statuses that allow it. Rejects with `conflict` when `expectedVersion` is stale. */
  changeStatus(id: string, to: ParticipationStatus, options?: StatusWriteOptions): Promise<Enrollment>;
  cancelEnrollment(id: string, options?: VersionedWriteOptions): Promise<Enrollment>;
  /** Tells that the invoice was uploaded; rules 3 and 4 look at it. */
  recordInvoice(id: string, options?: VersionedWriteOptions): Promise<Enrollment>;
  /** Moves the course dates of one enrollment; the rules' moments move with them. */
  moveDates(id: string, dates: EnrollmentDates, options?: VersionedWriteOptions): Promise<Enrollment>;
}

export interface StatusWriteOptions extends VersionedWriteOptions {
  /** Who reports it, when it is no person but a host that saw it. Counts like a change by hand. */
  readonly cause?: HostCause;
}

export interface EnrollmentQuery extends Paging {
  /** Only these, at most 500. */
  readonly ids?: readonly string[];
  /** One status, or any of several. */
  readonly status?: ParticipationStatus | readonly ParticipationStatus[];
  readonly productId?: string;
  /** In any case. */
  readonly email?: string;
  readonly externalId?: string;
  /** Made at this moment or later. */
  readonly createdFrom?: Instant;
  /** Written at this moment or later, by a person or by a rule. */
  readonly updatedFrom?: Instant;
}

export interface NewEnrollment extends EnrollmentDates {
  /** Made by the backend when absent. */
  readonly id?: string;
  readonly providerId?: string;
  readonly productId: string;
  readonly startingDateId?: string;
  readonly participant: Participant;
  /** When it was accepted: now when absent. */
  readonly acceptedAt?: Instant;
}
