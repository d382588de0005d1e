import type { Enrollment, HostCause } from '../../enrollment/enrollment.js';
import type { ParticipationStatus } from '../../enrollment/participation-status.js';
import type { Issue } from '../../issue.js';
import type { Certificate, CertificateDraft } from '../../certificate/certificate.js';
import type { ReadOptions, UploadOptions, WriteOptions } from '../../call-options.js';
import type { ErrorCode } from '../../errors.js';

/** Most ids or changes in one call. */
export const MOST_AT_ONCE = 500;

/** Many at once. A host's own backend may lack these: elements then ask one by one. */
export interface ManyPort {
  /**
   * Each enrollment as {@link Backend.getEnrollment} gives it, in the order of `ids`; `undefined` for one that isn't there,
   * or that this actor may not know of. Rejects with `invalid` for more than {@link MOST_AT_ONCE} ids.
   */
  getEnrollments(ids: readonly string[], options?: ReadOptions): Promise<readonly (Enrollment | undefined)[]>;
  /**
   * Changes each by itself, in this order: one that is refused stops none of the others, and each gets its answer. With an
   * idempotency key the same call again does only what isn't done yet. Rejects with `invalid` for more than
   * {@link MOST_AT_ONCE} changes.
   */
  changeStatuses(changes: readonly StatusRequest[], options?: WriteOptions): Promise<readonly StatusAnswer[]>;
  /**
   * Stores each by itself, as `uploadCertificate` does, in groups that share a transaction: one that is refused stops none of
   * the others, and each gets its answer. With an idempotency key the same call again stores only what isn't there yet.
   * Rejects with `invalid` for more than {@link MOST_AT_ONCE}.
   */
  uploadCertificates(
    uploads: readonly CertificateRequest[],
    options?: UploadOptions,
  ): Promise<readonly CertificateAnswer[]>;
}

/** One of many certificates. */
export interface CertificateRequest extends CertificateDraft {
  /** Of this certificate alone: so that it is stored once, in whatever call it comes again. */
  readonly idempotencyKey?: string;
}

/** What became of it: the certificate, or why it wasn't stored. The one that is there already is `current` of `duplicate`. */
export type CertificateAnswer = { readonly certificate: Certificate } | { readonly problem: WriteProblem };

/** One of many changes by hand. */
export interface StatusRequest {
  /** Of the enrollment. */
  readonly id: string;
  readonly to: ParticipationStatus;
  /** The version that the user saw. Without it the change doesn't check. */
  readonly expectedVersion?: number;
  /** Who reports it, when it is no person but a host that saw it. */
  readonly cause?: HostCause;
  /** Why, at most 500 characters: for the provider, HR and the participant to read. */
  readonly note?: string;
  /** Of this change alone: so that it is done once, in whatever call it comes again. */
  readonly idempotencyKey?: string;
}

/** What became of it: the enrollment as it is now, or why it wasn't changed. */
export type StatusAnswer = { readonly enrollment: Enrollment } | { readonly problem: WriteProblem };

/** The part of an `EnrollkitError` that an answer carries. */
export interface WriteProblem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly issues: readonly Issue[];
  /** The record as it is now, for `conflict` and `duplicate`. */
  readonly current?: unknown;
}
