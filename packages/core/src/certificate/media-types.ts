import type { CertificateMediaType } from './certificate.js';

/** Every file type a certificate can have, with the ending a file of that type is saved under. */
export const CERTIFICATE_MEDIA_TYPES = {
  'application/pdf': { kind: 'pdf', extension: '.pdf' },
  'image/png': { kind: 'png', extension: '.png' },
  'image/jpeg': { kind: 'jpeg', extension: '.jpg' },
} as const satisfies Record<CertificateMediaType, { readonly kind: string; readonly extension: string }>;

/** What is accepted when a host says nothing. */
export const DEFAULT_ACCEPT: readonly CertificateMediaType[] = ['application/pdf'];

/** 10 MB, counted as file managers count it: in steps of 1024. */
export const DEFAULT_MAX_FILE_BYTES = 10 * 1024 * 1024;
