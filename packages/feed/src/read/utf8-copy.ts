import { LONGEST_PATTERN } from './byte-pattern.js';

const encoder = new TextEncoder();
const SPACE = 0x20;
const TAB = 0x9;
const LINE_END = 0xa;
/** In every byte of a word: what is taken from it, and what is left of that when the byte was smaller. */
const SPACES = 0x20202020;
const HIGH_BITS = 0x80808080;
const LONGEST_CHARACTER = 3;
/** Behind the text: room for a zero, and for what is compared beyond it. */
const ROOM = LONGEST_PATTERN + 8;

/**
 * A text as UTF-8, to look for known bytes in, and what is odd in it. Of a feed in UTF-8 its own bytes, without the way
 * around.
 */
export class Utf8Copy {
  /** Ends with a zero, so that looking for something ends too. */
  bytes = new Uint8Array(ROOM);
  /** The same bytes, several at a time. */
  view = new DataView(this.bytes.buffer);
  hasPairs = false;
  hasDisallowed = false;
  #words = new Int32Array(this.bytes.buffer);
  #length = 0;
  /** Where the characters of more than one byte are, how many of them are passed, and how many bytes more those had. */
  #wide = new Int32Array(0);
  #wideCount = 0;
  #passed = 0;
  #surplus = 0;

  /** Lets go of what is before an offset, and adds a text, whose bytes may be known. */
  shift(offset: number, added: string, addedBytes: Uint8Array | undefined): void {
    const from = this.indexOf(offset);
    const kept = this.#length - from;
    this.#reserve(kept + (addedBytes?.length ?? added.length * LONGEST_CHARACTER), from);
    if (addedBytes) this.bytes.set(addedBytes, kept);
    const written = addedBytes?.length ?? encoder.encodeInto(added, this.bytes.subarray(kept)).written;
    this.#length = kept + written;
    this.bytes.fill(0, this.#length, this.#length + 4);
    this.#survey();
  }

  /** Where the character at an offset of the text is: not before the one asked for last. */
  indexOf(offset: number): number {
    while (this.#passed < this.#wideCount) {
      const index = this.#wide[this.#passed] as number;
      if (index - this.#surplus >= offset) break;
      // Two bytes for one unit of text, three for one, four for two.
      this.#surplus += (this.bytes[index] as number) < 0xe0 ? 1 : 2;
      this.#passed += 1;
    }
    return offset + this.#surplus;
  }

  /** Makes room, and moves what is kept to the front. */
  #reserve(length: number, from: number): void {
    const { bytes } = this;
    if (bytes.length >= length + ROOM && bytes.length <= length * 16 + 2 * ROOM) {
      bytes.copyWithin(0, from, this.#length);
      return;
    }
    this.#words = new Int32Array((length + ROOM) >> 1);
    this.bytes = new Uint8Array(this.#words.buffer);
    this.view = new DataView(this.#words.buffer);
    this.bytes.set(bytes.subarray(from, this.#length));
  }

  /** Finds out what is in the text, four bytes at a time: nearly all are plain. */
  #survey(): void {
    this.hasPairs = false;
    this.hasDisallowed = false;
    this.#wideCount = 0;
    this.#passed = 0;
    this.#surplus = 0;
    if (this.#wide.length < this.#length) this.#wide = new Int32Array(this.bytes.length);
    const words = this.#words;
    const end = (this.#length + 3) >> 2;
    for (let at = 0; at < end; at += 1) {
      const word = words[at] as number;
      if ((((word - SPACES) & ~word) | word) & HIGH_BITS) this.#surveyBytes(at << 2);
    }
  }

  #surveyBytes(from: number): void {
    const { bytes } = this;
    const end = Math.min(from + 4, this.#length);
    for (let at = from; at < end; at += 1) {
      const byte = bytes[at] as number;
      if (byte < SPACE) {
        if (byte !== LINE_END && byte !== TAB) this.hasDisallowed = true;
      } else if (byte >= 0xc0) {
        this.#wide[this.#wideCount] = at;
        this.#wideCount += 1;
        if (byte >= 0xf0) this.hasPairs = true;
        else if (byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] as number) >= 0xbe)
          this.hasDisallowed = true;
      }
    }
  }
}
