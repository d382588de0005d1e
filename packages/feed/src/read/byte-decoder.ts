import { concatBytes } from './concat-bytes.js';
import type { FeedIssue } from './feed-entry.js';
import { detectEncoding, type FeedEncoding } from './detect-encoding.js';
import { isUtf8 } from './utf8-validity.js';

export interface DecodedText {
  /** The text in UTF-8. May be of the source, which may use it again. */
  readonly utf8: Uint8Array;
  /** Offset in the source of the first byte that isn't text in its encoding. `utf8` is what came before it. */
  readonly invalidAt?: number;
}

const encoder = new TextEncoder();

/** windows-1252 from 0x80 to 0x9F, as the encoding standard has it. The rest is as in Unicode. */
const WINDOWS_1252 =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

/** Decodes a feed piece by piece, in the encoding that its first bytes tell. Never replaces what it can't read. */
export class ByteDecoder {
  #encoding: FeedEncoding | undefined;
  #issue: FeedIssue | undefined;
  /** Bytes that wait for the next ones: the start of the feed, or of a character. */
  #held: Uint8Array = new Uint8Array(0);
  /** Offset in the source of the first byte that waits. */
  #offset = 0;

  /** What is odd about the encoding. */
  get issue(): FeedIssue | undefined {
    return this.#issue;
  }

  /** Known after the first bytes. */
  get encoding(): FeedEncoding | undefined {
    return this.#encoding;
  }

  /** Offset in the source up to which it is decoded. */
  get offset(): number {
    return this.#offset;
  }

  decode(bytes: Uint8Array, isLast = false): DecodedText {
    let input = concatBytes(this.#held, bytes);
    if (this.#encoding === undefined) {
      const detected = detectEncoding(input, isLast);
      if (detected === undefined) {
        // The source may use its buffer again.
        this.#held = input.slice();
        return { utf8: new Uint8Array(0) };
      }
      this.#encoding = detected.encoding;
      this.#issue = detected.issue;
      input = input.subarray(detected.skip);
      this.#offset = detected.skip;
    }
    const held = isLast ? 0 : unfinishedLength(input, this.#encoding);
    const whole = held === 0 ? input : input.subarray(0, input.length - held);
    this.#held = input.slice(input.length - held);
    const decoded = this.#decodeWhole(whole, this.#encoding);
    this.#offset += whole.length;
    return decoded;
  }

  #decodeWhole(bytes: Uint8Array, encoding: FeedEncoding): DecodedText {
    if (encoding === 'utf-8' && isUtf8(bytes)) return { utf8: bytes };
    try {
      return { utf8: encoder.encode(decode(bytes, encoding)) };
    } catch {
      // Only a TextDecoder knows exactly what it refuses, and it doesn't say where: ask again for ever shorter starts.
      const valid = validLength(bytes, encoding);
      const utf8 = encoder.encode(decode(bytes.subarray(0, valid), encoding));
      return { utf8, invalidAt: this.#offset + valid };
    }
  }
}

/** Throws when bytes aren't text. */
function decode(bytes: Uint8Array, encoding: FeedEncoding): string {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** How many bytes at the end are the start of a character. */
function unfinishedLength(bytes: Uint8Array, encoding: FeedEncoding): number {
  if (encoding === 'windows-1252') return 0;
  if (encoding === 'utf-8') return unfinishedUtf8Length(bytes);
  const odd = bytes.length % 2;
  const highByte = bytes[bytes.length - odd - (encoding === 'utf-16le' ? 1 : 2)] ?? 0;
  const isHighSurrogate = highByte >= 0xd8 && highByte <= 0xdb;
  return odd + (isHighSurrogate ? 2 : 0);
}

function unfinishedUtf8Length(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Length of the longest start of `bytes` that is text. */
function validLength(bytes: Uint8Array, encoding: FeedEncoding): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  return valid - unfinishedLength(bytes.subarray(0, valid), encoding);
}

/** By a table of our own: engines differ in how they read this encoding's control characters. */
function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    units[at] = byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte;
  }
  return textOfUnits(units);
}

/** In parts, since each unit becomes an argument. */
function textOfUnits(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 4096) text += String.fromCharCode(...units.subarray(at, at + 4096));
  return text;
}
