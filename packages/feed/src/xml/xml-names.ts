import { bytePattern, isPatternAt, LONGEST_PATTERN, type BytePattern } from '../bytes/byte-pattern.js';

/** A tag that came at one place before, with the white space in front of it. */
export interface KnownTag {
  /** White space, and the whole next tag. */
  readonly bytes: BytePattern;
  /** Length of the white space. */
  readonly space: number;
  readonly name: XmlName;
  readonly isEnd: boolean;
  readonly isEmpty: boolean;
  /** How many line ends are in the white space, and its length behind the last of them. */
  readonly lineEnds: number;
  readonly indent: number;
}

/** One name of elements. */
export interface XmlName {
  readonly text: string;
  readonly endTag: string;
  readonly endTagBytes: BytePattern;
  /** What came behind a start tag with this name. */
  readonly tagsBehindStart: KnownTags;
  /** What came behind the end of such an element. */
  readonly tagsBehindEnd: KnownTags;
}

/** A feed has a hundred names; more than this is somebody's joke, and remembering them would cost memory. */
const MOST_NAMES = 1_000;
const LONGEST_TEXT = LONGEST_PATTERN - 56;
const ASCII = /^[\t\n -~]*$/;
const MOST_KNOWN = 4;
/** How often to be wrong before the last known tag makes room: learning costs more than being wrong. */
const MISSES_BEFORE_CHANGE = 32;

/** Every name that was met, once. */
export class XmlNames {
  readonly #names = new Map<string, XmlName>();

  get(text: string): XmlName {
    let name = this.#names.get(text);
    if (name === undefined) {
      const own = inTable(text);
      const endTag = `</${own}>`;
      const endTagBytes = bytePattern(endTag);
      name = { text: own, endTag, endTagBytes, tagsBehindStart: new KnownTags(), tagsBehindEnd: new KnownTags() };
      if (this.#names.size < MOST_NAMES && text.length < LONGEST_TEXT) this.#names.set(own, name);
    }
    return name;
  }
}

/** What came at one place behind a tag before. Feeds repeat themselves, so that is looked for first. */
export class KnownTags {
  #first: KnownTag | undefined;
  readonly #others: KnownTag[] = [];
  #misses = 0;

  /** The known tag that is at `at`. */
  find(bytes: DataView, at: number): KnownTag | undefined {
    const first = this.#first;
    if (first === undefined) return undefined;
    return isPatternAt(bytes, at, first.bytes) ? first : this.#otherAt(bytes, at);
  }

  /** Remembers what came, and wasn't known. */
  learn(text: string, space: number, name: XmlName, isEnd: boolean, isEmpty: boolean): void {
    const others = this.#others;
    const isFull = this.#first !== undefined && others.length === MOST_KNOWN - 1;
    if (isFull) this.#misses += 1;
    // In ASCII an offset in bytes is one in characters.
    if ((isFull && this.#misses < MISSES_BEFORE_CHANGE) || text.length > LONGEST_TEXT || !ASCII.test(text)) return;
    const lines = text.slice(0, space).split('\n');
    const indent = lines.at(-1)?.length ?? 0;
    const tag = { space, name, isEnd, isEmpty, bytes: bytePattern(text), lineEnds: lines.length - 1, indent };
    if (this.#first === undefined) this.#first = tag;
    else others[Math.min(others.length, MOST_KNOWN - 2)] = tag;
  }

  /** What comes more often moves to the front. */
  #otherAt(bytes: DataView, at: number): KnownTag | undefined {
    const others = this.#others;
    for (let index = 0; index < others.length; index += 1) {
      const tag = others[index] as KnownTag;
      if (!isPatternAt(bytes, at, tag.bytes)) continue;
      this.#misses = 0;
      const before = index === 0 ? this.#first : others[index - 1];
      if (before !== undefined) others[index] = before;
      if (index === 0) this.#first = tag;
      else others[index - 1] = tag;
      return tag;
    }
    return undefined;
  }
}

/** The same text, as the engine keeps names of properties: it finds those in a table without comparing letters. */
function inTable(text: string): string {
  return Object.keys({ [text]: true })[0] as string;
}
