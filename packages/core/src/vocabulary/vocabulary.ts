import type { ParticipationStatus } from '../enrollment/participation-status.js';
import { CMI5 } from './cmi5.js';
import { EDUDEX } from './edudex.js';
import type { Loss } from './losses.js';
import { MOODLE } from './moodle.js';
import { OEAPI } from './oeapi.js';
import { SCORM_12 } from './scorm-1.2.js';
import { SCORM_2004 } from './scorm-2004.js';
import { SPRINGEST } from './springest.js';
import type { NoReading, RawWord, Reading, System, Vocabulary, Words } from './words.js';
import { XAPI } from './xapi.js';

/** One table for each system, which everything reads. */
const VOCABULARIES: { readonly [S in System]: Vocabulary<S> } = {
  'scorm-1.2': SCORM_12,
  'scorm-2004': SCORM_2004,
  cmi5: CMI5,
  xapi: XAPI,
  moodle: MOODLE,
  oeapi: OEAPI,
  springest: SPRINGEST,
  edudex: EDUDEX,
};

/** Every system, in the order of the table. */
export const SYSTEMS = Object.keys(VOCABULARIES) as [System, ...System[]];

/** A status in the words of another system. */
export interface WrittenWord<S extends System> {
  /** Absent when the system has no word for it. */
  readonly word?: Words[S];
  /** What the word doesn't say, and why: see `describeLoss`. Empty when nothing is lost. */
  readonly losses: readonly Loss[];
}

/** A status out of the words of another system. */
export interface ReadWord {
  readonly status: ParticipationStatus;
  /** What the other system said, when `status` is `unknown`: goes into an enrollment's `originalStatus`. */
  readonly originalStatus?: string;
  /** What of the word isn't kept, and why. */
  readonly losses: readonly Loss[];
}

/**
 * Says a status in the words of another system, and what is lost by it. No e-learning standard can say no-show or cancelled:
 * then there is no word, rather than a guess.
 *
 * @example
 * toVocabulary('did-not-pass', 'scorm-1.2'); // { word: { lessonStatus: 'failed' }, losses: [] }
 * toVocabulary('no-show', 'scorm-1.2'); // { losses: ['no-word-for-no-show'] }
 */
export function toVocabulary<S extends System>(status: ParticipationStatus, system: S): WrittenWord<S> {
  const { word, losses = [] } = (VOCABULARIES[system] as Vocabulary<S>).writing[status];
  return word === undefined ? { losses } : { word, losses };
}

/**
 * Reads what another system says. Its fields may hold anything; what isn't known becomes `unknown` with the original kept,
 * never an error.
 *
 * @example
 * fromVocabulary({ lessonStatus: 'passed' }, 'scorm-1.2'); // { status: 'completed', losses: ['passed-or-completed'] }
 * fromVocabulary({ lessonStatus: 'gezakt' }, 'scorm-1.2');
 * // { status: 'unknown', originalStatus: 'gezakt', losses: ['word-not-recognized'] }
 */
export function fromVocabulary<S extends System>(word: RawWord<S>, system: S): ReadWord {
  const read = (VOCABULARIES[system] as Vocabulary<S>).read(word) ?? NOT_RECOGNIZED;
  const { status, losses = [] }: Reading | NoReading = read;
  return status === 'unknown' ? { status, originalStatus: originalOf(word), losses } : { status, losses };
}

const NOT_RECOGNIZED: NoReading = { status: 'unknown', losses: ['word-not-recognized'] };

/** As long as a text of an enrollment may be; and a host's word is short. */
const MOST_CHARS = 200;

/** A single value as it came; several as JSON, in which nothing gets lost. */
function originalOf(word: Readonly<Record<string, unknown>>): string {
  const values = Object.values(word).filter((value) => value !== undefined);
  const [only] = values;
  const text =
    values.length === 1 && (typeof only === 'string' || typeof only === 'number') ? String(only) : toJson(word);
  return text.slice(0, MOST_CHARS);
}

/** What a host hands in may point at itself. */
function toJson(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}
