import type { CertificateFieldIssueCode } from '@enrollkit/core';

/** Codes of what is wrong with a field of the form. */
export type FieldProblemCode = CertificateFieldIssueCode;

/** What is there to be seen before anybody did something. Days arrive already in words of the locale. */
export interface CertificateFormTerms {
  readonly heading: string;
  readonly noCertification: string;
  readonly toProduct: string;
  readonly enrollmentCancelled: string;
  readonly notVerified: string;
  readonly certification: string;
  readonly chooseCertification: string;
  readonly drop: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly required: string;
  readonly showsResults: string;
  /** Its meaning belongs to CONSENT_TEXT_VERSION of core: a new meaning is a new version. */
  readonly consent: string;
  readonly whoSees: string;
  readonly uploadedFiles: string;
  /** For whoever may look and not upload. */
  readonly noneUploaded: string;
  readonly valid: (days: { readonly from: string; readonly until?: string }) => string;
  readonly expired: string;
  readonly withConsent: string;
  readonly download: string;
  readonly remove: string;
}

/**
 * What `<certificate-upload>` says of certificates. In Dutch what is said first is in a file of its own; other languages come
 * as a whole.
 */
export interface CertificateUploadTerms extends CertificateFormTerms {
  readonly showExisting: string;
  readonly removeTitle: (name: string) => string;
  readonly removeText: string;
  readonly keep: string;
  readonly fields: Readonly<Record<FieldProblemCode, string>>;
}
