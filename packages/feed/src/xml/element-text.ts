import { bytePattern, isPatternAt } from '../bytes/byte-pattern.js';
import { CDATA_END, CDATA_START } from './read-markup.js';
import type { Utf8Buffer } from '../bytes/utf8-buffer.js';
import { NEVER } from './lookahead.js';
import type { TextWindow } from './text-window.js';
import { resolveReferences } from './references.js';
import type { XmlName } from './xml-names.js';

const TAB = 0x9;
const LINE_END = 0xa;
const SPACE = 0x20;
const AMPERSAND = 0x26;
const LESS_THAN = 0x3c;
const EXCLAMATION_MARK = 0x21;
const CLOSING_BRACKET = 0x5d;
const DELETE = 0x7f;
const SECTION_START = bytePattern(CDATA_START);
const SECTION_END = bytePattern(CDATA_END);

/** What a byte in text is. `ODD` is in text too, and not one column wide or on the same line. */
const END = 0;
const PLAIN = 1;
const ODD = 2;
const REFERENCE = 3;
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));

/** The text that is all there is in an element, or the one CDATA section that is: in nearly every element with text. */
export class ElementText {
  text = '';
  /** Where the end tag is. */
  end = 0;
  /** Whether each byte is one character, on the same line. */
  isPlain = true;
  /** Whether there is surely no white space around it: its first and last bytes tell, which takes less than its characters. */
  isTrimmed = true;
  /** Why nothing was found: it goes on behind what was read. */
  isCut = false;
  readonly #window: TextWindow;
  readonly #utf8: Utf8Buffer;
  readonly #longest: number;

  /** `longest`: what may have more characters isn't taken. */
  constructor(window: TextWindow, longest: number) {
    this.#window = window;
    this.#utf8 = window.utf8;
    this.#longest = longest;
  }

  /** Takes the text at `from`. `false` when there is something else, or when it may be blank or not in order. */
  find(name: XmlName, from: number): boolean {
    const { bytes, content } = this.#utf8;
    const first = bytes[from] as number;
    this.isCut = content.length - from < SECTION_START.length;
    if (first === LESS_THAN) return bytes[from + 1] === EXCLAMATION_MARK && this.#findSection(name, from);
    return first > SPACE && this.#findText(name, from);
  }

  #findText(name: XmlName, from: number): boolean {
    const { bytes } = this.#utf8;
    let end = from;
    while (KINDS[bytes[end] as number] === PLAIN) end += 1;
    if (bytes[end] !== LESS_THAN) return this.#findOddText(name, from, end);
    if (!this.#endsAt(name, from, end)) return false;
    this.text = this.#utf8.slice(from, end);
    this.isPlain = true;
    this.isTrimmed = bytes[end - 1] !== SPACE;
    return true;
  }

  /** The same with references, line ends and characters of more than one byte. */
  #findOddText(name: XmlName, from: number, oddAt: number): boolean {
    const utf8 = this.#utf8;
    const { bytes } = utf8;
    let hasReference = false;
    let isPlain = true;
    let end = oddAt;
    for (let kind = KINDS[bytes[end] as number]; kind !== END; kind = KINDS[bytes[end] as number]) {
      if (kind === ODD) isPlain = false;
      else if (kind === REFERENCE) hasReference = true;
      end += 1;
    }
    if (bytes[end] !== LESS_THAN) this.isCut = end === utf8.content.length;
    if (bytes[end] !== LESS_THAN || utf8.hasDisallowed || !this.#endsAt(name, from, end)) return false;
    const raw = utf8.slice(from, end);
    const text = hasReference ? resolved(raw) : raw;
    this.text = text;
    this.isPlain = isPlain;
    this.isTrimmed = !hasReference && isInk(bytes[from] as number) && isInk(bytes[end - 1] as number);
    return text.trim() !== '';
  }

  #findSection(name: XmlName, from: number): boolean {
    const utf8 = this.#utf8;
    if (utf8.hasDisallowed || !isPatternAt(utf8.view, from, SECTION_START)) return false;
    const start = from + SECTION_START.length;
    const first = utf8.bytes[start] as number;
    const end = this.#window.sectionEndByteFrom(start);
    if (end === NEVER) this.isCut = true;
    if (!isInk(first) || end <= start || end === NEVER) return false;
    if (!this.#endsAt(name, from, end + SECTION_END.length)) return false;
    this.text = utf8.slice(start, end);
    this.isPlain = false;
    this.isTrimmed = isInk(utf8.bytes[end - 1] as number);
    return true;
  }

  #endsAt({ endTagBytes }: XmlName, from: number, end: number): boolean {
    this.end = end;
    if (isPatternAt(this.#utf8.view, end, endTagBytes)) return end - from <= this.#longest;
    this.isCut = end + endTagBytes.length > this.#utf8.content.length;
    return false;
  }
}

/** A character of ASCII that isn't white space. */
function isInk(byte: number): boolean {
  return byte > SPACE && byte < DELETE;
}

/** Whether the CDATA section at `from`, or else the tag, surely goes on behind the text. */
export function isCutAt(window: TextWindow, from: number): boolean {
  const isSection = isPatternAt(window.utf8.view, from, SECTION_START);
  return isSection ? window.sectionEndByteFrom(from) === NEVER : window.isTagCutAt(from);
}

/** Empty when one of the references is odd: that is said when the text is taken apart. */
function resolved(raw: string): string {
  let odd = 0;
  const text = resolveReferences(raw, () => (odd += 1));
  return odd > 0 ? '' : text;
}

function kindOf(byte: number): number {
  if (byte === AMPERSAND) return REFERENCE;
  if (byte === LINE_END || byte === TAB || byte >= DELETE) return ODD;
  return byte < SPACE || byte === LESS_THAN || byte === CLOSING_BRACKET ? END : PLAIN;
}
