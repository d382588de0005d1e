import type { FeedIssue } from '../findings/feed-issue.js';
import { concatBytes } from './concat-bytes.js';
import { detectEncoding, encodingMismatch, type FeedEncoding } from './detect-encoding.js';
import { cutByte } from './odd-bytes.js';
import { mendUtf8 } from './mend-utf8.js';
import { isUtf8, utf8LengthAt } from './utf8-validity.js';
import { decodeWindows1252 } from './windows-1252.js';

const encoder = new TextEncoder();
/** Where the bytes of every character are what they are in ASCII, or above. */
const ONE_BYTE = /^(?:windows-125\d|iso-8859-\d+|macintosh|koi8)/;
/** What has no letters beyond it, whatever browsers read it as. */
const ASCII = /^(?:us-)?ascii$/i;
const NO_BYTES = new Uint8Array(0);

/**
 * Decodes a feed piece by piece, in the encoding that its first bytes tell, or that was asked for. What is no text in it is
 * kept as characters that no feed has: see `findOddBytes`.
 */
export class ByteDecoder {
  #encoding: FeedEncoding | undefined;
  #issue: FeedIssue | undefined;
  #hasOddBytes = false;
  /** Of an encoding that isn't one of ours: knows what it waits for. */
  #decoder: TextDecoder | undefined;
  /** Until the first character that isn't ASCII it isn't known whether the encoding of one byte is really UTF-8. */
  #isDoubtful = false;
  #declared = '';
  /** Bytes that wait for the next ones: the start of the feed, or of a character. */
  #held: Uint8Array = NO_BYTES;
  /** Offset in the source of the first byte that waits. */
  #offset = 0;

  /** `encoding`: what to read the feed as, whatever it says itself. */
  constructor(encoding?: FeedEncoding) {
    this.#encoding = encoding;
  }

  /** What is odd about the encoding. */
  get issue(): FeedIssue | undefined {
    return this.#issue;
  }

  /** Known after the first bytes. */
  get encoding(): FeedEncoding | undefined {
    return this.#encoding;
  }

  /** Whether any bytes were no text so far. */
  get hasOddBytes(): boolean {
    return this.#hasOddBytes;
  }

  /** Offset in the source up to which it is decoded. */
  get offset(): number {
    return this.#offset;
  }

  /** The text in UTF-8. May be of the source, which may use it again. */
  decode(bytes: Uint8Array, isLast = false): Uint8Array {
    let input = concatBytes(this.#held, bytes);
    if (this.#encoding === undefined) {
      const detected = detectEncoding(input, isLast);
      if (detected === undefined) {
        // The source may use its buffer again.
        this.#held = input.slice();
        return NO_BYTES;
      }
      this.#encoding = detected.encoding;
      this.#issue = detected.issue;
      this.#isDoubtful = ONE_BYTE.test(detected.encoding);
      this.#declared = detected.declared ?? '';
      input = input.subarray(detected.skip);
      this.#offset = detected.skip;
    }
    if (this.#isDoubtful) this.#settle(input);
    const held = isLast ? 0 : this.#unfinishedLength(input);
    const whole = held === 0 ? input : input.subarray(0, input.length - held);
    this.#held = input.slice(input.length - held);
    this.#offset += whole.length;
    return this.#decodeWhole(whole, isLast);
  }

  /** A file in UTF-8 that calls itself something else: its first character that isn't ASCII tells. */
  #settle(input: Uint8Array): void {
    const at = input.findIndex((byte) => byte >= 0x80);
    if (at === -1) return;
    const length = utf8LengthAt(input, at);
    if (length === 0 && at + unfinishedUtf8Length(input.subarray(at)) === input.length) return;
    this.#isDoubtful = false;
    if (length > 0) this.#encoding = 'utf-8';
    if (length > 0 || ASCII.test(this.#declared))
      this.#issue = encodingMismatch(this.#declared, this.#encoding as FeedEncoding);
  }

  #decodeWhole(bytes: Uint8Array, isLast: boolean): Uint8Array {
    const encoding = this.#encoding as FeedEncoding;
    if (encoding === 'utf-8') {
      if (isUtf8(bytes)) return bytes;
      this.#hasOddBytes = true;
      return encoder.encode(mendUtf8(bytes));
    }
    if (encoding === 'windows-1252') return encoder.encode(decodeWindows1252(bytes));
    this.#decoder ??= new TextDecoder(encoding, { ignoreBOM: true });
    const text = this.#decoder.decode(bytes, { stream: !isLast });
    if (!text.includes('\uFFFD')) return encoder.encode(text);
    this.#hasOddBytes = true;
    return encoder.encode(text.replaceAll('\uFFFD', cutByte(0)));
  }

  /** How many bytes at the end are the start of a character, where no decoder keeps them. */
  #unfinishedLength(bytes: Uint8Array): number {
    if (this.#encoding === 'utf-8') return unfinishedUtf8Length(bytes);
    // What it is, the next bytes will tell.
    return this.#isDoubtful ? unfinishedUtf8Length(bytes) : 0;
  }
}

function unfinishedUtf8Length(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
