import type { FileWording } from '../base/files/file-wording.js';
import type { FileUploadTerms } from '../terms/file-upload.js';
import type { CertificateUploadTerms } from '../terms/certificate-upload.js';

/** What can be said about certificates and their files. */
export interface Wording extends FileWording {
  readonly t: CertificateUploadTerms;
}

/** With what a backend can find wrong with a certificate besides its file. */
export function certificateWording(
  t: CertificateUploadTerms,
  files: FileUploadTerms,
  facts: Omit<FileWording, 'files' | 'problems'>,
): Wording {
  return { ...facts, files, t, problems: { 'enrollment-cancelled': t.enrollmentCancelled, ...t.fields } };
}
