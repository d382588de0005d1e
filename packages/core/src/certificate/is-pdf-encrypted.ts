import { binaryText } from './binary-text.js';
import type { Binary } from './certificate.js';
import { withPlainNames } from './look-into-pdf.js';

/** Room for a cross-reference table of three thousand objects before its trailer. */
const SECTION_BYTES = 64 * 1024;

/** An indirect reference or a dictionary: the value that the key has in a trailer. ISO 32000-2, 7.5.5 table 15. */
const ENCRYPT_ENTRY = /\/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)/;

/**
 * Whether the trailer of a PDF names an encryption dictionary. The trailer stands at the end; in a linearized file and in
 * one with a cross-reference stream it stands where the last `startxref` points to.
 */
export async function isPdfEncrypted(file: Binary, head: string, tail: string): Promise<boolean> {
  const [beforeStart, afterStart] = splitAtLast(tail, 'startxref');
  // Without a pointer a reader rebuilds the file from what it finds; so the end is all there is to look at.
  const [, trailer = ''] = splitAtLast(beforeStart, 'trailer');
  if (ENCRYPT_ENTRY.test(withPlainNames(trailer))) return true;

  const pointer = /^\s*(\d{1,15})/.exec(afterStart ?? '')?.[1];
  if (pointer === undefined) return false;
  // Positions count from the header, which need not be the first byte.
  const start = Number(pointer) + Math.max(head.indexOf('%PDF-'), 0);
  const section = binaryText(new Uint8Array(await file.slice(start, start + SECTION_BYTES).arrayBuffer()));
  return ENCRYPT_ENTRY.test(withPlainNames(section).split(/\bstream\b|startxref/, 1)[0] ?? '');
}

function splitAtLast(text: string, mark: string): [string, string | undefined] {
  const at = text.lastIndexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)];
}
