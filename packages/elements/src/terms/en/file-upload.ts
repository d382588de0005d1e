import type { FileKind } from '@enrollkit/core';
import { DOCUMENTS, PHOTOS } from '../file-groups.js';
import type { FileFacts, FileUploadTerms } from '../file-upload.js';

const KINDS: Readonly<Partial<Record<FileKind, string>>> = {
  png: 'a PNG picture',
  jpeg: 'a JPEG photo',
  gif: 'a GIF picture',
  webp: 'a WebP picture',
  heic: 'an HEIC photo',
  avif: 'an AVIF picture',
  bmp: 'a BMP picture',
  video: 'a video',
  tiff: 'a TIFF picture',
  svg: 'an SVG picture',
  html: 'a web page',
  word: 'a Word document',
  spreadsheet: 'a spreadsheet',
  presentation: 'a presentation',
  office: 'a document from an old version of Office',
  pages: 'a Pages, Numbers or Keynote document',
  mail: 'an email',
  zip: 'a zip file',
  rtf: 'an RTF document',
  program: 'a program',
};
const butFound = (found: FileKind): string => (KINDS[found] ? ` but ${KINDS[found]}` : '');
/** How to get what is accepted out of it. */
const howTo = ({ found, acceptsJpeg }: FileFacts): string => {
  if (PHOTOS.has(found) && acceptsJpeg) {
    const phone = found === 'heic' ? ' (iPhone: Settings, Camera, Formats, Most Compatible)' : '';
    return `Save it as JPEG${phone}, or print it and choose Save as PDF.`;
  }
  if (PHOTOS.has(found)) return 'Open it, choose Print and then Save as PDF, and choose that file.';
  if (DOCUMENTS.has(found)) return 'Open it, choose Save As or Export and then PDF, and choose that file.';
  if (found === 'html') return 'Open the page in a browser, choose Print and then Save as PDF, and choose that file.';
  if (found === 'zip') return 'Unpack it and choose the file in it.';
  if (found === 'mail') return 'Open the email, save the attachment and choose that.';
  if (found === 'video' || found === 'program') return 'Choose another file.';
  return 'Save it as PDF and choose that file.';
};
const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

export const en: FileUploadTerms = {
  orChoose: 'or choose a file',
  limits: ({ accepted, maxSize }) => `${accepted}, up to ${maxSize}`,
  upload: 'Upload',
  chosenFiles: 'Chosen files',
  checking: 'Checking',
  ready: 'Ready to upload',
  waiting: 'Waiting for the other files',
  stop: 'Stop',
  takeOff: 'Remove from the list',
  otherFile: 'Choose another file',
  forFile: (action, name) => `${action}: ${name}`,
  announceAdded: (count) => (count === 1 ? '1 file is ready.' : `${count} files are ready.`),
  announceStarted: (count) => `The upload of ${files(count)} has started.`,
  announceProgress: (name, percentage) => `${name}: ${percentage}`,
  announceDone: (name) => `${name} has been uploaded.`,
  announceAllDone: (count) => `${files(count)} uploaded.`,
  announceStopped: (name) => `The upload of ${name} was stopped.`,
  announceProblem: (name, sentence) => `${name}: ${sentence}`,
  announceRemoved: (name) => `${name} has been removed.`,
  files: {
    'file-empty': () => 'This file is empty. Choose another file.',
    'file-unreadable': () => 'This file can’t be read. Choose it again.',
    'file-is-folder': () => 'This is a folder. Choose the files in it.',
    'file-too-large': ({ maxSize }) => `This file is too large. Choose a file of at most ${maxSize}.`,
    'file-name-too-long': () => 'The name of this file is too long. Give it a name of at most 255 characters.',
    'file-not-pdf': (facts) => `This is not a PDF${butFound(facts.found)}. ${howTo(facts)}`,
    'file-type-not-accepted': (facts) => `This is not a ${facts.accepted}${butFound(facts.found)}. ${howTo(facts)}`,
    'file-truncated': () =>
      'This file is incomplete. Copy or download it again, check that it opens, and choose it once more.',
    'file-end-missing': () =>
      'This file isn’t closed off properly. Check that everything is there. Then you can upload it.',
    'file-encrypted': () =>
      'This PDF asks for a password when it is opened. Save it without that password (in Acrobat: Properties, Security, No Security) and choose it again.',
    'file-restricted': () =>
      'Anyone can open this PDF, but printing or copying it, for example, is restricted. You can upload it all the same.',
    'file-without-pages': () => 'This PDF has no pages. Save it as PDF again and choose that file.',
    'duplicate-chosen': () => 'This file is already on the list.',
    'duplicate-elsewhere': () => 'This file has already been uploaded for another enrollment. Choose another file.',
    'same-file-elsewhere': ({ name }) =>
      `The same file has already been uploaded for ${name ?? 'another enrollment'}. Check that it belongs to this participant too. If so, you can upload it.`,
    'same-file-here': ({ name }) =>
      `The same file has already been uploaded here for ${name ?? 'one certification'}. You can upload it for another one.`,
    duplicate: () => 'This file has already been uploaded.',
    'too-large': ({ maxSize }) => `This file is too large. Choose a file of at most ${maxSize}.`,
    'unsupported-media-type': ({ accepted }) => `This kind of file is not accepted. Choose a ${accepted}.`,
    'storage-full': () => 'There is no space left to save the file. Free up space and try again.',
  },
};
