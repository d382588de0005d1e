import { withPlainNames } from './pdf-names.js';

/** Strings are one character per byte; arrays and dictionaries are read for what is in them; the rest is as it is written. */
export type PdfValue = string | readonly PdfValue[] | PdfDictionary;
export interface PdfDictionary {
  readonly [name: string]: PdfValue | undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
/** Deeper than any dictionary of a trailer. */
const MAX_DEPTH = 20;
const TOKEN =
  /[\s\0]*(?:%[^\r\n]*[\s\0]*)*(<<|>>|\[|\]|\(|<[0-9A-Fa-f\s\0]*>|\/[^\s\0()<>[\]{}/%]*|[^\s\0()<>[\]{}/%]+)/y;

/** Reads the dictionary that begins at `at`; what is no dictionary is an empty one. ISO 32000-2, 7.3. */
export function readPdfDictionary(text: string, at: number): PdfDictionary {
  const value = new DictionaryReader(text, at).read(0);
  return typeof value === 'object' && !Array.isArray(value) ? (value as PdfDictionary) : {};
}

class DictionaryReader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  /** The next value; `undefined` at an end, of the text or of what holds it. */
  read(depth: number): PdfValue | undefined {
    TOKEN.lastIndex = this.#at;
    const token = TOKEN.exec(this.#text)?.[1];
    if (token === undefined || depth > MAX_DEPTH) return undefined;
    this.#at = TOKEN.lastIndex;
    if (token === '<<') return this.#readEntries(depth + 1);
    if (token === '[') return this.#readItems(depth + 1);
    if (token === '(') return this.#readString();
    if (token === '>>' || token === ']') return undefined;
    if (token.startsWith('<')) return fromHex(token);
    return token.startsWith('/') ? withPlainNames(token) : token;
  }

  #readItems(depth: number): readonly PdfValue[] {
    const items: PdfValue[] = [];
    for (let item = this.read(depth); item !== undefined; item = this.read(depth)) items.push(item);
    return items;
  }

  #readEntries(depth: number): PdfDictionary {
    const items = this.#readItems(depth);
    const entries = new Map<string, PdfValue>();
    // A reference is three words, so that a name isn't always followed by the next one.
    for (const [index, item] of items.entries()) {
      if (typeof item !== 'string' || !item.startsWith('/')) continue;
      const [first, second, third] = items.slice(index + 1, index + 4);
      if (first === undefined) continue;
      entries.set(item.slice(1), third === 'R' && second !== undefined ? [first, second] : first);
    }
    return Object.fromEntries(entries);
  }

  #readString(): string {
    let [value, depth] = ['', 1];
    for (; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text.charAt(this.#at);
      if (character === '\\') {
        value += this.#readEscape();
        continue;
      }
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth === 0) {
        this.#at += 1;
        break;
      }
      value += character;
    }
    return value;
  }

  #readEscape(): string {
    const [all, octal, line, other] = /\\(?:([0-7]{1,3})|(\r\n|\r|\n)|([^]?))/y[Symbol.match](
      this.#text.slice(this.#at, this.#at + 4),
    ) ?? ['\\'];
    this.#at += all.length - 1;
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (line || !other) return '';
    return ESCAPES[other] ?? other;
  }
}

function fromHex(token: string): string {
  const digits = token.replace(/[^0-9A-Fa-f]/g, '');
  return (digits.match(/..?/g) ?? [])
    .map((pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16)))
    .join('');
}
