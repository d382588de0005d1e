import type { FileMatch, MatchDoubt, MatchPerson, MatchReason, MatchSource, MatchSuggestion } from './file-match.js';
import { findClues, type Clue, type Clues, type NameClue } from './find-clues.js';
import { indexPeople, type MatchIndex } from './match-index.js';
import { PLAIN_WORDS, sharedWords } from './plain-words.js';
import { readWords } from './read-words.js';

export interface MatchOptions {
  /** The names of all files that came together: what many of them share is about the course. */
  readonly fileNames?: readonly string[];
  /** What the course and its certificate are called. */
  readonly courseNames?: readonly string[];
}

/** Finds whose file it is. */
export type FileMatcher = (source: MatchSource) => FileMatch;

/** A name stands on the first pages, and near their top. */
const PAGES = 3;
const CHARACTERS = 6000;
/** More people of one surname are no help to choose from. */
const MOST_SUGGESTIONS = 8;
/** In a text numbers stand for many things. */
const SHORTEST_CODE_IN_TEXT = 6;

/**
 * Finds whose certificate a file is: by booking number, external id, e-mail address or full name (in either order, with or
 * without van der, with initials), first in its name, then in its text. Never by a first name alone, never when two people
 * fit, never against what another clue says: then a person has to look. Source: users.md 27.
 *
 * @example
 * const match = createFileMatcher([{ id: 'B-10234', name: 'Anna Smit', email: 'anna@example.nl' }]);
 * match({ name: 'smit-anna-bhv.pdf' });
 * // { kind: 'matched', id: 'B-10234', reasons: [{ clue: 'full-name', place: 'file-name', found: 'smit-anna' }] }
 * match({ name: 'anna.pdf' }); // { kind: 'not-matched' }
 */
export function createFileMatcher(people: readonly MatchPerson[], options: MatchOptions = {}): FileMatcher {
  const { fileNames = [], courseNames = [] } = options;
  const index = indexPeople(people);
  const ofCourse = new Set(courseNames.flatMap(readWords).map(({ text }) => text));
  const shared = sharedWords(fileNames.map(baseName));
  const isPlain = (word: string): boolean => PLAIN_WORDS.has(word) || shared.has(word) || ofCourse.has(word);
  return (source) => {
    const byName = matchName(source.name, index, isPlain);
    if (byName.kind === 'matched' || !source.pages) return byName;
    return combine(byName, matchText(source.pages, index, isPlain));
  };
}

type IsPlain = (word: string) => boolean;

function matchName(name: string, index: MatchIndex, isPlain: IsPlain): FileMatch {
  const place = { place: 'file-name' } as const;
  const own = judge(findClues({ text: baseName(name), place, isPlain }, index));
  const folder = folderOf(name);
  if (own.kind !== 'not-matched' || !folder) return own;
  return judge(findClues({ text: folder, place, isPlain }, index));
}

function matchText(pages: readonly string[], index: MatchIndex, isPlain: IsPlain): FileMatch {
  const all = pages.slice(0, PAGES).map((text, at) => {
    const place = { place: 'text', page: at + 1 } as const;
    return findClues({ text: text.slice(0, CHARACTERS), place, isPlain }, index);
  });
  return judge({
    codes: all.flatMap(({ codes }) => codes.filter(({ reason }) => reason.found.length >= SHORTEST_CODE_IN_TEXT)),
    addresses: all.flatMap(({ addresses }) => addresses),
    names: all.flatMap(({ names }) => names.filter((name) => isTelling(name, names))),
    surnames: [],
  });
}

/** Whoever signed has initials too: in a text they only count against somebody who is called so in full. */
function isTelling({ reason }: NameClue, names: readonly NameClue[]): boolean {
  const isFull = (each: NameClue): boolean => each.reason.clue === 'full-name';
  return names.some((each) => isFull(each) && each.reason.found === reason.found);
}

/** All clues of one text together. */
function judge({ codes, addresses, names, surnames }: Clues): FileMatch {
  const certain = names.filter(({ isDoubtful }) => !isDoubtful);
  const kinds = [codes, addresses, certain].filter(({ length }) => length > 0);
  const everybody = suggestionsOf([...codes, ...addresses, ...certain]);
  if (kinds.length === 0) {
    if (names.length > 0) return toCheck('words-beside-name', suggestionsOf(names));
    return surnames.length > 0 ? toCheck('surname-only', suggestionsOf(surnames)) : { kind: 'not-matched' };
  }
  const fitting = everybody.filter(({ id }) => kinds.every((clues) => clues.some(({ person }) => person.id === id)));
  const [only, second] = fitting;
  if (!only) return toCheck('contradiction', everybody);
  if (second) return toCheck('several-people', fitting);
  // A trainer may have the name of somebody on the list, or be on it.
  const hasOnlySigned = kinds.length === 1 && kinds[0] === certain && certain.every(({ isSigner }) => isSigner);
  return hasOnlySigned ? toCheck('signed-by', fitting) : { kind: 'matched', ...only };
}

/** What the text says of a file whose name doesn't tell. */
function combine(byName: FileMatch, byText: FileMatch): FileMatch {
  if (byText.kind === 'not-matched') return byName;
  if (byName.kind !== 'to-check') return byText;
  const { suggestions } = byName;
  const inBoth = suggestionsIn(byText).filter(({ id }) => suggestions.some((each) => each.id === id));
  if (byText.kind === 'matched') {
    return inBoth.length > 0 ? byText : toCheck('contradiction', [...suggestionsIn(byText), ...suggestions]);
  }
  return inBoth.length > 0 ? toCheck(byText.doubt, inBoth) : byName;
}

function suggestionsIn(match: FileMatch): readonly MatchSuggestion[] {
  if (match.kind === 'matched') return [{ id: match.id, reasons: match.reasons }];
  return match.kind === 'to-check' ? match.suggestions : [];
}

function toCheck(doubt: MatchDoubt, suggestions: readonly MatchSuggestion[]): FileMatch {
  return suggestions.length > MOST_SUGGESTIONS && doubt === 'surname-only'
    ? { kind: 'not-matched' }
    : { kind: 'to-check', doubt, suggestions: suggestions.slice(0, MOST_SUGGESTIONS) };
}

/** By person, every reason once. */
function suggestionsOf(clues: readonly Clue[]): readonly MatchSuggestion[] {
  const reasons = new Map<string, MatchReason[]>();
  for (const { person, reason } of clues) {
    const known = reasons.get(person.id) ?? [];
    if (!known.some(({ clue, place }) => clue === reason.clue && place === reason.place)) known.push(reason);
    reasons.set(person.id, known);
  }
  return [...reasons].map(([id, each]) => ({ id, reasons: each }));
}

function baseName(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.[a-z0-9]{1,5}$/i, '');
}

/** The folder that it lies in: some have one for each person. */
function folderOf(path: string): string | undefined {
  return path.split(/[\\/]/).at(-2);
}
