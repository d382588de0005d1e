import { entryOf, type Reading, type Vocabulary, type LESSON_STATUSES } from './words.js';

const READING = {
  'not attempted': { status: 'enrolled' },
  browsed: { status: 'started', losses: ['only-looked'] },
  incomplete: { status: 'started' },
  completed: { status: 'completed' },
  passed: { status: 'completed', losses: ['passed-or-completed'] },
  failed: { status: 'did-not-pass' },
} as const satisfies Record<(typeof LESSON_STATUSES)[number], Reading>;

export const SCORM_12: Vocabulary<'scorm-1.2'> = {
  writing: {
    enrolled: { word: { lessonStatus: 'not attempted' }, losses: ['set-by-lms'] },
    started: { word: { lessonStatus: 'incomplete' } },
    completed: { word: { lessonStatus: 'completed' } },
    'did-not-pass': { word: { lessonStatus: 'failed' } },
    'no-show': { losses: ['no-word-for-no-show'] },
    cancelled: { losses: ['no-word-for-cancelled'] },
    unknown: { losses: ['no-word-for-unknown'] },
  },
  read: ({ lessonStatus }) => entryOf<Reading>(READING, lessonStatus),
};
