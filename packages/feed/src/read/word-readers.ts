import { excerpt, ofContent, type Report, type ValueReader } from './value-reader.js';

/** A word of a closed list, and the spellings that real feeds use for some of them. Another word isn't a value. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  spellings: Readonly<Record<string, Word>> = {},
): ValueReader<Word> {
  const find = wordFinder(words, spellings);
  return ofContent('word', (value, report) => {
    const word = find(value, report);
    if (word === undefined) report('unknown-value', { value: excerpt(value) });
    return word;
  });
}

/** A word that should be in a list, and is kept as it is when it isn't: `code` says how bad that is. */
export function preferably(
  words: readonly string[],
  code: 'unknown-value' | 'unlisted-value',
  spellings: Readonly<Record<string, string>> = {},
): ValueReader<string> {
  const find = wordFinder(words, spellings);
  return ofContent('word', (value, report) => {
    const word = find(value, report);
    if (word === undefined) report(code, { value: excerpt(value) });
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
  spellings: Readonly<Record<string, Word>>,
): (value: string, report: Report) => Word | undefined {
  const exact = new Map<string, Word>(words.map((word) => [word, word]));
  const tolerated = new Map<string, Word>([
    ...words.map((word) => [word.toLowerCase(), word] as const),
    ...Object.entries(spellings),
  ]);
  return (value, report) => {
    const word = exact.get(value);
    if (word !== undefined) return word;
    const meant = tolerated.get(value.toLowerCase());
    if (meant !== undefined) report('value-spelling', { value, use: meant });
    return meant;
  };
}
