import type { CertificateBundleTerms } from '../certificate-bundle.js';

const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);
const certificates = (count: number): string => (count === 1 ? '1 certificate' : `${count} certificates`);

export const en: CertificateBundleTerms = {
  heading: 'Hand out certificates',
  drop: 'Drop a folder, a zip or all files here',
  orChoose: 'or choose files',
  chooseFolder: 'Choose a folder',
  limits: ({ accepted, maxSize, most }) => `${accepted}, up to ${maxSize} each, ${most} files at most`,
  privacy: 'The files are read in this browser. Nothing is uploaded until you have checked everything.',
  noPeople:
    'There are no participants on this list yet. As soon as someone enrolls, you can hand out certificates here.',
  looking: (looked) => `Reading the files: ${looked} done.`,
  count: files,

  tabsLabel: 'Files',
  tabs: { matched: 'Matched', 'to-check': 'To check', 'not-matched': 'Not matched', 'left-out': 'Skipped' },
  empty: {
    matched: 'No file has been matched to a participant yet.',
    'to-check': 'There is nothing to check.',
    'not-matched': 'Every file has been matched to someone.',
    'left-out': 'Nothing has been skipped.',
  },
  skipList: 'Skip the list',
  filesOf: (tab) => `Files: ${tab}`,

  clues: {
    'booking-number': 'booking number',
    'external-id': 'reference',
    email: 'email address',
    'full-name': 'name',
    initials: 'initials and surname',
    surname: 'surname',
  },
  foundIn: (clue, { found, page }) =>
    page === undefined ? `${clue} in the file name: ${found}` : `${clue} in the text, page ${page}: ${found}`,
  chosenByYou: 'chosen by you',
  doubts: {
    'several-people': 'This matches more than one participant. Choose whose file it is.',
    contradiction: 'The details point to different participants. Choose whose file it is.',
    'surname-only': 'There is only a surname. Choose whose file it is.',
    'signed-by': 'This name is next to the signature, for example a trainer’s. Choose whose file it is.',
    'words-beside-name': 'Next to the name is a word that may be part of another name. Choose whose file it is.',
    'two-files': 'There are several files for this participant. Skip one, or confirm that both are right.',
    'same-file': 'The same file is also matched to someone else. Check whose it is.',
    'has-certificate': 'This participant already has a certificate. Confirm that this is an additional one.',
    'enrollment-cancelled': 'This enrollment has been cancelled. Choose someone else, or skip the file.',
  },
  belongsTo: 'of',
  whose: (file) => `Whose file is ${file}?`,
  choosePerson: 'Choose a participant',
  search: 'Name, email or number',
  noneFound: 'Nobody found',
  suggestions: (count) => (count === 1 ? '1 participant' : `${count} participants`),
  change: 'Change',
  close: 'Close',
  leaveOut: 'Skip',
  takeBack: 'Include after all',
  confirm: 'That’s right',
  leftOutByYou: 'Skipped by you',
  ownFields: 'Different details',
  asAll: 'As for the others',
  forFile: (action, name) => `${action}: ${name}`,

  fieldsHeading: 'For all certificates',
  reviewed: 'I have checked that each certificate is with the right participant',
  reviewedMissing: 'Confirm first that you have checked the list.',
  reviewedAgain: 'The list has changed since you checked it. Check the marked certificates, then tick this again.',
  changedSince: 'New or changed since you checked the list.',
  send: (count) => `Upload ${certificates(count)}`,
  nothingToSend: 'There is nothing to upload. First choose whose files these are.',
  stillToDo: (count) => `${files(count)} still to check. ${count === 1 ? 'It is' : 'They are'} not included now.`,
  pause: 'Pause',
  goOn: (count) => `Continue with ${certificates(count)}`,
  progress: (done, total) => `${done} of ${total}`,
  pausedBefore: (sent, total) => `${sent} of ${total} uploaded. The rest are still in this browser. You can continue.`,
  notKept: 'This browser can’t keep the files. Leave this page open until everything is uploaded.',
  elsewhere: 'These certificates are being uploaded in another window. If that stops, you can continue here.',
  stops: {
    'storage-full': 'There is no storage space left. Free up space and then continue.',
    'bad-answer':
      'Something other than the server answered, such as the sign-in page of a wifi network. Open a new tab, sign in there if asked, and then continue.',
  },
  waitUntil: ({ time, day }) => `The server asks you to wait. Continue ${day ? `on ${day} ` : ''}after ${time}.`,
  forget: 'Remove all',
  forgetTitle: 'Remove all files from this browser?',
  forgetText:
    'Files that haven’t been uploaded have to be chosen again. What has been uploaded stays with the participants.',
  keep: 'Keep',
  states: {
    waiting: 'Waiting for the other files',
    sending: 'Uploading',
    sent: 'Uploaded',
    there: 'Already there',
    queued: 'Will be uploaded as soon as you are back online',
    failed: 'Failed',
  },
  report: 'Download report',
  reportName: 'certificates',
  columns: ['File', 'Participant', 'Email address', 'Booking number', 'Found by', 'Outcome'],
  outcome: ({ sent, there, queued, failed }) =>
    [
      `${certificates(sent)} uploaded`,
      there > 0 ? `${there} already there` : '',
      queued > 0 ? `${queued} waiting for a connection` : '',
      failed > 0 ? `${failed} failed` : '',
    ]
      .filter(Boolean)
      .join(', ') + '.',

  announceLooked: (counts) =>
    `Done: ${counts.matched} matched, ${counts['to-check']} to check, ${counts['not-matched']} not matched, ${counts['left-out']} skipped.`,
  announceChosen: (file, person) => `${file} now belongs to ${person}.`,
  announceLeftOut: (file) => `${file} is skipped.`,
  announceTakenBack: (file) => `${file} is included again.`,
  announceConfirmed: (file) => `${file} is confirmed.`,
  announceSending: (count) => `${certificates(count)} ${count === 1 ? 'is' : 'are'} being uploaded.`,
  announceProgress: (done, total) => `${done} of ${total} uploaded.`,
  announcePaused: 'The upload is paused.',
  announceForgotten: 'All files have been removed.',

  intake: {
    'zip-damaged': 'This file is damaged or incomplete. Download or copy the zip again and choose it once more.',
    'zip-unreadable': 'This file can’t be unpacked. Unpack it yourself and choose the folder.',
    'zip-encrypted': 'This file in the zip has a password. Unpack the zip yourself and choose the folder.',
    'zip-nested': 'This zip is nested too deeply in other zips. Unpack it yourself and choose the folder.',
    'too-many-files': 'That is too many files at once. Upload the others first, then choose these.',
  },
};
