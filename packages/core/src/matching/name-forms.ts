import { foldText } from '../search/search-words.js';
import { BOUND_WORDS, DEGREES, GENERATIONS, PARTICLES, TITLES } from './plain-words.js';

/** Between first names and surname, in the key of a form. */
export const TURN = '|';

/** The ways in which a name is written, as keys without spaces: `anna|vandenberg`, `berg|a`. */
export interface NameForms {
  readonly full: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  /** Several first names: Jan Peter, which is somebody else's full name. */
  readonly givenNames: ReadonlySet<string>;
}

/** `Smit J` may be a name typed the other way round: then `s|j` would be anybody. */
const SHORTEST_SURNAME = 2;

interface NameWord {
  readonly text: string;
  readonly isParticle: boolean;
  /** `Jansen-de Vries`: both sides of the hyphen are surnames of their own. */
  readonly joinsNext: boolean;
  /** `ben Salah`: never one without the other. As a first word it is a first name. */
  readonly isBound: boolean;
}

/**
 * Every way in which a person's full name is commonly written: in either order, with and without van der, first names or
 * their initials, a part of a double surname. A first name alone is no such way.
 */
export function nameForms(name: string): NameForms {
  const forms = {
    full: new Set<string>(),
    initials: new Set<string>(),
    surnames: new Set<string>(),
    givenNames: new Set<string>(),
  };
  for (const spelling of spellings(name)) {
    for (const { words, generation } of readings(spelling)) addForms(forms, words, generation);
  }
  return forms;
}

/** As it is, and with ü written as ue, where that is not the same. */
function spellings(name: string): readonly string[] {
  const plain = foldText(name);
  const spelled = foldText(spellOut(name));
  return plain === spelled ? [plain] : [plain, spelled];
}

const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** `Müller` as `mueller`: how it is written where the letter is missing. */
export function spellOut(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüåø]/g, (letter) => SPELLED[letter] ?? letter);
}

/** First names first, whichever way the name was typed; with the name by which somebody is called, when that is given too. */
function* readings(name: string): Iterable<Reading> {
  const called = /[("“'‘](\p{L}{2,})[)"”'’]/u.exec(name);
  const plain = called ? name.replace(called[0], ' ') : name;
  const [first = '', second = '', ...rest] = plain.split(',');
  const isSurnameFirst = second.trim() !== '' && rest.length === 0;
  const all = withoutTitles(wordsOf(isSurnameFirst ? `${second} ${first}` : plain));
  const generation = all.length > 2 ? (GENERATIONS.get(all.at(-1)?.text ?? '') ?? []) : [];
  const words = generation.length > 0 ? all.slice(0, -1) : all;
  yield { words, generation };
  const [given] = words;
  if (called?.[1] && given) yield { words: [{ ...given, text: called[1] }, ...words.slice(1)], generation };
}

interface Reading {
  readonly words: readonly NameWord[];
  /** Jr., in each of its spellings. */
  readonly generation: readonly string[];
}

function wordsOf(text: string): readonly NameWord[] {
  return [...text.replace(/['’‘`´]/g, '').matchAll(/\p{L}+([-‐‑–]?)/gu)].map(([word, hyphen], index) => {
    const plain = word.replace(/\P{L}/gu, '');
    return {
      text: plain,
      isParticle: index > 0 && PARTICLES.has(plain),
      joinsNext: hyphen !== '',
      isBound: BOUND_WORDS.has(plain) && !(index === 0 && plain === 'ben'),
    };
  });
}

function withoutTitles(words: readonly NameWord[]): readonly NameWord[] {
  const begin = words.findIndex(({ text }) => !TITLES.has(text));
  const end = words.findLastIndex(({ text }) => !DEGREES.has(text));
  return begin < 0 ? words : words.slice(begin, end + 1);
}

function addForms(
  forms: Record<keyof NameForms, Set<string>>,
  words: readonly NameWord[],
  generation: readonly string[],
): void {
  for (let at = 1; at < words.length; at += 1) {
    const before = words[at - 1];
    if (at > 1) forms.givenNames.add(joinedText(words.slice(0, at)));
    // These belong to what follows them.
    if (!before || before.isParticle || before.joinsNext || before.isBound) continue;
    const given = words.slice(0, at);
    const surnames = surnamesOf(words.slice(at));
    const isLast = words.slice(at).filter(({ isParticle }) => !isParticle).length === 1;
    for (const { key, moved, dropped, isWhole } of surnames) {
      if (key.length < SHORTEST_SURNAME) continue;
      // 't Hart is a surname, and T. Hart no shorter way to write Thomas 't Hart.
      for (const name of givenNames(given)) {
        if (dropped.includes(name)) continue;
        forms.full.add(`${key}${TURN}${name}${moved}`);
        if (!moved) for (const last of ['', ...generation]) forms.full.add(`${name}${TURN}${key}${last}`);
      }
      for (const initials of initialsOf(given)) {
        if (dropped.includes(initials)) continue;
        forms.initials.add(`${key}${TURN}${initials}${moved}`);
        if (!moved) forms.initials.add(`${initials}${TURN}${key}`);
      }
      if (isLast || !isWhole || words.some(({ isParticle }) => isParticle)) forms.surnames.add(key);
    }
  }
}

/** All of them, and the first alone. Jan-Willem is not called Jan. */
function givenNames(given: readonly NameWord[]): readonly string[] {
  const names = given.filter(({ isParticle }) => !isParticle);
  const first = names.slice(0, names.findIndex(({ joinsNext, isBound }) => !joinsNext && !isBound) + 1 || names.length);
  return [names, first].map(joinedText);
}

const joinedText = (words: readonly NameWord[]): string => words.map(({ text }) => text).join('');

/** The first alone, and all of them. `Anna` gives `a`. */
function initialsOf(given: readonly NameWord[]): readonly string[] {
  const letters = given.filter(({ isParticle }) => !isParticle).map(({ text }) => text.slice(0, 1));
  return [letters[0] ?? '', letters.join('')];
}

interface Surname {
  readonly key: string;
  /** Particles behind the first name: Berg, Anna van den. */
  readonly moved: string;
  /** Particles that it is written without, as they might be written. */
  readonly dropped: readonly string[];
  readonly isWhole: boolean;
}

function surnamesOf(words: readonly NameWord[]): readonly Surname[] {
  const parts: NameWord[][] = [[]];
  for (const [index, word] of words.entries()) {
    parts.at(-1)?.push(word);
    if (word.joinsNext && index < words.length - 1) parts.push([]);
  }
  const wholes = [words, ...(parts.length > 1 ? parts : [])];
  return wholes.flatMap((part, index) => surnameKeys(part, index === 0));
}

function surnameKeys(words: readonly NameWord[], isWhole: boolean): readonly Surname[] {
  const begin = words.findIndex(({ isParticle }) => !isParticle);
  const leading = words.slice(0, Math.max(0, begin));
  const rest = words.slice(Math.max(0, begin));
  const bare = rest.filter(({ isParticle }) => !isParticle);
  const short = leading.map(({ text }) => text.slice(0, 1)).join('');
  const particles = [...new Set([joinedText(leading), short, ''])];
  const written = particles.filter((each) => each !== '');
  // Some of them, also: of van 't Hof there is 't Hof.
  const dropped = leading.flatMap((_, first) =>
    leading.slice(first).flatMap((__, at) => {
      const some = leading.slice(first, first + at + 1);
      return [joinedText(some), some.map(({ text }) => text.slice(0, 1)).join('')];
    }),
  );
  return [
    ...particles.map((before) => ({
      key: before + joinedText(rest),
      moved: '',
      dropped: before ? [] : dropped,
      isWhole,
    })),
    ...written.map((moved) => ({ key: joinedText(rest), moved, dropped: [], isWhole })),
    ...(bare.length < rest.length ? [{ key: joinedText(bare), moved: '', dropped, isWhole }] : []),
  ];
}
