import { EnrollkitError } from '../../errors.js';
import { errorIssue, type Issue } from '../../issue.js';
import type { FileIssueCode, FileNoticeCode } from '../../issue-codes.js';
import type { Binary, CertificateMediaType, PdfActiveContent } from '../certificate.js';
import type { BytesInspection } from './inspect-bytes.js';
import { CERTIFICATE_MEDIA_TYPES, DEFAULT_ACCEPT, DEFAULT_MAX_FILE_BYTES } from '../media-types.js';
import type { FileKind } from './recognize-file-kind.js';

export interface InspectFileOptions {
  /** Default: PDF only. */
  readonly accept?: readonly CertificateMediaType[];
  /** Default {@link DEFAULT_MAX_FILE_BYTES}. */
  readonly maxSizeBytes?: number;
}

/** Either what the bytes are, or why they can't be a certificate. */
export type FileInspection =
  | {
      readonly mediaType: CertificateMediaType;
      /** Of a PDF, when there is any. */
      readonly activeContent?: readonly PdfActiveContent[];
      /** Warnings, when there are any: the file is accepted, and its owner should know this. */
      readonly notices?: readonly Issue[];
      readonly issues?: undefined;
    }
  | { readonly mediaType?: undefined; readonly notices?: undefined; readonly issues: readonly [Issue] };

/**
 * Decides by the bytes, never by name or declared type, whether a file can be a certificate. Reads the head and the tail
 * first, and what may pass once as a whole, slice by slice, so memory stays flat whatever the size. Source: domain.md
 * section 2. Notices, all warnings on path `file`: `file-end-missing` (readers show it all the same), `file-restricted` (it
 * opens for everybody, and has an owner's password against printing, copying or changing). Issues, all errors on path `file`:
 * `file-empty`, `file-unreadable` (a folder, or gone from disk), `file-too-large` {sizeBytes, maxSizeBytes}, `file-not-pdf`
 * {found}, `file-type-not-accepted` {found, accepted} when more than PDF is accepted, `file-truncated` {found},
 * `file-encrypted`, `file-without-pages`. Never throws for what is in the file; rejects with `offline` when a page can't load
 * what looks into it.
 *
 * @example
 * await inspectFile(new Blob(['%PDF-1.7 … %%EOF'])); // { mediaType: 'application/pdf' }
 * await inspectFile(new Blob(['<html>'])); // { issues: [{ code: 'file-not-pdf', params: { found: 'html' }, … }] }
 */
export async function inspectFile(file: Binary, options: InspectFileOptions = {}): Promise<FileInspection> {
  const { accept = DEFAULT_ACCEPT, maxSizeBytes = DEFAULT_MAX_FILE_BYTES } = options;
  if (file.size > maxSizeBytes) return refuse('file-too-large', { sizeBytes: file.size, maxSizeBytes });
  const { inspectBytes } = await load();
  const typeOf = (kind: FileKind) => accept.find((type) => CERTIFICATE_MEDIA_TYPES[type].kind === kind);
  try {
    const inspected = await inspectBytes(file, (kind) => typeOf(kind) !== undefined);
    return toInspection(inspected, typeOf(inspected.found), accept);
  } catch {
    // A folder that was dropped, a file removed or changed since it was chosen: all the same to whoever chose it.
    return refuse('file-unreadable');
  }
}

/** A page gets it when a file is chosen: it is larger than what shows the form, and stands on nothing else. */
async function load(): Promise<typeof import('./inspect-bytes.js')> {
  try {
    return await import('./inspect-bytes.js');
  } catch (cause) {
    throw new EnrollkitError('offline', 'What looks into files could not be loaded', { cause });
  }
}

function toInspection(
  { found, fault, activeContent, notices }: BytesInspection,
  mediaType: CertificateMediaType | undefined,
  accept: readonly CertificateMediaType[],
): FileInspection {
  if (fault) return refuse(fault, fault === 'file-truncated' ? { found } : {});
  if (!mediaType) {
    const pdfOnly = accept.every((type) => type === 'application/pdf');
    if (pdfOnly) return refuse('file-not-pdf', { found });
    return refuse('file-type-not-accepted', { found, accepted: accept.join(' ') });
  }
  return {
    mediaType,
    ...(activeContent.length > 0 && { activeContent }),
    ...(notices.length > 0 && { notices: notices.map((code) => warning(code)) }),
  };
}

function refuse(code: FileIssueCode, params: Issue['params'] = {}): FileInspection {
  return { issues: [errorIssue(code, 'file', params)] };
}

function warning(code: FileNoticeCode): Issue {
  return { code, severity: 'warning', path: 'file', params: {} };
}
