import type { RefusedWritesTerms } from '../refused-writes.js';

export const en: RefusedWritesTerms = {
  heading: ({ text, count }) => (count === 1 ? '1 change was not saved' : `${text} changes were not saved`),
  explanation: 'This was chosen while there was no connection. The server refused it afterwards.',
  status: (name, status) => `${name}: ${status}`,
  cancellation: (name) => `${name}: cancel the enrollment`,
  certificate: (name, file) => `${name}: certificate ${file}`,
  someone: 'Unknown participant',
  keptOn: (day) => `Chosen on ${day}.`,
  theirs: (status) => `Someone else has chosen ${status} in the meantime.`,
  gone: 'This enrollment can no longer be found.',
  notAllowed: 'This enrollment no longer allows it. Look at how it stands now.',
  fileRefused: 'The server does not accept this file. Look at the enrollment and upload another file.',
  fileAgain: 'You can do that at the enrollment itself.',
  tooOld: 'This was kept for too long to be sent. Look at how it stands now and choose again if necessary.',
  anyway: (status) => `${status} anyway`,
  letGo: 'Leave it as it is',
  letFileGo: 'Do not upload',
  about: (button, what) => `${button}: ${what}`,
  more: (text) => `Show more (${text} left)`,
  allSeen: 'Everything has been dealt with.',
};
