/** No word is longer: an index of a database holds it, and a search for more of it finds the same. */
const MOST_WORD_CHARS = 60;
/** More words than that in one search tell nobody apart. */
const MOST_TERMS = 12;

/** Letters that no accent was put on, and that people type without: what Unicode takes apart is not named here. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
};
const PLAIN = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu');
const SEPARATORS = /[^\p{L}\p{N}\p{Mc}]+/u;

/** One thing that is looked for: what stands between two spaces. */
export interface SearchTerm {
  /** Without what separates its parts: `obrien`. */
  readonly whole: string;
  /** `o`, `brien`. */
  readonly parts: readonly string[];
}

/**
 * A text as it is compared: without accents and capitals, in plain letters. Everything that is searched, and everything that
 * is searched for, goes through this one function.
 *
 * @example
 * foldText('Öztürk-Ørsted'); // 'ozturk-orsted'
 */
export function foldText(text: string): string {
  // Small letters may have accents of their own: that of the Turkish capital I is taken off after it.
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '');
  return letters.replace(PLAIN, (letter) => PLAIN_LETTERS[letter] ?? letter).trim();
}

/**
 * The words by which texts are found, each once and in order: the parts of each, and each without what separates them.
 *
 * @example
 * searchWords(["Anne-Marie O'Brien"]); // ['anne', 'annemarie', 'brien', 'marie', 'o', 'obrien']
 */
export function searchWords(texts: readonly (string | undefined)[]): readonly string[] {
  const words = texts.flatMap((text) => termsOf(text ?? '').flatMap(({ whole, parts }) => [whole, ...parts]));
  return [...new Set(words)].sort();
}

/** What a search asks for, in any order. Nothing: everything is found. */
export function parseSearch(search: string): readonly SearchTerm[] {
  return termsOf(search).slice(0, MOST_TERMS);
}

/**
 * Whether words meet a search: each of its terms is the begin of a word, or all parts of that term are.
 *
 * @example
 * meetsSearch(searchWords(['Anna Smit']), parseSearch('smit an')); // true
 */
export function meetsSearch(words: readonly string[], terms: readonly SearchTerm[]): boolean {
  const begins = (part: string): boolean => words.some((word) => word.startsWith(part));
  return terms.every(({ whole, parts }) => begins(whole) || parts.every(begins));
}

function termsOf(text: string): readonly SearchTerm[] {
  return foldText(text)
    .split(/\s+/u)
    .flatMap((chunk): SearchTerm[] => {
      const parts = chunk.split(SEPARATORS).filter((part) => part !== '');
      return parts.length === 0 ? [] : [{ whole: cut(parts.join('')), parts: parts.map(cut) }];
    });
}

/** Not through the middle of a letter: a database refuses half of one. */
function cut(word: string): string {
  return word.length <= MOST_WORD_CHARS ? word : word.slice(0, MOST_WORD_CHARS).replace(/[\uD800-\uDBFF]$/u, '');
}
