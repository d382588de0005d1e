import type { FileProblemCode } from '../../terms/file-upload.js';

/** Why a file isn't even looked into. */
export type IntakeCode = 'zip-damaged' | 'zip-unreadable' | 'zip-encrypted' | 'zip-nested' | 'too-many-files';

/** A file that somebody gave, out of its folder or zip. */
export interface FoundFile {
  /** With folders and zips, as a person would say where it was. */
  readonly path: string;
  readonly file: File;
  readonly code?: IntakeCode | Extract<FileProblemCode, 'file-too-large' | 'file-unreadable'>;
}

/** What systems put beside files for themselves. */
export function isJunk(path: string): boolean {
  return /(?:^|[\\/])(?:__MACOSX[\\/]|\.(?!\.*[\\/])|Thumbs\.db$|desktop\.ini$)/i.test(path);
}

export function isZipName(path: string): boolean {
  return /\.zip$/i.test(path);
}
