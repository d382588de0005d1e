import { entryOf, type Reading, type Vocabulary, type COMPLETION_STATES } from './words.js';

const READING = {
  0: { status: 'enrolled', losses: ['time-started-unknown'] },
  1: { status: 'completed' },
  2: { status: 'completed', losses: ['passed-or-completed'] },
  3: { status: 'did-not-pass' },
  4: { status: 'did-not-pass', losses: ['hidden-from-learner'] },
} as const satisfies Record<(typeof COMPLETION_STATES)[number], Reading>;

export const MOODLE: Vocabulary<'moodle'> = {
  writing: {
    enrolled: { word: { completionState: 0, isStarted: false } },
    started: { word: { completionState: 0, isStarted: true } },
    completed: { word: { completionState: 1 } },
    'did-not-pass': { word: { completionState: 3 } },
    'no-show': { losses: ['no-word-for-no-show'] },
    cancelled: { losses: ['no-word-for-cancelled'] },
    unknown: { losses: ['no-word-for-unknown'] },
  },
  /** PHP hands on what a database gave: numbers as texts. */
  read({ completionState, isStarted }) {
    const read = entryOf<Reading>(READING, completionState);
    if (read?.status !== 'enrolled' || typeof isStarted !== 'boolean') return read;
    return { status: isStarted ? 'started' : 'enrolled' };
  },
};
