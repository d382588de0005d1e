import { errorIssue, type Issue } from '../issue.js';
import type { FileIssueCode } from '../issue-codes.js';
import { binaryText } from './binary-text.js';
import type { Binary, CertificateMediaType, PdfActiveContent } from './certificate.js';
import { recognizeFileKind, type FileKind } from './recognize-file-kind.js';
import { isPdfEncrypted } from './is-pdf-encrypted.js';
import { lookIntoPdf } from './look-into-pdf.js';
import { CERTIFICATE_MEDIA_TYPES, DEFAULT_ACCEPT, DEFAULT_MAX_FILE_BYTES } from './media-types.js';

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
      readonly issues?: undefined;
    }
  | { readonly mediaType?: undefined; readonly issues: readonly [Issue] };

/** A reader looks for the end of a PDF here, and for the names in a zip file. */
const END_BYTES = 1024;
const HEAD_BYTES = 4096;

/** What a whole file ends with. The last bytes of a camera's JPEG may hold its own notes. */
const IS_COMPLETE: Readonly<Record<CertificateMediaType, (tail: string) => boolean>> = {
  'application/pdf': (tail) => tail.includes('%%EOF'),
  'image/png': (tail) => tail.includes('IEND\xae\x42\x60\x82'),
  'image/jpeg': (tail) => tail.includes('\xff\xd9'),
};

/**
 * Decides by the bytes, never by name or declared type, whether a file can be a certificate. Reads the head and the tail
 * first, and a PDF that passes once more slice by slice, so memory stays flat whatever the size. Source: domain.md
 * section 2. Issues, all errors on path `file`: `file-empty`, `file-unreadable` (a folder, or gone from disk),
 * `file-too-large` {sizeBytes, maxSizeBytes}, `file-not-pdf` {found}, `file-type-not-accepted` {found, accepted} when more
 * than PDF is accepted, `file-truncated` {found}, `file-encrypted`, `file-without-pages`. Never throws for what is in the file.
 *
 * @example
 * await inspectFile(new Blob(['%PDF-1.7 … %%EOF'])); // { mediaType: 'application/pdf' }
 * await inspectFile(new Blob(['<html>'])); // { issues: [{ code: 'file-not-pdf', params: { found: 'html' }, … }] }
 */
export async function inspectFile(file: Binary, options: InspectFileOptions = {}): Promise<FileInspection> {
  const { accept = DEFAULT_ACCEPT, maxSizeBytes = DEFAULT_MAX_FILE_BYTES } = options;
  if (file.size > maxSizeBytes) return refuse('file-too-large', { sizeBytes: file.size, maxSizeBytes });
  try {
    return await inspectBytes(file, accept);
  } catch {
    // A folder that was dropped, a file removed or changed since it was chosen: all the same to who chose it.
    return refuse('file-unreadable');
  }
}

async function inspectBytes(file: Binary, accept: readonly CertificateMediaType[]): Promise<FileInspection> {
  const [head, tail] = await Promise.all([
    readText(file.slice(0, HEAD_BYTES)),
    readText(file.slice(Math.max(0, file.size - END_BYTES))),
  ]);
  if (head === '') return refuse('file-empty');

  const found = recognizeFileKind(head, tail);
  const mediaType = accept.find((type) => CERTIFICATE_MEDIA_TYPES[type].kind === found);
  if (!mediaType) return refuseKind(found, accept);
  if (!IS_COMPLETE[mediaType](tail)) return refuse('file-truncated', { found });
  if (found === 'pdf' && (await isPdfEncrypted(file, head, tail))) return refuse('file-encrypted');
  if (found !== 'pdf') return { mediaType };
  const { hasNoPages, activeContent } = await lookIntoPdf(file);
  if (hasNoPages) return refuse('file-without-pages');
  return activeContent.length > 0 ? { mediaType, activeContent } : { mediaType };
}

function refuseKind(found: FileKind, accept: readonly CertificateMediaType[]): FileInspection {
  const pdfOnly = accept.every((type) => type === 'application/pdf');
  if (pdfOnly) return refuse('file-not-pdf', { found });
  return refuse('file-type-not-accepted', { found, accepted: accept.join(' ') });
}

function refuse(code: FileIssueCode, params: Issue['params'] = {}): FileInspection {
  return { issues: [errorIssue(code, 'file', params)] };
}

async function readText(part: Binary): Promise<string> {
  return binaryText(new Uint8Array(await part.arrayBuffer()));
}
