import type { CertificateFieldIssueCode, FileIssueCode, FileKind, FileNoticeCode } from '@enrollkit/core';
import type { UploadErrorCode } from './common.js';

/** Codes of what is wrong with a file, besides the errors of a backend. */
export type FileProblemCode = FileIssueCode | 'file-is-folder' | 'duplicate-chosen' | 'duplicate-elsewhere';

/** Codes of what is wrong with a field of the form. */
export type FieldProblemCode = CertificateFieldIssueCode;

/** What the sentence about a file can need; days and sizes are in words already. */
export interface FileFacts {
  readonly found: FileKind;
  readonly maxSize: string;
  /** The accepted types, as in "PDF of PNG". */
  readonly accepted: string;
  readonly acceptsJpeg: boolean;
}

/** What `<certificate-upload>` says. Days, sizes and percentages arrive already in words of the locale. */
export interface CertificateUploadTerms {
  readonly heading: string;
  readonly noCertification: string;
  readonly toProduct: string;
  readonly enrollmentCancelled: string;
  readonly notVerified: string;

  readonly certification: string;
  readonly chooseCertification: string;
  readonly drop: string;
  readonly orChoose: string;
  readonly limits: (facts: { readonly accepted: string; readonly maxSize: string }) => string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly required: string;
  readonly showsResults: string;
  /** Its meaning belongs to CONSENT_TEXT_VERSION of core: a new meaning is a new version. */
  readonly consent: string;
  readonly whoSees: string;
  readonly upload: string;

  readonly chosenFiles: string;
  readonly checking: string;
  readonly ready: string;
  readonly waiting: string;
  readonly stop: string;
  readonly takeOff: string;
  readonly otherFile: string;
  readonly showExisting: string;

  readonly uploadedFiles: string;
  /** For who may look and not upload. */
  readonly noneUploaded: string;
  readonly valid: (days: { readonly from: string; readonly until?: string }) => string;
  readonly expired: string;
  readonly withConsent: string;
  readonly download: string;
  readonly remove: string;
  readonly removeTitle: (name: string) => string;
  readonly removeText: string;
  readonly keep: string;
  /** A button said with the file that it is about. */
  readonly forFile: (action: string, name: string) => string;

  readonly announceAdded: (count: number) => string;
  readonly announceStarted: (count: number) => string;
  readonly announceProgress: (name: string, percentage: string) => string;
  readonly announceDone: (name: string) => string;
  readonly announceAllDone: (count: number) => string;
  readonly announceStopped: (name: string) => string;
  readonly announceProblem: (name: string, sentence: string) => string;
  readonly announceRemoved: (name: string) => string;

  readonly fields: Readonly<Record<FieldProblemCode, string>>;
  readonly files: Readonly<Record<FileProblemCode | FileNoticeCode | UploadErrorCode, (facts: FileFacts) => string>>;
}
