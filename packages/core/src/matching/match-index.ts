import type { MatchClue, MatchPerson } from './file-match.js';
import { nameForms, type NameForms } from './name-forms.js';
import { readCodes, readWords } from './read-words.js';

/** Somebody's number, and in which pieces it is written. */
interface Code {
  readonly person: MatchPerson;
  readonly clue: MatchClue;
  readonly pieces: string;
}

/** Everything by which people are found, looked up instead of searched for: a thousand people cost no more than ten. */
export interface MatchIndex {
  readonly codes: ReadonlyMap<string, readonly Code[]>;
  readonly addresses: ReadonlyMap<string, readonly MatchPerson[]>;
  readonly full: ReadonlyMap<string, readonly MatchPerson[]>;
  readonly initials: ReadonlyMap<string, readonly MatchPerson[]>;
  readonly surnames: ReadonlyMap<string, readonly MatchPerson[]>;
  readonly givenNames: ReadonlyMap<string, readonly MatchPerson[]>;
  /** Every word of every name. */
  readonly words: ReadonlySet<string>;
}

/** Shorter ones count pages, years and groups. */
const SHORTEST_CODE = 5;

export function indexPeople(people: readonly MatchPerson[]): MatchIndex {
  const codes = new Map<string, Code[]>();
  const addresses = new Map<string, MatchPerson[]>();
  const map = (): Map<string, MatchPerson[]> => new Map();
  const names = { full: map(), initials: map(), surnames: map(), givenNames: map() } satisfies Record<
    keyof NameForms,
    unknown
  >;
  const words = new Set<string>();
  for (const person of people) {
    addCode(codes, person, { clue: 'booking-number', value: person.id });
    addCode(codes, person, { clue: 'external-id', value: person.externalId ?? '' });
    add(addresses, person.email.trim().toLowerCase(), person);
    const forms = nameForms(person.name);
    for (const form of ['full', 'initials', 'surnames', 'givenNames'] as const) {
      for (const key of forms[form]) if (form === 'full' || !forms.full.has(key)) add(names[form], key, person);
    }
    for (const { text } of readWords(person.name)) words.add(text);
  }
  return { codes, addresses, ...names, words };
}

function add<Entry>(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key);
  if (entries) entries.push(entry);
  else map.set(key, [entry]);
}

function addCode(
  codes: Map<string, Code[]>,
  person: MatchPerson,
  { clue, value }: { readonly clue: MatchClue; readonly value: string },
): void {
  const pieces = readCodes(value).map(({ text }) => text);
  const key = pieces.join('');
  const isTelling = key.length >= SHORTEST_CODE && /\p{N}/u.test(key) && !isLikeDate(key);
  if (isTelling) add(codes, key, { person, clue, pieces: pieces.join(' ') });
}

/** Dates stand in file names for reasons of their own. */
function isLikeDate(digits: string): boolean {
  const month = '(?:0[1-9]|1[0-2])';
  const day = '(?:0[1-9]|[12]\\d|3[01])';
  return new RegExp(`^(?:(?:19|20)?\\d\\d${month}${day}|${day}${month}(?:19|20)?\\d\\d)$`).test(digits);
}
