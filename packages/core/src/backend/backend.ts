import type { Binary, Certificate, CertificateDraft, Certification } from '../certificate/certificate.js';
import type { Enrollment, HostCause, Participant } from '../enrollment/enrollment.js';
import type { StatusAuthority } from '../enrollment/evaluate-enrollment.js';
import type { ParticipationStatus } from '../enrollment/participation-status.js';
import type { Product, StoredProduct } from '../product/product.js';
import type { CalendarDay, Clock, Instant } from '../time.js';
import type { ImportPort } from './import-port.js';
import type { ManyPort } from './many-port.js';
import type { StartPort } from './start-port.js';
import type { TrainerPort } from './trainer-port.js';

/**
 * What an element may ask. A host can hand in a plain object with only the methods that its elements use; every method
 * rejects with an `EnrollkitError` (or any object with such a `code`).
 */
export interface Backend
  extends
    BackendFacts,
    EnrollmentPort,
    CertificatePort,
    CertificationPort,
    ProductPort,
    TrainerPort,
    ImportPort,
    ChangePort {}

/** Facts about the backend that elements read. */
export interface BackendFacts {
  /** IANA name. Elements take `Europe/Amsterdam` when absent. */
  readonly timeZone?: string;
  /** Elements take the system's clock when absent. */
  readonly clock?: Clock;
  /** `host`: elements show each status as it is stored, and say nothing of what the rules would make of it. */
  readonly rules?: StatusAuthority;
}

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

export interface CertificatePort {
  getCertificate(id: string, options?: ReadOptions): Promise<Certificate>;
  listCertificates(query?: CertificateQuery, options?: ReadOptions): Promise<Page<Certificate>>;
  /**
   * Stores file and record together, and completes the enrollment. Rejects with `invalid` (issues), `duplicate` (`current`),
   * `too-large`, `unsupported-media-type`, `storage-full`, `aborted`.
   */
  uploadCertificate(draft: CertificateDraft, options?: UploadOptions): Promise<Certificate>;
  removeCertificate(id: string, options?: VersionedWriteOptions): Promise<void>;
  /** The bytes, with the media type that was found in them. */
  openCertificateFile(id: string, options?: ReadOptions): Promise<Binary>;
}

export interface CertificationPort {
  listCertifications(query?: CertificationQuery, options?: ReadOptions): Promise<Page<Certification>>;
  createCertification(input: NewCertification, options?: WriteOptions): Promise<Certification>;
  /** Platform staff only. */
  verifyCertification(id: string, options?: VersionedWriteOptions): Promise<Certification>;
}

export interface ProductPort extends StartPort {
  getProduct(id: string, options?: ReadOptions): Promise<StoredProduct>;
  listProducts(query?: ProductQuery, options?: ReadOptions): Promise<Page<StoredProduct>>;
  /**
   * Creates or fully replaces by id, as a feed does, and restores one that was removed. Keeps the linked certifications.
   * When a starting date moved, the enrollments that still have its old days move along. The same again changes nothing.
   */
  putProduct(product: Product, options?: VersionedWriteOptions): Promise<StoredProduct>;
  /** It is `deleted` then, and kept: what points to it goes on pointing to it. Removing again changes nothing. */
  removeProduct(id: string, options?: VersionedWriteOptions): Promise<StoredProduct>;
  /** Replaces the whole list of what the course can lead to. */
  linkCertifications(
    productId: string,
    certificationIds: readonly string[],
    options?: VersionedWriteOptions,
  ): Promise<StoredProduct>;
}

export interface ChangePort {
  /** Calls `listener` after every change, made here or elsewhere, until the answer is called. */
  subscribe(listener: ChangeListener): () => void;
}

/** Tells that a record changed, so that whoever shows it can read it again. */
export interface Change {
  readonly kind: 'enrollment' | 'certificate' | 'certification' | 'product' | 'trainer' | 'import';
  readonly id: string;
  /** The provider (tenant) whose record it is. */
  readonly providerId?: string;
  /** For a certificate: the enrollment it belongs to. */
  readonly enrollmentId?: string;
}

export type ChangeListener = (change: Change) => void;

export interface ReadOptions {
  readonly signal?: AbortSignalLike;
}

export interface WriteOptions extends ReadOptions {
  /** The same key again gives the first answer, never a second record. */
  readonly idempotencyKey?: string;
}

export interface VersionedWriteOptions extends WriteOptions {
  /** The version that the user saw. Without it the write doesn't check. */
  readonly expectedVersion?: number;
}

export interface StatusWriteOptions extends VersionedWriteOptions {
  /** Who reports it, when it is no person but a host that saw it. Counts like a change by hand. */
  readonly cause?: HostCause;
}

export interface UploadOptions extends WriteOptions {
  readonly onProgress?: (progress: UploadProgress) => void;
}

export interface UploadProgress {
  readonly sentBytes: number;
  readonly totalBytes: number;
}

/** The part of a browser's `AbortSignal` that core needs. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface Paging {
  /** Default 50, at most 500. */
  readonly size?: number;
  /** Default 0. */
  readonly offset?: number;
}

export interface Page<Row> {
  readonly items: readonly Row[];
  /** How many match, on all pages. A page after an id or an order isn't counted beyond the first that follows it. */
  readonly total: number;
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

export interface CertificateQuery extends Paging {
  readonly enrollmentId?: string;
  /** In any case. */
  readonly email?: string;
  readonly certificationId?: string;
  readonly createdFrom?: Instant;
}

export interface CertificationQuery extends Paging {
  /** Only those linked to this product. */
  readonly productId?: string;
}

export interface ProductQuery extends Paging {
  readonly state?: StoredProduct['state'];
  readonly ids?: readonly string[];
  /**
   * Only what comes after this id: a next page that costs the same however many there are. Of what is left `total` then
   * counts this page and one more: it is larger than the page when there is a next one.
   */
  readonly afterId?: string;
}

export interface EnrollmentDates {
  readonly startDate?: CalendarDay;
  readonly startDateIsMonthOnly?: boolean;
  readonly endDate?: CalendarDay;
  readonly endDateIsMonthOnly?: boolean;
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

export interface NewCertification {
  readonly id?: string;
  readonly providerId?: string;
  readonly name: string;
  readonly description?: string;
  readonly requiresValidUntil: boolean;
}
