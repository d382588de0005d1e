import type { ErrorCode, HostCause, Issue, NamedBinary, CertificateDraft, ParticipationStatus } from '@enrollkit/core';

/** What can wait for a connection. */
export type WriteCall =
  | {
      readonly method: 'changeStatus';
      readonly enrollmentId: string;
      readonly to: ParticipationStatus;
      readonly cause?: HostCause;
      readonly note?: string;
    }
  | { readonly method: 'cancelEnrollment'; readonly enrollmentId: string; readonly note?: string }
  | { readonly method: 'uploadCertificate'; readonly enrollmentId: string; readonly draft: CertificateDraft };

/** A write that is kept in this browser. */
export interface QueuedWrite {
  readonly id: number;
  readonly method: WriteCall['method'];
  readonly enrollmentId: string;
  /** For `changeStatus`. */
  readonly to?: ParticipationStatus;
  /** For `uploadCertificate`. */
  readonly fileName?: string;
  readonly queuedAt: string;
  /** `failed`: the server refused it for good; it waits for somebody to decide. */
  readonly state: 'waiting' | 'failed';
  /** It was asked for on this page: whoever did so hears what becomes of it. Of others nobody hears but by this list. */
  readonly isFromHere: boolean;
  readonly problem?: QueueProblem;
}

/** Why the server refused it. */
export interface QueueProblem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly issues: readonly Issue[];
}

/** As it lies in the database. The bytes of a file lie beside it, so that a list doesn't load them. */
export interface WriteRow {
  /** Given by the database, in the order in which writes came. */
  readonly id: number;
  /** Server and person: nobody else's token sends it. */
  readonly scope: string;
  readonly enrollmentId: string;
  readonly method: WriteCall['method'];
  readonly to?: ParticipationStatus;
  readonly cause?: HostCause;
  readonly note?: string;
  readonly draft?: Omit<CertificateDraft, 'file'> & { readonly file: Pick<NamedBinary, 'name' | 'type'> };
  readonly idempotencyKey: string;
  readonly expectedVersion?: number;
  readonly queuedAt: string;
  readonly state: QueuedWrite['state'];
  readonly problem?: QueueProblem;
}

/** What a page may know of a row. */
export function toQueuedWrite(
  { id, method, enrollmentId, to, draft, queuedAt, state, problem }: WriteRow,
  { isFromHere }: Pick<QueuedWrite, 'isFromHere'>,
): QueuedWrite {
  return {
    id,
    method,
    enrollmentId,
    ...(to !== undefined && { to }),
    ...(draft && { fileName: draft.file.name }),
    queuedAt,
    state,
    isFromHere,
    ...(problem && { problem }),
  };
}
