import { feedIssue, type FeedIssue } from '../findings/feed-issue.js';
import { feedError } from '../findings/feed-fault.js';

/** How feeds are often encoded, and how browsers call every other encoding that they know. */
export type FeedEncoding = string;

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly encoding: FeedEncoding }[] = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];
/** Without a signature: how "<?", "<P" or a blank line looks in two bytes each. */
const WIDE_STARTS: readonly { readonly zeroAt: readonly number[]; readonly encoding: FeedEncoding }[] = [
  { zeroAt: [0, 1, 2], encoding: 'utf-32' },
  { zeroAt: [1, 2, 3], encoding: 'utf-32' },
  { zeroAt: [1, 3], encoding: 'utf-16le' },
  { zeroAt: [0, 2], encoding: 'utf-16be' },
];

/** An XML declaration that ends later than this is none. */
const LONGEST_DECLARATION = 1024;
/** Behind what should not be before a declaration, and is: blank lines, byte order marks, messages of programs. */
const COMMENT = /<!--[^]*?(?:-->|$)/g;
const DECLARATION = /<\?xml\s[^>]*?\?>/;
const DECLARED = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/;
/** Where no declaration comes any more: the root of a feed. */
const ROOT = /<(?:products|trainers)[\s/>]/i;
/** As XML calls them, and the encoding standard doesn't: without a byte order mark they are told by how they look. */
const UTF_16 = /^utf-?16$/i;

export interface DetectedEncoding {
  readonly encoding: FeedEncoding;
  /** Length of the byte order mark. */
  readonly skip: number;
  /** As the declaration has it, when that is all there is to go by. */
  readonly declared?: string;
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
  const start = latinOf(head.subarray(skip, skip + LONGEST_DECLARATION * width), width, found === 'utf-16be' ? 1 : 0);
  const markup = start.replace(COMMENT, '');
  const root = ROOT.exec(markup)?.index;
  const declaration = DECLARATION.exec(markup.slice(0, root))?.[0];
  const couldGoOn = !isWhole && start.length < LONGEST_DECLARATION;
  if (couldGoOn && root === undefined && declaration === undefined) return undefined;

  const declared = DECLARED.exec(declaration ?? '')?.[1];
  if (declared === undefined) return { encoding: found ?? 'utf-8', skip };
  const meant = UTF_16.test(declared) ? 'utf-16' : encodingOf(declared);
  if (found !== undefined) {
    const agrees = meant === found || (meant === 'utf-16' && width === 2);
    return agrees ? { encoding: found, skip } : { encoding: found, skip, issue: encodingMismatch(declared, found) };
  }
  if (meant === undefined) throw unknownEncoding(declared);
  // The declaration could be read byte by byte, so whatever it says, the text isn't UTF-16.
  if (meant.startsWith('utf-16')) return { encoding: 'utf-8', skip, issue: encodingMismatch(declared, 'utf-8') };
  return { encoding: meant, skip, declared };
}

/**
 * How browsers call an encoding, by any of its labels: ISO-8859-1 is windows-1252 to them, with the euro sign and curly
 * quotes that people do send where the standard has control characters that nobody does. Source: the encoding standard.
 */
function encodingOf(label: string): FeedEncoding | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // No label of the standard, or one that this engine lacks: the caller says so.
    return undefined;
  }
}

/** The declaration names another encoding than the bytes are in. */
export function encodingMismatch(declared: string, used: FeedEncoding): FeedIssue {
  return feedIssue('encoding-mismatch', { line: 1, column: 1 }, { declared: declared.slice(0, 40), used });
}

function looksWide(head: Uint8Array, zeroAt: readonly number[]): boolean {
  return [0, 1, 2, 3].every((at) => (head[at] === 0) === zeroAt.includes(at));
}

function latinOf(bytes: Uint8Array, width: number, offset: number): string {
  let text = '';
  for (let at = offset; at < bytes.length; at += width) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

/** The encoding that somebody asks for. Throws `invalid` with `encoding-unknown`. */
export function knownEncoding(label: string): FeedEncoding {
  const known = encodingOf(label);
  if (known === undefined) throw unknownEncoding(label);
  return known;
}

/** Throws what ends reading: a name that nobody knows. */
function unknownEncoding(declared: string): Error {
  const supported = 'UTF-8, UTF-16, ISO-8859-1, ISO-8859-15, windows-1252';
  return feedError('encoding-unknown', { line: 1, column: 1 }, { declared: declared.slice(0, 40), supported });
}
