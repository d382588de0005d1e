import {
  entryOf,
  type NoReading,
  type Reading,
  type Vocabulary,
  type COMPLETION_STATUSES,
  type SUCCESS_STATUSES,
} from './words.js';

/** The result counts before how far somebody came. */
const PASSED = { status: 'completed', losses: ['passed-or-completed'] } as const;
const PASSED_EARLY = { status: 'completed', losses: ['passed-or-completed', 'not-finished'] } as const;
const FAILED = { status: 'did-not-pass' } as const;
const FAILED_EARLY = { status: 'did-not-pass', losses: ['not-finished'] } as const;

const READING = {
  'not attempted': { unknown: { status: 'enrolled' }, passed: PASSED_EARLY, failed: FAILED_EARLY },
  incomplete: { unknown: { status: 'started' }, passed: PASSED_EARLY, failed: FAILED_EARLY },
  completed: { unknown: { status: 'completed' }, passed: PASSED, failed: FAILED },
  unknown: { unknown: { status: 'unknown', losses: [] }, passed: PASSED, failed: FAILED_EARLY },
} as const satisfies Record<
  (typeof COMPLETION_STATUSES)[number],
  Record<(typeof SUCCESS_STATUSES)[number], Reading | NoReading>
>;

export const SCORM_2004: Vocabulary<'scorm-2004'> = {
  writing: {
    enrolled: { word: { completionStatus: 'not attempted', successStatus: 'unknown' } },
    started: { word: { completionStatus: 'incomplete', successStatus: 'unknown' } },
    completed: { word: { completionStatus: 'completed', successStatus: 'unknown' } },
    'did-not-pass': { word: { completionStatus: 'completed', successStatus: 'failed' } },
    'no-show': { losses: ['no-word-for-no-show'] },
    cancelled: { losses: ['no-word-for-cancelled'] },
    unknown: { word: { completionStatus: 'unknown', successStatus: 'unknown' } },
  },
  read({ completionStatus, successStatus }) {
    const row = entryOf<Readonly<Record<string, Reading | NoReading>>>(READING, completionStatus);
    return row && entryOf(row, successStatus ?? 'unknown');
  },
};
