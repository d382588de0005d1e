import {
  entryOf,
  type NoReading,
  type Reading,
  type Vocabulary,
  type ASSOCIATION_STATES,
  type ATTENDANCES,
  type PASS_STATES,
} from './words.js';

type ByAttendance = Readonly<
  Record<(typeof ATTENDANCES)[number], Readonly<Record<(typeof PASS_STATES)[number], Reading | NoReading>>>
>;

const NOT_DECIDED = { status: 'unknown', losses: ['booking-not-decided'] } as const;
const NO_RESULT = { status: 'unknown', losses: ['ended-without-result'] } as const;
const PASSED = { status: 'completed', losses: ['passed-or-completed'] } as const;
const PASSED_UNSEEN = { status: 'completed', losses: ['absent-and-result'] } as const;
const FAILED = { status: 'did-not-pass' } as const;
const FAILED_EARLY = { status: 'did-not-pass', losses: ['not-finished'] } as const;
const ABSENT = { status: 'no-show', losses: ['absent-and-result'] } as const;
const EARLY = {
  passed: { status: 'completed', losses: ['not-ended-yet', 'passed-or-completed'] },
  failed: { status: 'did-not-pass', losses: ['not-ended-yet'] },
} as const;

const ASSOCIATED = {
  unknown: { unknown: { status: 'enrolled', losses: ['attendance-unknown'] }, ...EARLY },
  not_started: { unknown: { status: 'enrolled' }, ...EARLY },
  unfinished: { unknown: { status: 'started' }, ...EARLY },
  present: { unknown: { status: 'started', losses: ['only-attended'] }, ...EARLY },
  absent: { unknown: { status: 'no-show', losses: ['not-ended-yet'] }, passed: PASSED_UNSEEN, failed: ABSENT },
} as const satisfies ByAttendance;

const FINISHED = {
  unknown: { unknown: NO_RESULT, passed: PASSED, failed: FAILED_EARLY },
  not_started: { unknown: NO_RESULT, passed: PASSED, failed: FAILED_EARLY },
  unfinished: { unknown: NO_RESULT, passed: PASSED, failed: FAILED_EARLY },
  present: { unknown: { status: 'completed' }, passed: PASSED, failed: FAILED },
  absent: { unknown: { status: 'no-show' }, passed: PASSED_UNSEEN, failed: ABSENT },
} as const satisfies ByAttendance;

/** A state says it by itself, or by the attendance and the result beside it. */
const READING = {
  pending: NOT_DECIDED,
  queued: NOT_DECIDED,
  associated: ASSOCIATED,
  finished: FINISHED,
  cancelled: { status: 'cancelled' },
  denied: { status: 'cancelled', losses: ['denied-or-cancelled'] },
} as const satisfies Record<(typeof ASSOCIATION_STATES)[number], Reading | NoReading | ByAttendance>;

export const OEAPI: Vocabulary<'oeapi'> = {
  writing: {
    enrolled: { word: { state: 'associated', attendance: 'not_started' } },
    started: { word: { state: 'associated', attendance: 'unfinished' } },
    completed: { word: { state: 'finished', attendance: 'present' } },
    'did-not-pass': { word: { state: 'finished', attendance: 'present', passState: 'failed' } },
    'no-show': { word: { state: 'finished', attendance: 'absent' } },
    cancelled: { word: { state: 'cancelled' } },
    unknown: { losses: ['no-word-for-unknown'] },
  },
  read({ state, attendance, passState }) {
    const row = entryOf<Reading | NoReading | ByAttendance>(READING, state);
    if (row === undefined || 'status' in row) return row;
    const cells = entryOf<ByAttendance[keyof ByAttendance]>(row, attendance ?? 'unknown');
    return cells && entryOf<Reading | NoReading>(cells, passState ?? 'unknown');
  },
};
