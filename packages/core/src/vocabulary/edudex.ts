import { entryOf, type NoReading, type Reading, type Vocabulary, type RUN_STATUSES } from './words.js';

const NOBODY = { status: 'unknown', losses: ['not-about-persons'] } as const;

const READING = {
  'application opened': NOBODY,
  'application closed': NOBODY,
  canceled: { status: 'cancelled', losses: ['all-of-the-run'] },
} as const satisfies Record<(typeof RUN_STATUSES)[number], Reading | NoReading>;

const NOTHING = { losses: ['not-about-persons'] } as const;

export const EDUDEX: Vocabulary<'edudex'> = {
  writing: {
    enrolled: NOTHING,
    started: NOTHING,
    completed: NOTHING,
    'did-not-pass': NOTHING,
    'no-show': NOTHING,
    cancelled: NOTHING,
    unknown: NOTHING,
  },
  read: ({ runStatus }) => entryOf<Reading | NoReading>(READING, runStatus),
};
