import type { FileKind } from '@enrollkit/core';
import type { CertificateUploadTerms } from '../certificate-upload.js';

const KINDS: Readonly<Partial<Record<FileKind, string>>> = {
  png: 'a PNG picture',
  jpeg: 'a JPEG photo',
  gif: 'a GIF picture',
  webp: 'a WebP picture',
  heic: 'an HEIC photo',
  tiff: 'a TIFF picture',
  svg: 'an SVG picture',
  html: 'a web page',
  word: 'a Word document',
  spreadsheet: 'a spreadsheet',
  presentation: 'a presentation',
  zip: 'a zip file',
  rtf: 'an RTF document',
};
const butFound = (found: FileKind): string => (KINDS[found] ? ` but ${KINDS[found]}` : '');
const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

export const en: CertificateUploadTerms = {
  heading: 'Certification',
  noCertification:
    'It is not known yet which certificate this course leads to. First link a certification to the product.',
  toProduct: 'Go to the product',
  enrollmentCancelled: 'This enrollment was cancelled. No certificate can be added.',
  notVerified: 'This certification is waiting for approval. Others see the certificate only after that.',

  certification: 'Certification',
  chooseCertification: 'Choose a certification',
  drop: 'Drag the certificate here',
  orChoose: 'or choose a file',
  limits: ({ accepted, maxSize }) => `${accepted}, up to ${maxSize}`,
  validFrom: 'Valid from',
  validUntil: 'Valid until',
  required: 'required',
  showsResults: 'The certificate shows results or performance',
  consent: 'The participant gave consent for this beforehand',
  whoSees: 'Who can see this? Only the provider, the participant, HR of the employer and the platform.',
  upload: 'Upload',

  chosenFiles: 'Chosen files',
  checking: 'Being checked',
  ready: 'Ready to upload',
  waiting: 'Waiting for the other files',
  stop: 'Stop',
  takeOff: 'Take off',
  otherFile: 'Other file',
  showExisting: 'Show it',

  uploadedFiles: 'Uploaded',
  valid: ({ from, until }) => (until ? `Valid from ${from} until ${until}` : `Valid from ${from}`),
  expired: 'Expired',
  withConsent: 'With results, with consent',
  download: 'Download',
  remove: 'Remove',
  removeTitle: (name) => `Remove ${name}?`,
  removeText: 'After that nobody can see the certificate any more.',
  keep: 'Keep',
  forFile: (action, name) => `${action}: ${name}`,

  announceAdded: (count) => (count === 1 ? '1 file is ready.' : `${count} files are ready.`),
  announceStarted: (count) => `Uploading ${files(count)} has started.`,
  announceProgress: (name, percentage) => `${name}: ${percentage}`,
  announceDone: (name) => `${name} was uploaded.`,
  announceAllDone: (count) => `${files(count)} uploaded.`,
  announceStopped: (name) => `Uploading ${name} was stopped.`,
  announceProblem: (name, sentence) => `${name}: ${sentence}`,
  announceRemoved: (name) => `${name} was removed.`,

  fields: {
    'certification-required': 'Choose a certification.',
    'certification-not-linked': 'This certification no longer belongs to the course. Choose another one.',
    'file-required': 'First choose a file.',
    'valid-from-required': 'Fill in the first day on which the certificate is valid.',
    'valid-until-required': 'Fill in the last day on which the certificate is valid.',
    'date-invalid': 'This day does not exist or is not complete. Fill in day, month and year.',
    'valid-until-before-valid-from': 'This day is before the first day. Fill in a later day.',
    'consent-required': 'Confirm the consent, or upload a certificate without results.',
  },
  files: {
    'file-empty': () => 'This file is empty. Choose another file.',
    'file-unreadable': () => 'This file cannot be read. Choose it again.',
    'file-is-folder': () => 'This is a folder. Choose the files in it.',
    'file-too-large': ({ maxSize }) => `This file is too large. Choose a file of at most ${maxSize}.`,
    'file-not-pdf': ({ found }) => `This is not a PDF${butFound(found)}. Save it as PDF and choose it again.`,
    'file-type-not-accepted': ({ found, accepted }) =>
      `This is not a ${accepted}${butFound(found)}. Save it as PDF and choose it again.`,
    'file-truncated': () => 'This file is not complete. Save it again and then choose it.',
    'file-encrypted': () => 'This PDF is protected. Save it without protection and choose it again.',
    'duplicate-chosen': () => 'This file is on the list already.',
    'duplicate-elsewhere': () => 'This file was uploaded for another enrollment already. Choose another file.',
    duplicate: () => 'This file was uploaded already.',
    'too-large': ({ maxSize }) => `This file is too large. Choose a file of at most ${maxSize}.`,
    'unsupported-media-type': ({ accepted }) => `This kind of file is not accepted. Choose ${accepted}.`,
    'storage-full': () => 'There is no room left to store the file. Make room and try again.',
  },
};
