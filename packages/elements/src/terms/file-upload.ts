import type { FileIssueCode, FileKind, FileNoticeCode } from '@enrollkit/core';
import type { UploadErrorCode } from './common.js';

/** Codes of what is wrong with a file, besides the errors of a backend. */
export type FileProblemCode =
  | FileIssueCode
  | 'file-is-folder'
  | 'duplicate-chosen'
  | 'duplicate-elsewhere'
  | 'same-file-elsewhere'
  | 'same-file-here';

/** What the sentence about a file can need; days and sizes are in words already. */
export interface FileFacts {
  readonly found: FileKind;
  readonly maxSize: string;
  /** The accepted types, as in "PDF of PNG". */
  readonly accepted: string;
  readonly acceptsJpeg: boolean;
  /** Whose it is too, or for which certification, where that is known. */
  readonly name: string | undefined;
}

/** What is said of files before one is chosen, and of those that are uploaded. */
export interface FileFormTerms {
  readonly orChoose: string;
  readonly limits: (facts: { readonly accepted: string; readonly maxSize: string }) => string;
  readonly upload: string;
  /** A button said with the file that it is about. */
  readonly forFile: (action: string, name: string) => string;
  readonly announceRemoved: (name: string) => string;
}

/**
 * What elements say that take files. Sizes and percentages arrive already in words of the locale. In Dutch what is said
 * first is in a file of its own; other languages come as a whole.
 */
export interface FileUploadTerms extends FileFormTerms {
  readonly chosenFiles: string;
  readonly checking: string;
  readonly ready: string;
  readonly waiting: string;
  readonly stop: string;
  readonly takeOff: string;
  readonly otherFile: string;
  readonly announceAdded: (count: number) => string;
  readonly announceStarted: (count: number) => string;
  readonly announceProgress: (name: string, percentage: string) => string;
  readonly announceDone: (name: string) => string;
  readonly announceAllDone: (count: number) => string;
  readonly announceStopped: (name: string) => string;
  readonly announceProblem: (name: string, sentence: string) => string;
  readonly files: Readonly<Record<FileProblemCode | FileNoticeCode | UploadErrorCode, (facts: FileFacts) => string>>;
}
