import type { EnrollkitError } from '@enrollkit/core';
import { feedError, feedIssue } from './feed-fault.js';
import type { FeedIssue } from './feed-entry.js';

/** The encodings a feed may be in. */
export type FeedEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * What feeds call them. ISO-8859-1 is read as windows-1252, as every browser does: they differ only in 0x80-0x9F, where
 * ISO-8859-1 has control characters that nobody sends and windows-1252 has the euro sign and curly quotes that people do.
 */
const NAMES: Readonly<Record<string, FeedEncoding | 'utf-16'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso_8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
};

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly encoding: FeedEncoding | 'utf-32' }[] = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];
/** Without a signature: how "<?" or "<P" looks in two bytes each. */
const WIDE_STARTS: readonly { readonly zeroAt: readonly number[]; readonly encoding: FeedEncoding | 'utf-32' }[] = [
  { zeroAt: [0, 1, 2], encoding: 'utf-32' },
  { zeroAt: [1, 2, 3], encoding: 'utf-32' },
  { zeroAt: [1, 3], encoding: 'utf-16le' },
  { zeroAt: [0, 2], encoding: 'utf-16be' },
];

/** An XML declaration longer than this is none. */
const LONGEST_DECLARATION = 1024;

export interface DetectedEncoding {
  readonly encoding: FeedEncoding;
  /** Length of the byte order mark. */
  readonly skip: number;
  /** The declaration names another encoding than the bytes are in. */
  readonly issue?: FeedIssue;
}

/**
 * Finds the encoding from the byte order mark, else from how the bytes look, else from the XML declaration, else UTF-8.
 * `undefined` while `head` is too short to tell. Throws `invalid` with `encoding-unknown`. Source: XML 1.0 appendix F.
 */
export function detectEncoding(head: Uint8Array, isWhole: boolean): DetectedEncoding | undefined {
  if (head.length < 4 && !isWhole) return undefined;
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  const look = signature ?? WIDE_STARTS.find(({ zeroAt }) => head.length >= 4 && looksWide(head, zeroAt));
  const found = look?.encoding;
  if (found === 'utf-32') throw unknownEncoding('utf-32');
  const skip = signature?.bytes.length ?? 0;

  const width = found === 'utf-16le' || found === 'utf-16be' ? 2 : 1;
  const text = asciiOf(head.subarray(skip, skip + LONGEST_DECLARATION * width), width, found === 'utf-16be' ? 1 : 0);
  const couldGoOn = !isWhole && text.length < LONGEST_DECLARATION && !text.includes('?>');
  if (couldGoOn && (text.startsWith('<?xml') || '<?xml'.startsWith(text))) return undefined;

  const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (declared === undefined) return { encoding: found ?? 'utf-8', skip };
  const meant = NAMES[declared.toLowerCase()];
  if (found !== undefined) {
    const agrees = meant === found || (meant === 'utf-16' && width === 2);
    return agrees ? { encoding: found, skip } : { encoding: found, skip, issue: mismatch(declared, found) };
  }
  if (meant === undefined) throw unknownEncoding(declared);
  // The declaration could be read byte by byte, so whatever it says, the text isn't UTF-16.
  if (meant.startsWith('utf-16')) return { encoding: 'utf-8', skip, issue: mismatch(declared, 'utf-8') };
  return { encoding: meant as FeedEncoding, skip };
}

function looksWide(head: Uint8Array, zeroAt: readonly number[]): boolean {
  return [0, 1, 2, 3].every((at) => (head[at] === 0) === zeroAt.includes(at));
}

function asciiOf(bytes: Uint8Array, width: number, offset: number): string {
  let text = '';
  for (let at = offset; at < bytes.length; at += width) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

function mismatch(declared: string, used: FeedEncoding): FeedIssue {
  return feedIssue('encoding-mismatch', { line: 1, column: 1 }, { declared: declared.slice(0, 40), used });
}

function unknownEncoding(declared: string): EnrollkitError {
  const supported = 'UTF-8, UTF-16, ISO-8859-1, windows-1252';
  return feedError('encoding-unknown', { line: 1, column: 1 }, { declared: declared.slice(0, 40), supported });
}
