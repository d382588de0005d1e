import type { Certificate } from '@enrollkit/core';

/** Before a file is taken; `preventDefault()` leaves it out, and the page says why. */
export interface CertificateAcceptDetail {
  readonly enrollmentId: string;
  readonly file: File;
}

export interface CertificateProgressDetail {
  readonly enrollmentId: string;
  readonly file: File;
  readonly sentBytes: number;
  readonly totalBytes: number;
}

export interface CertificateUploadedDetail {
  readonly enrollmentId: string;
  readonly certificate: Certificate;
}

/** A file that was refused or couldn't be sent. `code` is that of an issue or of the backend's error. */
export interface CertificateErrorDetail {
  readonly enrollmentId: string;
  readonly file: File;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly error?: unknown;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ek-certificate-accept': CustomEvent<CertificateAcceptDetail>;
    'ek-certificate-progress': CustomEvent<CertificateProgressDetail>;
    'ek-certificate-uploaded': CustomEvent<CertificateUploadedDetail>;
    'ek-certificate-error': CustomEvent<CertificateErrorDetail>;
  }
}
