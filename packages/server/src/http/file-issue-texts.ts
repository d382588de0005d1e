import type { FileIssueCode, FileNoticeCode } from '@enrollkit/core';
import type { ProblemText } from './error-texts.js';

/** Why a file can't be a certificate or an invoice, and what to know of one that can. */
export const FILE_ISSUE_TEXTS = {
  'file-empty': { title: 'The file is empty', help: 'Check the file, and send it again.' },
  'file-unreadable': { title: 'The file can’t be read', help: 'Check whether the file opens, and send it again.' },
  'file-too-large': { title: 'The file is too large', help: 'Send a file of at most `params.maxSizeBytes` bytes.' },
  'file-not-pdf': {
    title: 'The file is not a PDF',
    help: 'Save it as PDF (`params.found` says what it is: print a heic, webp or tiff photo to PDF, export an office document as PDF) and send that. Changing the name of a file does not make it a PDF.',
  },
  'file-type-not-accepted': {
    title: 'This type of file is not accepted',
    help: 'Save it as one of the types in `params.accepted` (`params.found` says what it is: export a heic, webp or tiff photo as JPEG, an office document as PDF) and send that. Changing the name of a file does not change its type.',
  },
  'file-truncated': {
    title: 'The file is incomplete: it stops before its end',
    help: 'Copy or download it again, check that it opens, and send the complete file.',
  },
  'file-end-missing': {
    title: 'The mark at the end of the file is missing',
    help: 'Nothing has to be done. Check that the file shows the whole certificate.',
  },
  'file-restricted': {
    title: 'The PDF opens without a password, but may not be printed, copied or changed by everybody',
    help: 'Nothing has to be done. If others should print it, save it without restrictions and send it again.',
  },
  'file-encrypted': {
    title: 'The PDF asks for a password when it is opened',
    help: 'Remove the password for opening (in Acrobat: File, Properties, Security, “No Security”) and send it again. A password against printing or changing may stay.',
  },
  'file-without-pages': {
    title: 'This PDF has no pages',
    help: 'Check whether the file shows the certificate when it is opened, and send it again.',
  },
  'file-name-too-long': {
    title: 'The name of the file is too long',
    help: 'Send a name of at most `params.max` characters.',
  },
} as const satisfies Readonly<Record<FileIssueCode | FileNoticeCode, ProblemText>>;
