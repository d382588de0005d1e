import type { VatTreatment } from '@enrollkit/core';
import { excerpt } from '../findings/excerpt.js';
import { comparableWord, nearestWord } from './nearest-word.js';
import { ofContent, type Report, type ValueReader } from './value-reader.js';

/** What other spellings stand for, each as {@link comparableWord} has it. */
type Spellings<Word extends string> = Readonly<Record<string, Word>>;

/** A word of a closed list, and the spellings that real feeds use for some of them. Another word isn't a value. */
export function oneOf<Word extends string>(words: readonly Word[], spellings: Spellings<Word> = {}): ValueReader<Word> {
  const find = wordFinder(words, spellings);
  return ofContent('word', (value, report) => {
    const word = find(value, report);
    if (word === undefined) report('unknown-value', choices(value, words));
    return word;
  });
}

/** A word that should be in a list, and is kept as it is when it isn't: `code` says how bad that is. */
export function preferably(
  words: readonly string[],
  code: 'unknown-value' | 'unlisted-value',
  spellings: Spellings<string> = {},
): ValueReader<string> {
  const find = wordFinder(words, spellings);
  return ofContent('word', (value, report) => {
    const word = find(value, report);
    if (word === undefined) report(code, choices(value, words));
    return word ?? value;
  });
}

/** The same list with a word that only a later schema has. */
export function orNewer(newer: string, read: ValueReader<string>): ValueReader<string> {
  return ofContent('word', (value, report) => {
    if (value.toLowerCase() !== newer) return read(value, report);
    if (value !== newer) report('value-spelling', { value, use: newer });
    report('newer-schema', { value: newer });
    return newer;
  });
}

function wordFinder<Word extends string>(
  words: readonly Word[],
  spellings: Spellings<Word>,
): (value: string, report: Report) => Word | undefined {
  const exact = new Map<string, Word>(words.map((word) => [word, word]));
  const tolerated = new Map<string, Word>([
    ...Object.entries(spellings),
    ...words.map((word) => [comparableWord(word), word] as const),
  ]);
  return (value, report) => {
    const word = exact.get(value);
    if (word !== undefined) return word;
    const meant = tolerated.get(value.toLowerCase()) ?? tolerated.get(comparableWord(value));
    if (meant !== undefined) report('value-spelling', { value: excerpt(value), use: meant });
    return meant;
  };
}

/** So many words are named; of a longer list those that the value is like. */
const MOST_NAMED = 14;

function choices(value: string, words: readonly string[]): Readonly<Record<string, string>> {
  const use = nearestWord(value, words);
  const named = words.length <= MOST_NAMED ? words : words.slice(0, MOST_NAMED);
  const allowed = `${named.join(', ')}${named.length < words.length ? ', …' : ''}`;
  return { value: excerpt(value), allowed, ...(use !== undefined && { use }) };
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...'true yes ja y j 1 waar oui wahr'.split(' ').map((word) => [word, true] as const),
  ...'false no nee n 0 onwaar non nein falsch'.split(' ').map((word) => [word, false] as const),
]);

/** `true` or `false`; how people say yes and no is a tolerance. */
export const trueOrFalse: ValueReader<boolean> = ofContent('word', (value, report) => {
  if (value === 'true') return true;
  if (value === 'false') return false;
  const found = BOOLEANS.get(value.toLowerCase());
  if (found === undefined) report('not-true-or-false', { value: excerpt(value) });
  else report('value-spelling', { value: excerpt(value), use: String(found) });
  return found;
});

const EXEMPT = new Set(['exempt', 'vrijgesteld', 'vrij', 'btwvrij', 'btwvrijgesteld', 'vatexempt']);

/** How VAT relates to the amount. `yes` is read from legacy feeds only. Source: P535. */
export const vatTreatment: ValueReader<VatTreatment> = ofContent('word', (value, report) => {
  if (value === 'no') return 'excluded';
  if (value === 'exempt') return 'exempt';
  const meant = BOOLEANS.get(value.toLowerCase());
  if (meant === true) {
    report('legacy-vat-included', { value: excerpt(value) });
    return 'included';
  }
  const isExempt = value.length < 20 && EXEMPT.has(comparableWord(value));
  if (meant === undefined && !isExempt) {
    report('unknown-value', choices(value, ['no', 'exempt']));
    return undefined;
  }
  report('value-spelling', { value: excerpt(value), use: isExempt ? 'exempt' : 'no' });
  return isExempt ? 'exempt' : 'excluded';
});
