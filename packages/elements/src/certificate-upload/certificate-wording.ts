import type { FileWording } from '../base/files/describe-file-problem.js';
import type { CertificateUploadTerms } from '../terms/certificate-upload.js';

/** What can be said about certificates and their files. */
export interface Wording extends FileWording {
  readonly t: CertificateUploadTerms;
}

/** What a backend can find wrong with a certificate besides its file. */
export function certificateProblems({
  enrollmentCancelled,
  fields,
}: CertificateUploadTerms): Readonly<Record<string, string>> {
  return { 'enrollment-cancelled': enrollmentCancelled, ...fields };
}
