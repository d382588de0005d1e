import type { ErrorCode, ParticipationStatus } from '@enrollkit/core';

/** Codes that only an upload can meet; `<certificate-upload>` has the sentences for them. */
export type UploadErrorCode = 'duplicate' | 'too-large' | 'unsupported-media-type' | 'storage-full';

/** What all elements say. */
export interface CommonTerms {
  readonly retry: string;
  readonly cancel: string;
  readonly loading: string;
  /** What happened and what to do, in one sentence each. */
  readonly errors: Readonly<
    Record<Exclude<ErrorCode, UploadErrorCode> | 'not-configured' | 'nothing-chosen' | 'not-loaded', string>
  >;
  readonly statuses: Readonly<Record<ParticipationStatus, string>>;
}
