import { LONGEST_PATTERN } from './byte-pattern.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const SPACE = 0x20;
const TAB = 0x9;
const LINE_END = 0xa;
/** In every byte of a word: what is taken from it, and what is left of that when the byte was smaller. */
const SPACES = 0x20202020;
const HIGH_BITS = 0x80808080;
/** Characters beyond ASCII that are put into a text one by one. */
const MOST_PATCHES = 24;
const QUESTION_MARK = 0x3f;
/** Behind the text: room for a zero, and for what is compared beyond it. */
const ROOM = LONGEST_PATTERN + 8;

/**
 * A text as UTF-8, and what is odd in it. Known bytes are found in it many times faster than in a string, and what nobody
 * asks for never becomes one.
 */
export class Utf8Buffer {
  /** The text. Ends with a zero, so that looking for something ends too. */
  bytes = new Uint8Array(ROOM);
  /** The same bytes, several at a time. */
  view = new DataView(this.bytes.buffer);
  /** The same bytes, without what is behind the text. */
  content = this.bytes.subarray(0, 0);
  hasWide = false;
  hasDisallowed = false;
  #words = new Int32Array(this.bytes.buffer);
  /** The text with a sign of ASCII for every byte that is none. Made at once: cutting it costs a tenth of making texts. */
  #ascii = '';
  #asciiBytes = new Uint8Array(0);
  /** Behind what was added, whether taken in or not. */
  #end = 0;
  /** Where the characters of more than one byte are, how many of them are passed, and how many bytes more those had. */
  #wide = new Int32Array(0);
  #wideCount = 0;
  #passed = 0;
  #extraBytes = 0;

  /** How many bytes were added, and not taken in. */
  get waiting(): number {
    return this.#end - this.content.length;
  }

  /** Keeps a copy of bytes until they are taken in. */
  add(bytes: Uint8Array): void {
    this.#reserve(this.#end + bytes.length + ROOM);
    this.bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Lets go of what is before `from`, and takes in all that was added. */
  takeIn(from: number): void {
    this.bytes.copyWithin(0, from, this.#end);
    this.#end -= from;
    this.bytes.fill(0, this.#end, this.#end + 4);
    this.content = this.bytes.subarray(0, this.#end);
    this.#survey();
  }

  /** All that was taken in. */
  get text(): string {
    return this.hasWide ? decoder.decode(this.content) : this.#ascii;
  }

  /** A part of the text: not before what {@link indexOf} was asked for last. */
  slice(from: number, to: number): string {
    const ascii = this.#ascii;
    let text = '';
    let at = from;
    for (let wide = this.#passed; wide < this.#wideCount; wide += 1) {
      const index = this.#wide[wide] as number;
      if (index >= to) break;
      // With more than a few it takes less to decode them all.
      if (index < at || wide - this.#passed > MOST_PATCHES) return decoder.decode(this.bytes.subarray(from, to));
      text += ascii.slice(at, index) + this.#characterAt(index);
      at = index + lengthOf(this.bytes[index] as number);
    }
    return at === from ? ascii.slice(from, to) : text + ascii.slice(at, to);
  }

  /** All that is behind `from`, with what waits. */
  decodeFrom(from: number): string {
    return decoder.decode(this.bytes.subarray(from, this.#end));
  }

  /** Where the character at an offset of the text is: not before the one asked for last. */
  indexOf(offset: number): number {
    while (this.#passed < this.#wideCount && (this.#wide[this.#passed] as number) - this.#extraBytes < offset)
      this.#pass();
    return offset + this.#extraBytes;
  }

  /** The offset in the text of the character at `index`: the other way round, with the same condition. */
  offsetOf(index: number): number {
    while (this.#passed < this.#wideCount && (this.#wide[this.#passed] as number) < index) this.#pass();
    return index - this.#extraBytes;
  }

  #characterAt(index: number): string {
    const { bytes } = this;
    const first = bytes[index] as number;
    const second = (bytes[index + 1] as number) & 0x3f;
    if (first < 0xe0) return String.fromCharCode(((first & 0x1f) << 6) | second);
    const third = (bytes[index + 2] as number) & 0x3f;
    if (first < 0xf0) return String.fromCharCode(((first & 0xf) << 12) | (second << 6) | third);
    return String.fromCodePoint(
      ((first & 0x7) << 18) | (second << 12) | (third << 6) | ((bytes[index + 3] as number) & 0x3f),
    );
  }

  #pass(): void {
    // Two bytes for one unit of text, three for one, four for two.
    this.#extraBytes += (this.bytes[this.#wide[this.#passed] as number] as number) < 0xe0 ? 1 : 2;
    this.#passed += 1;
  }

  #reserve(length: number): void {
    const { bytes } = this;
    if (bytes.length >= length) return;
    this.#words = new Int32Array((length + 1) >> 1);
    this.bytes = new Uint8Array(this.#words.buffer);
    this.view = new DataView(this.#words.buffer);
    this.bytes.set(bytes.subarray(0, this.#end));
    this.content = this.bytes.subarray(0, this.content.length);
  }

  /** Finds out what is in the text, four bytes at a time: nearly all are plain. */
  #survey(): void {
    this.hasDisallowed = false;
    this.#wideCount = 0;
    this.#passed = 0;
    this.#extraBytes = 0;
    if (this.#wide.length < this.#end) {
      this.#wide = new Int32Array(this.bytes.length);
      this.#asciiBytes = new Uint8Array(this.bytes.length);
    }
    const ascii = this.#asciiBytes.subarray(0, this.#end);
    ascii.set(this.content);
    const words = this.#words;
    const end = (this.#end + 3) >> 2;
    for (let at = 0; at < end; at += 1) {
      const word = words[at] as number;
      if ((((word - SPACES) & ~word) | word) & HIGH_BITS) this.#surveyBytes(at << 2);
    }
    this.hasWide = this.#wideCount > 0;
    this.#ascii = decoder.decode(ascii);
  }

  #surveyBytes(from: number): void {
    const { bytes } = this;
    const end = Math.min(from + 4, this.#end);
    for (let at = from; at < end; at += 1) {
      const byte = bytes[at] as number;
      if (byte < SPACE) {
        if (byte !== LINE_END && byte !== TAB) this.hasDisallowed = true;
      } else if (byte >= 0x80) {
        this.#asciiBytes[at] = QUESTION_MARK;
        if (byte < 0xc0) continue;
        this.#wide[this.#wideCount] = at;
        this.#wideCount += 1;
        if (byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] as number) >= 0xbe) this.hasDisallowed = true;
      }
    }
  }
}

function lengthOf(firstByte: number): number {
  return firstByte < 0xe0 ? 2 : firstByte < 0xf0 ? 3 : 4;
}
