import { entryOf, type MoveOn, type NoReading, type Reading, type Vocabulary, type CMI5_VERBS } from './words.js';

/** Which of both must have come before the LMS says that the unit is satisfied. Source: cmi5, section 13.1.4. */
export const MOVE_ON = {
  Passed: { completed: false, passed: true, both: false },
  Completed: { completed: true, passed: false, both: false },
  CompletedAndPassed: { completed: true, passed: true, both: true },
  CompletedOrPassed: { completed: true, passed: true, both: false },
  NotApplicable: { completed: true, passed: true, both: false },
} as const satisfies Record<MoveOn, { readonly completed: boolean; readonly passed: boolean; readonly both: boolean }>;

const READING = {
  launched: { status: 'enrolled' },
  initialized: { status: 'started' },
  completed: { status: 'completed', losses: ['move-on-unknown'] },
  passed: { status: 'completed', losses: ['passed-or-completed', 'move-on-unknown'] },
  failed: { status: 'did-not-pass' },
  abandoned: { status: 'started', losses: ['session-ended'] },
  waived: { status: 'completed', losses: ['waived'] },
  terminated: { status: 'started', losses: ['session-ended'] },
  satisfied: { status: 'completed' },
} as const satisfies Record<(typeof CMI5_VERBS)[number], Reading>;

export const CMI5: Vocabulary<'cmi5'> = {
  writing: {
    enrolled: { word: { verb: 'launched' } },
    started: { word: { verb: 'initialized' } },
    completed: { word: { verb: 'satisfied' } },
    'did-not-pass': { word: { verb: 'failed' } },
    'no-show': { losses: ['no-word-for-no-show'] },
    cancelled: { losses: ['no-word-for-cancelled'] },
    unknown: { losses: ['no-word-for-unknown'] },
  },
  read({ verb, moveOn }) {
    if (verb !== 'completed' && verb !== 'passed') return entryOf<Reading | NoReading>(READING, verb);
    if (moveOn === undefined) return READING[verb];
    const criterion = entryOf<(typeof MOVE_ON)[MoveOn]>(MOVE_ON, moveOn);
    if (!criterion) return undefined;
    if (!criterion[verb] || criterion.both) return { status: 'started', losses: ['move-on-not-met'] };
    return verb === 'passed' ? { status: 'completed', losses: ['passed-or-completed'] } : { status: 'completed' };
  },
};
