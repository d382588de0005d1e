import type { CertificateFile } from './certificate.js';
import { CERTIFICATE_MEDIA_TYPES } from './media-types.js';

/** Control characters, what file systems forbid, and marks that make a name read in another direction. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * The name to save a certificate under: safe on every file system, and ending in what the bytes are, so that
 * `diploma.exe` with a PDF inside is saved as `diploma.exe.pdf`.
 *
 * @example
 * certificateFileName({ name: '../diploma', mediaType: 'application/pdf' }); // '_diploma.pdf'
 */
export function certificateFileName(file: Pick<CertificateFile, 'name' | 'mediaType'>): string {
  const { extension } = CERTIFICATE_MEDIA_TYPES[file.mediaType];
  const name = file.name.replace(UNSAFE, '_').replace(/^[.\s]+|[.\s]+$/g, '') || 'certificate';
  const isNamedSo = file.mediaType === 'image/jpeg' ? /\.jpe?g$/i.test(name) : name.toLowerCase().endsWith(extension);
  return isNamedSo ? name : name + extension;
}
