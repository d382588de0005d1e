import type { FileIssueCode, FileNoticeCode } from '../../issue-codes.js';
import { binaryText } from './binary-text.js';
import type { Binary, PdfActiveContent } from '../certificate.js';
import { hasAllPixels } from './pictures/has-all-pixels.js';
import { bytesOf, HeldBytes } from './held-bytes.js';
import { isWholeJpeg, isWholePng } from './pictures/is-whole-picture.js';
import { lookIntoPdf } from './pdf/look-into-pdf.js';
import { opensForEverybody } from './pdf/pdf-encryption.js';
import { recognizeFileKind, type FileKind } from './recognize-file-kind.js';

/** What the bytes of a file tell, whoever asks. */
export interface BytesInspection {
  readonly found: FileKind;
  /** Why nobody can take it. */
  readonly fault?: FileIssueCode;
  readonly activeContent: readonly PdfActiveContent[];
  readonly notices: readonly FileNoticeCode[];
}

/** Where a file says what it is; a zip file has names at its end too. */
const HEAD_BYTES = 4096;
const TAIL_BYTES = 1024;

/** Most certificates are smaller. Each part of a file on disk takes as long to ask for as all of such a one. */
const READ_AT_ONCE_BYTES = 256 * 1024;

/** Looks into a whole file when its kind is wanted. Rejects when it can't be read. */
export async function inspectBytes(given: Binary, isWanted: (kind: FileKind) => boolean): Promise<BytesInspection> {
  const file = given.size > READ_AT_ONCE_BYTES ? given : new HeldBytes(await bytesOf(given));
  const [head, tail] = await Promise.all([
    readText(file.slice(0, HEAD_BYTES)),
    readText(file.slice(Math.max(0, file.size - TAIL_BYTES))),
  ]);
  if (head === '') return told('unknown', { fault: 'file-empty' });
  const found = recognizeFileKind(head, tail);
  if (!isWanted(found)) return told(found);
  if (found === 'pdf') return inspectPdf(file);
  if (await (found === 'png' ? isWholePng(file) : isWholeJpeg(file))) return told(found);
  const lacksEndOnly = found === 'jpeg' && (await hasAllPixels(file));
  return told(found, lacksEndOnly ? { notices: ['file-end-missing'] } : { fault: 'file-truncated' });
}

async function inspectPdf(file: Binary): Promise<BytesInspection> {
  const { ending, encryptedTrailer: trailer, hasNoPages, activeContent } = await lookIntoPdf(file);
  if (ending === 'truncated') return told('pdf', { fault: 'file-truncated' });
  if (trailer !== undefined && !(await opensForEverybody(file, trailer)))
    return told('pdf', { fault: 'file-encrypted' });
  if (hasNoPages) return told('pdf', { fault: 'file-without-pages' });
  const notices: FileNoticeCode[] = [];
  if (trailer !== undefined) notices.push('file-restricted');
  if (ending === 'end-missing') notices.push('file-end-missing');
  return told('pdf', { activeContent, notices });
}

function told(found: FileKind, more: Partial<BytesInspection> = {}): BytesInspection {
  return { found, activeContent: [], notices: [], ...more };
}

async function readText(part: Binary): Promise<string> {
  return binaryText(await bytesOf(part));
}
