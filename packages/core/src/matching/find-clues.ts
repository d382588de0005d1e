import type { MatchPerson, MatchReason } from './file-match.js';
import type { MatchIndex } from './match-index.js';
import { spellOut, TURN } from './name-forms.js';
import { COUNTERS, GENERATIONS, SIGNERS, TITLES } from './plain-words.js';
import { readAddresses, readCodes, readWords, type SourceWord } from './read-words.js';

/** Somebody who is pointed at, and by what. */
export interface Clue {
  readonly person: MatchPerson;
  readonly reason: MatchReason;
}

export interface NameClue extends Clue {
  /** A word beside it may be a part of the name, and make it somebody else's. */
  readonly isDoubtful: boolean;
  /** It stands where whoever signed a certificate stands. */
  readonly isSigner: boolean;
}

export interface Clues {
  readonly codes: readonly Clue[];
  readonly addresses: readonly Clue[];
  readonly names: readonly NameClue[];
  readonly surnames: readonly Clue[];
}

interface Source {
  readonly text: string;
  readonly place: Pick<MatchReason, 'place' | 'page'>;
  /** Words that are no part of a name, whatever they stand beside. */
  readonly isPlain: (word: string) => boolean;
}

/** No name has more words. */
const MOST_WORDS = 8;
/** Groups of a UUID, and some. */
const MOST_PIECES = 6;

/** Everything in one text that points at somebody. Work grows in line with the text, whatever the number of people. */
export function findClues(source: Source, index: MatchIndex): Clues {
  return {
    codes: [...findCodes(source, index)],
    addresses: [...findAddresses(source, index)],
    ...findNames(source, index),
  };
}

function* findCodes({ text, place }: Source, { codes }: MatchIndex): Iterable<Clue> {
  const words = readCodes(text);
  for (const [first, { start }] of words.entries()) {
    let key = '';
    for (const [offset, { text: piece, end }] of words.slice(first, first + MOST_PIECES).entries()) {
      key += piece;
      const pieces = words.slice(first, first + offset + 1).map((each) => each.text);
      for (const code of codes.get(key) ?? []) {
        const isNumber = /^\p{N}+$/u.test(key);
        // Two numbers beside each other are one only when it is written so; and the tenth scan is nobody's number.
        if (isNumber && (pieces.join(' ') !== code.pieces || COUNTERS.has(words[first - 1]?.text ?? ''))) continue;
        yield { person: code.person, reason: { clue: code.clue, ...place, found: text.slice(start, end) } };
      }
    }
  }
}

/** `cert_smit@…` in a file name is smit's; `anna_smit@…` is an address of its own, and so is each in a text. */
function* findAddresses({ text, place, isPlain }: Source, { addresses }: MatchIndex): Iterable<Clue> {
  const isOther = (before: string): boolean =>
    before !== '' && (place.place === 'text' || !readWords(before).every((word) => isPlain(word.text)));
  let known = '';
  for (const { address, before, found } of readAddresses(text)) {
    const people = isOther(before) || known === found ? [] : (addresses.get(address) ?? []);
    if (people.length > 0) known = found;
    for (const person of people) yield { person, reason: { clue: 'email', ...place, found } };
  }
}

interface Hit {
  readonly person: MatchPerson;
  readonly clue: 'full-name' | 'initials';
  readonly first: number;
  readonly last: number;
}

function findNames(source: Source, index: MatchIndex): Pick<Clues, 'names' | 'surnames'> {
  // Words of an address are no part of a name beside it.
  const written = readWords(source.text.replace(/\S*@\S*/g, (address) => '\n'.repeat(address.length)));
  const spelled = written.map((word) => ({
    ...word,
    text: readWords(spellOut(word.text))
      .map(({ text }) => text)
      .join(''),
  }));
  const words = [written, ...(written.some(({ text }, at) => text !== spelled[at]?.text) ? [spelled] : [])];
  const hits = words.flatMap((each) => [...findHits(each, index)]);
  // Maria Smit within Anna Maria Smit is not meant. Li Na within Li Na Bos may be, when that was found as Lina Bos.
  const isWithin = (hit: Hit, other: Hit): boolean =>
    other.first <= hit.first && other.last >= hit.last && size(other) > size(hit);
  const others = (hit: Hit): boolean =>
    isJoined(written, hit) &&
    hits.some((other) => other.clue === 'full-name' && other.person !== hit.person && isWithin(other, hit));
  // Of the words, whoever was found in them.
  const mayBeOther = ({ first, last }: Hit): boolean =>
    hits.some((each) => each.first === first && each.last === last && others(each));
  const widest = hits.filter(
    (hit) => !hits.some((other) => isWithin(hit, other) && !(hit.clue === 'full-name' && isJoined(written, other))),
  );
  const reasonOf = (clue: MatchReason['clue'], first: number, last: number): MatchReason => ({
    clue,
    ...source.place,
    found: source.text.slice(written[first]?.start, written[last]?.end).replace(/\s+/g, ' '),
  });
  const names = widest.map((hit) => ({
    person: hit.person,
    reason: reasonOf(hit.clue, hit.first, hit.last),
    isDoubtful: hasNameBeside(written, hit, { isPlain: source.isPlain, index }) || mayBeOther(hit),
    isSigner: source.place.place === 'text' && hasSigned(source.text, written, hit),
  }));
  const surnames = words.flatMap((each) =>
    [...spans(each, 4)].flatMap(({ first, last, key }) =>
      (index.surnames.get(key) ?? []).map((person) => ({ person, reason: reasonOf('surname', first, last) })),
    ),
  );
  return { names, surnames };
}

const size = ({ first, last }: Hit): number => last - first;

/** Words that stand apart here are one in the name: both are ways to write it, and to write two names. */
function isJoined(words: readonly SourceWord[], { person, clue, first, last }: Hit): boolean {
  if (clue !== 'full-name') return false;
  const own = new Set(readWords(person.name).map(({ text }) => text));
  return words.slice(first, last + 1).some(({ text }) => !own.has(text));
}

/** _Trainer: Anna Smit_; _Anna Smit, directeur_; Anna Smit, and on the next line _Directeur_ alone. */
function hasSigned(text: string, words: readonly SourceWord[], { first, last }: Hit): boolean {
  let before = first - 1;
  while (TITLES.has(words[before]?.text ?? '')) before -= 1;
  if (SIGNERS.has(words[before]?.text ?? '')) return true;
  const [own, after] = [words[last], words[last + 1]];
  if (!own || !after || !SIGNERS.has(after.text)) return false;
  const gap = text.slice(own.end, after.start);
  return /^\s*[,(]/.test(gap) || (/[\n\r]/.test(gap) && /^[^\S\n\r]*(?:[\n\r]|$)/.test(text.slice(after.end)));
}

function* findHits(words: readonly SourceWord[], { full, initials, givenNames }: MatchIndex): Iterable<Hit> {
  for (const first of words.keys()) {
    for (let turn = first + 1; turn < first + MOST_WORDS; turn += 1) {
      if (words[turn]?.isAfterBreak !== false) break;
      const before = joined(words, first, turn);
      let key = before + TURN;
      for (let last = turn; last < first + MOST_WORDS; last += 1) {
        const word = words[last];
        if (!word || (last > first && word.isAfterBreak)) break;
        key += word.text;
        const called = full.get(key) ?? [];
        for (const person of called) yield { person, clue: 'full-name', first, last };
        // Jan Peter may be Jan Peter Blom.
        const others = called.length > 0 ? (givenNames.get(key.replace(TURN, '')) ?? []) : [];
        for (const person of others) yield { person, clue: 'full-name', first, last };
        for (const person of initials.get(key) ?? []) yield { person, clue: 'initials', first, last };
      }
    }
  }
}

function joined(words: readonly SourceWord[], first: number, end: number): string {
  let text = '';
  for (let at = first; at < end; at += 1) text += words[at]?.text ?? '';
  return text;
}

function* spans(words: readonly SourceWord[], most: number): Iterable<Pick<Hit, 'first' | 'last'> & { key: string }> {
  for (const first of words.keys()) {
    let key = '';
    for (let last = first; last < first + most; last += 1) {
      const word = words[last];
      if (!word || (last > first && word.isAfterBreak)) break;
      key += word.text;
      yield { first, last, key };
    }
  }
}

function hasNameBeside(
  words: readonly SourceWord[],
  { first, last }: Hit,
  { isPlain, index }: Pick<Source, 'isPlain'> & { readonly index: MatchIndex },
): boolean {
  const hasCase = words[first]?.isCapital ?? false;
  const isName = ({ text, isCapital }: SourceWord): boolean =>
    index.words.has(text) || GENERATIONS.has(text) || (!isPlain(text) && (isCapital || !hasCase || text.length === 1));
  let before = words[first]?.isAfterBreak ? undefined : words[first - 1];
  // Certificate of Jan Smit.
  if (before?.text === 'van') before = before.isAfterBreak ? undefined : words[first - 2];
  const after = words[last + 1];
  return (before !== undefined && isName(before)) || (after !== undefined && !after.isAfterBreak && isName(after));
}
