import { ALLOWED_TAGS } from '@enrollkit/core/description-tags.js';

/** What a reader of a description gets to see, and what an importer drops from it. */
export interface DescriptionScan {
  /** Characters of text, runs of white space counted as one. Counting stops once there are {@link ENOUGH}. */
  readonly characters: number;
  /** Words with at least a letter or digit. Counting stops once there are {@link ENOUGH}. */
  readonly words: number;
  /** Names of tags that aren't allowed. */
  readonly tags: readonly string[];
  /** Names of attributes on allowed tags. */
  readonly attributes: readonly string[];
}

/** Nobody asks for more characters or more words than that. Source: domain.md section 4, Description. */
export const ENOUGH = 150;

const ALLOWED: ReadonlySet<string> = new Set(ALLOWED_TAGS);
const INLINE_TAGS: ReadonlySet<string> = new Set('b strong em i a span u small sub sup font'.split(' '));
const MOST_NAMES = 12;

const NONE: readonly string[] = [];
const LONGEST_NAME = 20;
const LONGEST_REFERENCE = 12;
const LESS_THAN = 0x3c;
const SLASH = 0x2f;
const AMPERSAND = 0x26;

const IN_ORDER: DescriptionScan = { characters: ENOUGH, words: ENOUGH, tags: NONE, attributes: NONE };
/** As they are nearly always written. */
const PLAIN_TAGS: ReadonlySet<string> = new Set(ALLOWED_TAGS.flatMap((tag) => [tag, `/${tag}`, `${tag}/`]));
const LONGEST_TAG = '/strong'.length;

// The letters of a string are asked for one by one; bytes lie in a row. That makes counting several times faster.
const encoder = new TextEncoder();
const allBytes = new Uint8Array(4096);
/** Nearly always holds enough words; what more there is need not be turned into bytes. */
const firstBytes = allBytes.subarray(0, 1280);

/** Goes through a description. Every product has one, and it is most of the feed: one in order is told apart quickly. */
export function scanDescription(html: string): DescriptionScan {
  const isInOrder = hasPlainTagsOnly(html) && (hasEnoughWords(html, firstBytes) || hasEnoughWords(html, allBytes));
  return isInOrder ? IN_ORDER : scanClosely(html);
}

function hasPlainTagsOnly(html: string): boolean {
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const end = html.indexOf('>', at);
    if (end === -1 || end - at > LONGEST_TAG + 1 || !PLAIN_TAGS.has(html.slice(at + 1, end))) return false;
    at = end;
  }
  return true;
}

/** Whether as much of a text as fits has {@link ENOUGH} words. Words that only a tag divides count as one. */
function hasEnoughWords(html: string, bytes: Uint8Array): boolean {
  const { written } = encoder.encodeInto(html, bytes);
  let words = 0;
  let isInWord = false;
  for (let at = 0; at < written; at += 1) {
    const byte = bytes[at] as number;
    if (byte <= 0x20) isInWord = false;
    else if (byte === LESS_THAN) while (at < written && bytes[at] !== 0x3e) at += 1;
    else if (!isInWord && (isLetter(byte) || isDigit(byte))) {
      isInWord = true;
      words += 1;
      if (words === ENOUGH) return true;
    }
  }
  return false;
}

/** Once, by hand. With enough counted, only tags are looked for. */
function scanClosely(html: string): DescriptionScan {
  let [characters, words] = [0, 0];
  let isInWord = false;
  let isAfterSpace = true;
  let tags: string[] | undefined;
  let attributes: string[] | undefined;
  let at = 0;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === LESS_THAN) {
      const end = markupEnd(html, at);
      if (end === at) {
        characters += 1;
        at += 1;
        continue;
      }
      const nameAt = html.charCodeAt(at + 1) === SLASH ? at + 2 : at + 1;
      const nameEnd = endOfName(html, nameAt);
      const name = html.slice(nameAt, Math.min(nameEnd, nameAt + LONGEST_NAME)).toLowerCase();
      if (name !== '' && !ALLOWED.has(name)) tags = collect(tags, name);
      else if (isSpace(html.charCodeAt(nameEnd))) attributes = attributesOf(html.slice(nameEnd, end), attributes);
      if (!INLINE_TAGS.has(name)) isInWord = false;
      const isHidden = (name === 'script' || name === 'style') && nameAt === at + 1;
      at = isHidden ? contentEnd(html, end, name) : end;
    } else if (words >= ENOUGH && characters >= ENOUGH) {
      const next = html.indexOf('<', at);
      at = next === -1 ? html.length : next;
    } else if (isSpace(code)) {
      isInWord = false;
      if (!isAfterSpace) characters += 1;
      isAfterSpace = true;
      at += 1;
    } else {
      const length = code === AMPERSAND ? referenceLength(html, at) : lettersFrom(html, at);
      if (code === AMPERSAND && html.startsWith('nbsp;', at + 1)) {
        isInWord = false;
      } else if (!isInWord && (length > 1 || isWordCharacter(code))) {
        isInWord = true;
        words += 1;
      }
      characters += code === AMPERSAND ? 1 : length;
      isAfterSpace = false;
      at += length;
    }
  }
  return { characters, words, tags: tags ?? NONE, attributes: attributes ?? NONE };
}

/** Behind the markup that starts at `at`; `at` itself when "<" is only a sign, as browsers take it. */
function markupEnd(html: string, at: number): number {
  const next = html.charCodeAt(at + 1);
  if (next === 0x21 && html.startsWith('<!--', at)) return endOf(html, '-->', at);
  const isMarkup =
    isLetter(next) || next === 0x21 || next === 0x3f || (next === SLASH && isLetter(html.charCodeAt(at + 2)));
  return isMarkup ? endOf(html, '>', at) : at;
}

function endOf(html: string, terminator: string, from: number): number {
  const end = html.indexOf(terminator, from);
  return end === -1 ? html.length : end + terminator.length;
}

function endOfName(html: string, from: number): number {
  let end = from;
  while (isLetter(html.charCodeAt(end)) || isDigit(html.charCodeAt(end))) end += 1;
  return end;
}

/** Adds the names in ` class="a" style='b'>`; a space before "/>" is no attribute. */
function attributesOf(tag: string, known: string[] | undefined): string[] | undefined {
  let names = known;
  for (const [, name = ''] of tag.replace(/"[^"]*"|'[^']*'/g, ' ').matchAll(/\s([a-z][\w:-]{0,30})/gi)) {
    names = collect(names, name.toLowerCase());
  }
  return names;
}

/** Behind the text of a script or style sheet, which nobody reads. */
function contentEnd(html: string, from: number, name: 'script' | 'style'): number {
  const end = name === 'script' ? /<\/script/gi : /<\/style/gi;
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** How many letters there are from `at` on; 1 for any other sign. */
function lettersFrom(html: string, at: number): number {
  let end = at;
  while (isLetter(html.charCodeAt(end))) end += 1;
  return Math.max(end - at, 1);
}

/** How long `&amp;` is; 1 when the ampersand is only a sign. */
function referenceLength(html: string, at: number): number {
  return /^&#?\w{1,8};/.exec(html.slice(at, at + LONGEST_REFERENCE))?.[0].length ?? 1;
}

function collect(names: string[] | undefined, name: string): string[] {
  if (names === undefined) return [name];
  if (names.length < MOST_NAMES && !names.includes(name)) names.push(name);
  return names;
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x3000;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Not a dash, a bullet or a quote. Beyond Latin nearly everything is a letter. */
function isWordCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || (code >= 0xc0 && !(code >= 0x2010 && code <= 0x27bf) && code !== 0xd7);
}
