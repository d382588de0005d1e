import { foldText } from '../search/search-words.js';

/** One word of a file name or a text. */
export interface SourceWord {
  /** Folded. */
  readonly text: string;
  readonly isCapital: boolean;
  /** A name never goes on across it: the end of a line, a bracket, a colon, a digit. */
  readonly isAfterBreak: boolean;
  readonly start: number;
  readonly end: number;
}

const WORD =
  /(?:[\p{Lo}\p{Lm}][\p{Lo}\p{Lm}\p{M}]*|\p{Lu}(?:\p{Lu}|\p{M}|['’‘`´](?=\p{Lu}))+(?![\p{Ll}])|\p{L}(?:\p{Ll}|\p{M}|['’‘`´](?=\p{L}))*)/gu;
const BREAK = /[\n\r\t/\\:;|()[\]{}<>"“”•·\p{N}]/u;

/** Words in their order. `AnnaSmit` is two, `McDonald` as well: names are looked for across words. */
export function readWords(text: string): readonly SourceWord[] {
  let before = 0;
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const gap = text.slice(before, index);
    const isFirst = before === 0;
    before = index + word.length;
    return {
      text: foldText(word).replace(/[^\p{L}]/gu, ''),
      isCapital: /^\p{Lu}/u.test(word),
      isAfterBreak: isFirst || BREAK.test(gap),
      start: index,
      end: before,
    };
  });
}

/** Runs of letters and digits, for numbers of bookings and people. */
export interface CodeWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function readCodes(text: string): readonly CodeWord[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    text: foldText(word),
    start: index,
    end: index + word.length,
  }));
}

/**
 * Addresses of mail, folded. In a file name something may stand before one, joined by a hyphen or an underscore, which are
 * characters of addresses too: what is left is given as well, `before` says without what.
 */
export function* readAddresses(
  text: string,
): Iterable<{ readonly address: string; readonly before: string; readonly found: string }> {
  for (const [found] of text.matchAll(/[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}.-]{1,250}/gu)) {
    const whole = found.toLowerCase().replace(/[.-]+$/, '');
    yield { address: whole, before: '', found };
    for (let at = whole.search(/[_-]/); at >= 0 && at < whole.indexOf('@');) {
      yield { address: whole.slice(at + 1), before: whole.slice(0, at), found };
      const next = whole.slice(at + 1).search(/[_-]/);
      at = next < 0 ? -1 : at + 1 + next;
    }
  }
}
