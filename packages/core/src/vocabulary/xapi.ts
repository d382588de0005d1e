import { entryOf, type Reading, type Vocabulary, type XAPI_VERBS } from './words.js';

const ADL = 'http://adlnet.gov/expapi/verbs/';

const SESSION_ENDED = { status: 'started', losses: ['session-ended'] } as const;
const PASSED = { status: 'completed', losses: ['passed-or-completed'] } as const;

const READING = {
  'http://adlnet.gov/expapi/verbs/registered': { status: 'enrolled' },
  'http://adlnet.gov/expapi/verbs/launched': { status: 'enrolled', losses: ['finer-word'] },
  'http://adlnet.gov/expapi/verbs/initialized': { status: 'started' },
  'http://adlnet.gov/expapi/verbs/attempted': { status: 'started', losses: ['finer-word'] },
  'http://adlnet.gov/expapi/verbs/experienced': { status: 'started', losses: ['only-looked'] },
  'http://adlnet.gov/expapi/verbs/progressed': { status: 'started', losses: ['finer-word'] },
  'http://adlnet.gov/expapi/verbs/attended': { status: 'started', losses: ['only-attended'] },
  'http://adlnet.gov/expapi/verbs/suspended': SESSION_ENDED,
  'http://adlnet.gov/expapi/verbs/resumed': { status: 'started', losses: ['finer-word'] },
  'http://adlnet.gov/expapi/verbs/exited': SESSION_ENDED,
  'http://adlnet.gov/expapi/verbs/terminated': SESSION_ENDED,
  'https://w3id.org/xapi/adl/verbs/abandoned': SESSION_ENDED,
  'http://adlnet.gov/expapi/verbs/completed': { status: 'completed' },
  'http://adlnet.gov/expapi/verbs/passed': PASSED,
  'http://adlnet.gov/expapi/verbs/mastered': PASSED,
  'https://w3id.org/xapi/adl/verbs/waived': { status: 'completed', losses: ['waived'] },
  'https://w3id.org/xapi/adl/verbs/satisfied': { status: 'completed', losses: ['finer-word'] },
  'http://adlnet.gov/expapi/verbs/failed': { status: 'did-not-pass' },
} as const satisfies Record<(typeof XAPI_VERBS)[number], Reading>;

export const XAPI: Vocabulary<'xapi'> = {
  writing: {
    enrolled: { word: { verb: `${ADL}registered` } },
    started: { word: { verb: `${ADL}initialized` } },
    completed: { word: { verb: `${ADL}completed` } },
    'did-not-pass': { word: { verb: `${ADL}failed` } },
    'no-show': { losses: ['no-word-for-no-show'] },
    cancelled: { losses: ['no-word-for-cancelled'] },
    unknown: { losses: ['no-word-for-unknown'] },
  },
  read: ({ verb }) => entryOf<Reading>(READING, verb),
};
