import type { CertificateFieldIssueCode } from '@enrollkit/core';

/** Codes of what is wrong with a field of the form. */
export type FieldProblemCode = CertificateFieldIssueCode;

/** What `<certificate-upload>` says of certificates. Days arrive already in words of the locale. */
export interface CertificateUploadTerms {
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
  readonly fields: Readonly<Record<FieldProblemCode, string>>;
}
