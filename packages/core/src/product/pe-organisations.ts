import { EnrollkitError } from '../errors.js';
import { comparableName } from './comparable-name.js';

/** An organisation that recognises continuing education, in a list of the host. */
export interface PeOrganisation {
  /** As feeds write it, mostly an abbreviation: `KNMG`. */
  readonly id: string;
  /** As people know it in full. */
  readonly name: string;
  /** The kinds of points that it gives: `ABAN`. Absent: any. */
  readonly pointTypes?: readonly string[];
}

const MOST = 1000;
const MOST_TYPES = 100;
const LONGEST = 250;

/** The organisation of a list that a text names, by its id or by its name. */
export function findPeOrganisation(text: string, list: readonly PeOrganisation[]): PeOrganisation | undefined {
  const wanted = comparableName(text);
  const isMeant = (word: string): boolean => comparableName(word) === wanted;
  return list.find(({ id }) => isMeant(id)) ?? list.find(({ name }) => isMeant(name));
}

/**
 * A list of organisations from outside, checked. Throws `invalid` with the index of the first entry that has no id or no name
 * or whose kinds of points are no list of at most 100 words, or when there are more than 1000.
 *
 * @example
 * readPeOrganisations(JSON.parse('[{ "id": "KNMG", "name": "Artsenfederatie KNMG", "pointTypes": ["ABAN"] }]'));
 */
export function readPeOrganisations(value: unknown): readonly PeOrganisation[] {
  if (!Array.isArray(value)) throw new EnrollkitError('invalid', 'PE organisations: not a list of ids and names');
  if (value.length > MOST) throw new EnrollkitError('invalid', `PE organisations: more than ${MOST}`);
  return value.map((entry: unknown, index) => {
    const { id, name, pointTypes } = (entry ?? {}) as Partial<Record<keyof PeOrganisation, unknown>>;
    if (!isWord(id) || !isWord(name)) {
      throw new EnrollkitError('invalid', `PE organisations: entry ${index} has no id or no name`);
    }
    if (pointTypes === undefined) return { id: id.trim(), name: name.trim() };
    if (!Array.isArray(pointTypes) || pointTypes.length > MOST_TYPES || !pointTypes.every(isWord)) {
      throw new EnrollkitError('invalid', `PE organisations: the point types of entry ${index} are no list of words`);
    }
    return { id: id.trim(), name: name.trim(), pointTypes: pointTypes.map((type) => type.trim()) };
  });
}

function isWord(text: unknown): text is string {
  return typeof text === 'string' && text.trim() !== '' && text.length <= LONGEST;
}
