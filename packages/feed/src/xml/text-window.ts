import type { FeedPosition } from '../findings/feed-issue.js';
import { advancePosition } from './text-position.js';
import { bytePattern, isPatternAt } from '../bytes/byte-pattern.js';
import { Utf8Buffer } from '../bytes/utf8-buffer.js';
import { Lookahead, NEVER } from './lookahead.js';
import { CDATA_END } from './read-markup.js';

/** Characters that XML has no place for. Halves of characters never get here alone. Source: XML 1.0, production 2. */
const DISALLOWED = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
/** Text shorter than this may be looked at once per piece. */
const PATIENCE = 4_096;
const GREATER_THAN = 0x3e;
const CLOSING_BRACKET = 0x5d;
const SECTION_END = bytePattern(CDATA_END);
const LINE_END = 0xa;
const RETURN = 0xd;

/**
 * The part of a feed that is being read: what isn't consumed yet, and the places of what needs care in it. Each is looked
 * for once and remembered, so that going through the window costs the same however it is gone through.
 */
export class TextWindow {
  /** What is before it is consumed. Moves forward only. */
  at = 0;
  /** The position of what {@link locate} was asked for last. */
  line = 1;
  column = 1;
  /** The text as it came, but for line ends as XML wants them: each a LF. */
  readonly utf8 = new Utf8Buffer();
  #text: string | undefined;
  /** Offset in the feed of the start of `text`. */
  #base = 0;
  #endsWithReturn = false;
  /** How much of a text must wait before it is taken in. */
  #wanted = 0;

  readonly #disallowed = new Lookahead((from) => this.#findDisallowed(from));
  readonly #ampersand = new Lookahead((from) => this.text.indexOf('&', from));
  readonly #sectionEnd = new Lookahead((from) => this.text.indexOf(CDATA_END, from));
  // The rest are places in `utf8`.
  readonly #tagEnd = new Lookahead((from) => this.utf8.content.indexOf(GREATER_THAN, from));
  readonly #sectionEndByte = new Lookahead((from) => this.#findSectionEnd(from));
  #lineEndAt = -1;
  /** Where the line starts that was located last, and how many bytes up to `#countedTo` are no character of their own. */
  #lineStart = 0;
  #countedTo = 0;
  #extraBytes = 0;

  /** All of the text. Made when it is asked for: of most it never is. */
  get text(): string {
    this.#text ??= this.utf8.text;
    return this.#text;
  }

  /** Offset in the feed of what isn't consumed, in characters of its text. */
  get offset(): number {
    return this.#base + this.at;
  }

  /** Adds what was read. Answers whether `text` changed: see {@link wait}. */
  append(utf8: Uint8Array): boolean {
    this.utf8.add(this.#withPlainLineEnds(utf8));
    const { waiting } = this.utf8;
    if (waiting === 0 || waiting < this.#wanted) return false;
    this.flush();
    return true;
  }

  /** Lets go of what is consumed and takes in all that waits. */
  flush(): void {
    this.locate(this.at);
    const from = this.utf8.indexOf(this.at);
    this.utf8.takeIn(from);
    this.#lineStart -= from;
    this.#countedTo = 0;
    this.#wanted = 0;
    this.#text = undefined;
    this.#base += this.at;
    this.at = 0;
    // What wasn't in the text may be in what was added, or across.
    for (const place of [this.#disallowed, this.#ampersand, this.#sectionEnd, this.#tagEnd, this.#sectionEndByte]) {
      place.forget();
    }
    this.#lineEndAt = -1;
  }

  /**
   * What starts at `at` goes on behind the text. A long one is looked at again only when there is half as much more of it,
   * or a feed that comes byte by byte would be read again and again.
   */
  wait(at: number): void {
    this.at = at;
    const length = this.utf8.content.length - this.utf8.indexOf(at);
    this.#wanted = length < PATIENCE ? 0 : length >> 1;
  }

  /** The first disallowed character at `from` or behind it. */
  disallowedFrom(from: number): number {
    return this.utf8.hasDisallowed ? this.#disallowed.from(from) : NEVER;
  }

  /** The first "]]>" at `from` or behind it. */
  sectionEndFrom(from: number): number {
    return this.#sectionEnd.from(from);
  }

  /** The same for a place in `utf8`; {@link NEVER} when there is none. */
  sectionEndByteFrom(index: number): number {
    return this.#sectionEndByte.from(index);
  }

  /** Whether the tag at a place in `utf8` surely goes on behind the text. */
  isTagCutAt(index: number): boolean {
    return this.#tagEnd.from(index) === NEVER;
  }

  /** Whether text from `from` to `to` is what it looks like: no reference, no disallowed character, no "]]>". */
  isPlain(from: number, to: number): boolean {
    return this.#ampersand.from(from) >= to && this.sectionEndFrom(from) >= to && this.disallowedFrom(from) >= to;
  }

  /** Sets `line` and `column` to the position of an offset that isn't before the one located last. */
  locate(offset: number): void {
    this.locateByte(this.utf8.indexOf(offset));
  }

  /** The same for a place in `utf8`. */
  locateByte(index: number): void {
    if (this.#lineEndAt < this.#countedTo) this.#lineEndAt = this.#lineEndFrom(this.#countedTo);
    while (this.#lineEndAt < index) {
      this.#startLine(this.#lineEndAt + 1);
      this.#countedTo = this.#lineStart;
      this.#lineEndAt = this.#lineEndFrom(this.#lineStart);
    }
    if (this.utf8.hasWide) this.#countExtraBytes(index);
    this.#countedTo = index;
    this.column = index - this.#lineStart - this.#extraBytes + 1;
  }

  /** The same for one with so many line ends before it, the last of them `indent` bytes, and no other before. */
  locateBehind(index: number, lineEnds: number, indent: number): void {
    if (lineEnds > 0) {
      this.#startLine(index - indent);
      this.line += lineEnds - 1;
    }
    this.#countedTo = index;
    // Without line ends before it, the next one is where it was.
    if (lineEnds > 0) this.#lineEndAt = -1;
    this.column = index - this.#lineStart - this.#extraBytes + 1;
  }

  /** The position behind everything that was read. */
  get end(): FeedPosition {
    this.locate(this.at);
    return advancePosition(this, this.utf8.decodeFrom(this.utf8.indexOf(this.at)));
  }

  /** The position of an offset that isn't consumed. */
  positionOf(offset: number): FeedPosition {
    this.locate(this.at);
    const { line, column } = this;
    return offset === this.at ? { line, column } : advancePosition(this, this.text.slice(this.at, offset));
  }

  #findDisallowed(from: number): number {
    DISALLOWED.lastIndex = from;
    return DISALLOWED.exec(this.text)?.index ?? -1;
  }

  #findSectionEnd(from: number): number {
    const { content, view } = this.utf8;
    let at = content.indexOf(CLOSING_BRACKET, from);
    while (at !== -1 && !isPatternAt(view, at, SECTION_END)) at = content.indexOf(CLOSING_BRACKET, at + 1);
    return at;
  }

  #startLine(index: number): void {
    this.line += 1;
    this.#lineStart = index;
    this.#extraBytes = 0;
  }

  #lineEndFrom(from: number): number {
    const index = this.utf8.content.indexOf(LINE_END, from);
    return index === -1 ? NEVER : index;
  }

  /** Of a character of several bytes only the first counts. */
  #countExtraBytes(to: number): void {
    const { bytes } = this.utf8;
    for (let at = this.#countedTo; at < to; at += 1) {
      if (((bytes[at] as number) & 0xc0) === 0x80) this.#extraBytes += 1;
    }
  }

  /** CR and CRLF end a line too; a column never counts what is behind it. Source: XML 1.0 section 2.11. */
  #withPlainLineEnds(piece: Uint8Array): Uint8Array {
    const isAfterReturn = this.#endsWithReturn;
    if (piece.length === 0) return piece;
    this.#endsWithReturn = piece[piece.length - 1] === RETURN;
    const isPlain = !piece.includes(RETURN) && !(isAfterReturn && piece[0] === LINE_END);
    return isPlain ? piece : plainLineEnds(piece, isAfterReturn);
  }
}

function plainLineEnds(piece: Uint8Array, isAfterReturn: boolean): Uint8Array {
  const result = new Uint8Array(piece.length);
  let length = 0;
  let before = isAfterReturn ? RETURN : 0;
  for (const byte of piece) {
    if (byte !== LINE_END || before !== RETURN) {
      result[length] = byte === RETURN ? LINE_END : byte;
      length += 1;
    }
    before = byte;
  }
  return result.subarray(0, length);
}
