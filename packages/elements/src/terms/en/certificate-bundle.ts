import type { CertificateBundleTerms } from '../certificate-bundle.js';

const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);
const certificates = (count: number): string => (count === 1 ? '1 certificate' : `${count} certificates`);

export const en: CertificateBundleTerms = {
  heading: 'Hand out certificates',
  drop: 'Drop a folder, a zip or all files here',
  orChoose: 'or choose files',
  chooseFolder: 'Choose a folder',
  limits: ({ accepted, maxSize, most }) => `${accepted}, up to ${maxSize} each, ${most} files at most`,
  privacy: 'The files are looked at in this browser. Nothing is sent before you have checked everything.',
  noPeople:
    'There are no participants on this list yet. As soon as somebody is enrolled, you can hand out certificates here.',
  looking: (looked) => `Looking at the files: ${looked} done.`,
  count: files,

  tabsLabel: 'Files',
  tabs: { matched: 'Matched', 'to-check': 'To check', 'not-matched': 'Not matched', 'left-out': 'Left out' },
  empty: {
    matched: 'It isn’t certain yet whose any of the files is.',
    'to-check': 'There is nothing to check.',
    'not-matched': 'Somebody was found for every file.',
    'left-out': 'Nothing is left out.',
  },
  filesOf: (tab) => `Files: ${tab}`,

  clues: {
    'booking-number': 'booking number',
    'external-id': 'participant number',
    email: 'e-mail address',
    'full-name': 'name',
    initials: 'initials and surname',
    surname: 'surname',
  },
  foundIn: (clue, { found, page }) =>
    page === undefined ? `${clue} in the file name: ${found}` : `${clue} in the text, page ${page}: ${found}`,
  chosenByYou: 'chosen by you',
  doubts: {
    'several-people': 'This fits more than one participant. Choose whose it is.',
    contradiction: 'One thing points to one person and another to somebody else. Choose whose it is.',
    'surname-only': 'There is a surname only. Choose whose it is.',
    'words-beside-name': 'Beside the name is a word that may be part of another name. Choose whose it is.',
    'two-files': 'There are more files for this participant. Leave one out, or confirm that both are right.',
    'same-file': 'Exactly this file is with somebody else too. Check whose it is.',
    'has-certificate': 'This participant has a certificate already. Confirm that this is one more.',
    'enrollment-cancelled': 'This enrollment is cancelled. Choose somebody else, or leave the file out.',
  },
  belongsTo: 'of',
  whose: (file) => `Whose is ${file}?`,
  choosePerson: 'Choose a participant',
  search: 'Name, e-mail address or number',
  noneFound: 'Nobody found',
  suggestions: (count) => (count === 1 ? '1 participant' : `${count} participants`),
  change: 'Change',
  close: 'Close',
  leaveOut: 'Leave out',
  takeBack: 'Take it after all',
  confirm: 'That’s right',
  leftOutByYou: 'Left out by you',
  ownFields: 'Own details',
  asAll: 'As all',
  forFile: (action, name) => `${action}: ${name}`,

  fieldsHeading: 'For all certificates',
  reviewed: 'I have checked that each certificate is with the right participant',
  reviewedMissing: 'First confirm that you have checked the list.',
  send: (count) => `Send ${certificates(count)}`,
  nothingToSend: 'There is nothing to send. First choose whose the files are.',
  stillToDo: (count) => `${files(count)} still to check; not sent now.`,
  pause: 'Pause',
  goOn: (count) => `Go on with ${certificates(count)}`,
  progress: (done, total) => `${done} of ${total}`,
  pausedBefore: (sent, total) => `${sent} of ${total} were sent. The others are still in this browser and can go on.`,
  notKept: 'This browser can’t keep the files. Leave this page open until everything is sent.',
  forget: 'Remove all',
  forgetTitle: 'Remove all files from this browser?',
  forgetText: 'What isn’t sent yet has to be chosen again. What was sent stays with the participants.',
  keep: 'Keep',
  states: {
    waiting: 'Waits for the other files',
    sending: 'Being sent',
    sent: 'Sent',
    there: 'Was there already',
    queued: 'Is sent as soon as there is a connection',
    failed: 'Did not work',
  },
  report: 'Save report',
  reportName: 'certificates',
  columns: ['File', 'Participant', 'E-mail address', 'Booking number', 'Found by', 'Outcome'],
  outcome: ({ sent, there, queued, failed }) =>
    [
      `${certificates(sent)} sent`,
      there > 0 ? `${there} ${there === 1 ? 'was' : 'were'} there already` : '',
      queued > 0 ? `${queued} ${queued === 1 ? 'waits' : 'wait'} for a connection` : '',
      failed > 0 ? `${failed} did not work` : '',
    ]
      .filter(Boolean)
      .join(', ') + '.',

  announceLooked: (counts) =>
    `Done: ${counts.matched} matched, ${counts['to-check']} to check, ${counts['not-matched']} not matched, ${counts['left-out']} left out.`,
  announceChosen: (file, person) => `${file} is ${person}’s now.`,
  announceLeftOut: (file) => `${file} is left out.`,
  announceTakenBack: (file) => `${file} takes part again.`,
  announceConfirmed: (file) => `${file} is confirmed.`,
  announceSending: (count) => `${certificates(count)} are being sent.`,
  announceProgress: (done, total) => `${done} of ${total} sent.`,
  announcePaused: 'Sending is paused.',
  announceForgotten: 'All files are removed.',

  intake: {
    'zip-unreadable': 'This can’t be unpacked. Unpack it yourself and choose the folder.',
    'zip-encrypted': 'This file in the zip has a password. Unpack the zip yourself and choose the folder.',
    'zip-nested': 'This zip is too deep in other zips. Unpack it yourself and choose the folder.',
    'too-many-files': 'This is more than fits at once. Send these files first, and then choose the rest.',
  },
};
