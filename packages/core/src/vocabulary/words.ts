import type { ParticipationStatus } from '../enrollment/participation-status.js';
import type { Loss } from './losses.js';

/** Source: SCORM 1.2 run-time environment, cmi.core.lesson_status. */
export const LESSON_STATUSES = ['not attempted', 'browsed', 'incomplete', 'completed', 'passed', 'failed'] as const;

/** Source: SCORM 2004 run-time environment, cmi.completion_status and cmi.success_status. */
export const COMPLETION_STATUSES = ['not attempted', 'incomplete', 'completed', 'unknown'] as const;
export const SUCCESS_STATUSES = ['unknown', 'passed', 'failed'] as const;

/** The verbs that cmi5 defines. Source: cmi5, section 9.3. */
export const CMI5_VERBS = [
  'launched',
  'initialized',
  'completed',
  'passed',
  'failed',
  'abandoned',
  'waived',
  'terminated',
  'satisfied',
] as const;

const ADL = 'http://adlnet.gov/expapi/verbs/';

/** Verbs of ADL's vocabulary, and those that cmi5 adds, which say how far somebody has come. */
export const XAPI_VERBS = [
  `${ADL}registered`,
  `${ADL}launched`,
  `${ADL}initialized`,
  `${ADL}attempted`,
  `${ADL}experienced`,
  `${ADL}progressed`,
  `${ADL}attended`,
  `${ADL}suspended`,
  `${ADL}resumed`,
  `${ADL}exited`,
  `${ADL}terminated`,
  'https://w3id.org/xapi/adl/verbs/abandoned',
  `${ADL}completed`,
  `${ADL}passed`,
  `${ADL}mastered`,
  'https://w3id.org/xapi/adl/verbs/waived',
  'https://w3id.org/xapi/adl/verbs/satisfied',
  `${ADL}failed`,
] as const;

/** Source: Moodle, lib/completionlib.php: incomplete, complete, complete with a pass, with a fail, with a hidden fail. */
export const COMPLETION_STATES = [0, 1, 2, 3, 4] as const;

/** Source: Open Education API 6, associationState, associationAttendance and passState. */
export const ASSOCIATION_STATES = ['pending', 'queued', 'associated', 'finished', 'cancelled', 'denied'] as const;
export const ATTENDANCES = ['unknown', 'not_started', 'unfinished', 'present', 'absent'] as const;
export const PASS_STATES = ['unknown', 'passed', 'failed'] as const;

/** Source: EDU-DEX Data API 1.0, status of a program run. It has no word for what one person does. */
export const RUN_STATUSES = ['application opened', 'application closed', 'canceled'] as const;

/** When an assignable unit of a cmi5 course counts as done. Source: cmi5, section 13.1.4. */
export type MoveOn = 'Passed' | 'Completed' | 'CompletedAndPassed' | 'CompletedOrPassed' | 'NotApplicable';

/** How each system says how far somebody has come: the fields in which it does, spelled as the system spells them. */
export interface Words {
  /** `cmi.core.lesson_status`. */
  readonly 'scorm-1.2': { readonly lessonStatus: (typeof LESSON_STATUSES)[number] };
  /** `cmi.completion_status` and `cmi.success_status`. */
  readonly 'scorm-2004': {
    readonly completionStatus: (typeof COMPLETION_STATUSES)[number];
    readonly successStatus: (typeof SUCCESS_STATUSES)[number];
  };
  /** The verb of one statement, without its address; `moveOn` of the launch data, when it is known. */
  readonly cmi5: { readonly verb: (typeof CMI5_VERBS)[number]; readonly moveOn?: MoveOn };
  /** The id of a statement's verb. */
  readonly xapi: { readonly verb: (typeof XAPI_VERBS)[number] };
  /** `completionstate`, and whether a time started is there. */
  readonly moodle: { readonly completionState: (typeof COMPLETION_STATES)[number]; readonly isStarted?: boolean };
  /** `state` and `attendance` of an association, and `passState` of its result. Version 6. */
  readonly oeapi: {
    readonly state: (typeof ASSOCIATION_STATES)[number];
    readonly attendance?: (typeof ATTENDANCES)[number];
    readonly passState?: (typeof PASS_STATES)[number];
  };
  /** `participation_status` of a booking. */
  readonly springest: { readonly participationStatus: string };
  /** `status` of a program run. */
  readonly edudex: { readonly runStatus: (typeof RUN_STATUSES)[number] };
}

/** A system whose words are known. */
export type System = keyof Words;

/** What a system writes for each status; without a `word` it has none. */
export type Writing<S extends System> = Readonly<
  Record<ParticipationStatus, { readonly word?: Words[S]; readonly losses?: readonly Loss[] }>
>;

/** A status that was read, and what was lost on the way. Unknown ones have no status here. */
export interface Reading {
  readonly status: Exclude<ParticipationStatus, 'unknown'>;
  readonly losses?: readonly Loss[];
}

/** Why there is no status to read. */
export interface NoReading {
  readonly status: 'unknown';
  readonly losses: readonly Loss[];
}

/** The fields of a word as they came from outside: anything. */
export type RawWord<S extends System> = { readonly [Field in keyof Words[S]]: unknown };

/** The table of one system: writing by status, reading by its own words. */
export interface Vocabulary<S extends System> {
  readonly writing: Writing<S>;
  /** Undefined for a word that the system doesn't have. */
  readonly read: (word: RawWord<S>) => Reading | NoReading | undefined;
}

/** The entry of a table for what came from outside; never something that objects have of themselves. */
export function entryOf<Entry>(table: Readonly<Record<string, Entry>>, key: unknown): Entry | undefined {
  const name = typeof key === 'number' ? String(key) : key;
  return typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;
}
