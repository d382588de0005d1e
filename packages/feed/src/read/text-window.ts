import type { FeedPosition } from './feed-entry.js';
import { advancePosition } from './text-position.js';
import { Utf8Copy } from './utf8-copy.js';

/** Characters that XML has no place for. Halves of characters never get here alone. Source: XML 1.0, production 2. */
const DISALLOWED = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
/** Beyond any text, and a small integer: fields that hold one and `Infinity` in turn are allocated at every change. */
const NEVER = 0x3fffffff;
/** Text shorter than this may be looked at once per piece. */
const PATIENCE = 4_096;

/**
 * The part of a feed that is being read: what isn't consumed yet, and the places of what needs care in it. Each is looked
 * for once and remembered, so that going through the window costs the same however it is gone through.
 */
export class TextWindow {
  /** With line ends as XML wants them: each a LF. */
  text = '';
  /** What is before it is consumed. Moves forward only. */
  at = 0;
  /** The position of what {@link locate} was asked for last. */
  line = 1;
  column = 1;
  /** The text once more, as bytes: those are compared many times faster. */
  readonly copy = new Utf8Copy();
  /** Offset in the feed of the start of `text`. */
  #base = 0;
  #endsWithReturn = false;
  /** Text that waits until there is more of it, and how much more. */
  #waiting = '';
  /** Of what waits, when it came in one piece of UTF-8. */
  #waitingBytes: Uint8Array | undefined;
  #wanted = 0;

  #disallowedAt = NEVER;
  #ampersandAt = -1;
  #sectionEndAt = -1;
  #lineEndAt = -1;
  /** Where the line starts that was located last, and how many characters in two halves are in it up to `#countedTo`. */
  #lineStart = 0;
  #countedTo = 0;
  #pairs = 0;
  #hasPairs = false;

  /** Offset in the feed of what isn't consumed, in characters of its text. */
  get offset(): number {
    return this.#base + this.at;
  }

  /** Adds what was read, with its bytes if they were UTF-8. Answers whether `text` changed: see {@link wait}. */
  append(piece: string, bytes?: Uint8Array): boolean {
    this.#waitingBytes = this.#waiting === '' ? bytes : undefined;
    this.#waiting += piece;
    if (this.#waiting.length === 0 || this.#waiting.length < this.#wanted) return false;
    this.flush();
    return true;
  }

  /** Lets go of what is consumed and takes in all that waits. */
  flush(): void {
    this.locate(this.at);
    const kept = this.text.length - this.at;
    const added = this.#withPlainLineEnds(this.#waiting);
    const bytes =
      added.length === this.#waiting.length && !this.#waiting.includes('\r') ? this.#waitingBytes : undefined;
    this.#waiting = '';
    this.#waitingBytes = undefined;
    this.#wanted = 0;
    this.text = kept === 0 ? added : this.text.slice(this.at) + added;
    this.#base += this.at;
    this.#lineStart -= this.at;
    this.#countedTo = 0;
    this.copy.shift(this.at, added, bytes);
    this.#hasPairs = this.copy.hasPairs;
    if (this.copy.hasDisallowed) this.#findDisallowed(0);
    else this.#disallowedAt = NEVER;
    this.at = 0;
    // What wasn't in the text may be in what was added, or across.
    this.#ampersandAt = -1;
    this.#sectionEndAt = -1;
    this.#lineEndAt = -1;
  }

  /**
   * What starts at `at` goes on behind the text. A long one is looked at again only when there is half as much more of it,
   * or a feed that comes byte by byte would be read again and again.
   */
  wait(at: number): void {
    this.at = at;
    const length = this.text.length - at;
    this.#wanted = length < PATIENCE ? 0 : length >> 1;
  }

  /** The first disallowed character at `from` or behind it. */
  disallowedFrom(from: number): number {
    if (this.#disallowedAt < from) this.#findDisallowed(from);
    return this.#disallowedAt;
  }

  /** Whether text from `from` to `to` is what it looks like: no reference, no disallowed character, no "]]>". */
  isPlain(from: number, to: number): boolean {
    if (this.#ampersandAt < from) this.#ampersandAt = indexFrom(this.text, '&', from);
    if (this.#sectionEndAt < from) this.#sectionEndAt = indexFrom(this.text, ']]>', from);
    if (this.#disallowedAt < from) this.#findDisallowed(from);
    return this.#ampersandAt >= to && this.#sectionEndAt >= to && this.#disallowedAt >= to;
  }

  /** Sets `line` and `column` to the position of an offset that isn't before the one located last. */
  locate(offset: number): void {
    if (this.#lineEndAt < this.#countedTo) this.#lineEndAt = indexFrom(this.text, '\n', this.#countedTo);
    while (this.#lineEndAt < offset) {
      this.line += 1;
      this.#lineStart = this.#lineEndAt + 1;
      this.#countedTo = this.#lineStart;
      this.#pairs = 0;
      this.#lineEndAt = indexFrom(this.text, '\n', this.#lineStart);
    }
    if (this.#hasPairs) this.#countPairs(offset);
    this.#countedTo = offset;
    this.column = offset - this.#lineStart - this.#pairs + 1;
  }

  /** The same for an offset with so many line ends before it, the last of them `indent` characters, and no other before. */
  locateBehind(offset: number, lineEnds: number, indent: number): void {
    if (lineEnds > 0) {
      this.line += lineEnds;
      this.#lineStart = offset - indent;
      this.#pairs = 0;
    }
    this.#countedTo = offset;
    this.#lineEndAt = -1;
    this.column = offset - this.#lineStart - this.#pairs + 1;
  }

  /** The position behind everything that was read. */
  get end(): FeedPosition {
    this.locate(this.at);
    return advancePosition(this, this.text.slice(this.at) + this.#waiting);
  }

  /** The position of an offset that isn't consumed. */
  positionOf(offset: number): FeedPosition {
    this.locate(this.at);
    const { line, column } = this;
    return offset === this.at ? { line, column } : advancePosition(this, this.text.slice(this.at, offset));
  }

  #findDisallowed(from: number): void {
    DISALLOWED.lastIndex = from;
    this.#disallowedAt = DISALLOWED.exec(this.text)?.index ?? NEVER;
  }

  #countPairs(to: number): void {
    for (let at = this.#countedTo; at < to; at += 1) {
      if (isFirstHalf(this.text.charCodeAt(at))) this.#pairs += 1;
    }
  }

  /** CR and CRLF end a line too; a column never counts what is behind it. Source: XML 1.0 section 2.11. */
  #withPlainLineEnds(piece: string): string {
    const text = this.#endsWithReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    if (piece === '') return text;
    this.#endsWithReturn = piece.endsWith('\r');
    return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  }
}

function indexFrom(text: string, wanted: string, from: number): number {
  const index = text.indexOf(wanted, from);
  return index === -1 ? NEVER : index;
}

function isFirstHalf(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}
