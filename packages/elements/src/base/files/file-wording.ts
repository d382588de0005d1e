import { DEFAULT_MAX_FILE_BYTES, type CertificateMediaType } from '@enrollkit/core';
import type { CommonTerms } from '../../terms/common.js';
import type { FileFacts, FileUploadTerms } from '../../terms/file-upload.js';
import { formatBytes } from '../language/formats.js';

/** What files are held to. */
export interface FileLimits {
  readonly locale: string;
  readonly accept: readonly CertificateMediaType[];
  readonly maxSizeBytes: number;
}

/** What can be said about files, and what they are held to. */
export interface FileWording extends FileLimits {
  readonly files: FileUploadTerms;
  /** Sentences of the element's own, by the code of a problem. */
  readonly problems?: Readonly<Record<string, string>>;
  readonly common: CommonTerms;
}

/** The accepted types and the largest size, as a person says them: `PDF of PNG` and `10 MB`. */
export function wordLimits({ accept, maxSizeBytes, locale }: FileLimits): Pick<FileFacts, 'accepted' | 'maxSize'> {
  const names = accept.map((type) => type.replace(/.*\//, '').toUpperCase());
  return {
    accepted: new Intl.ListFormat(locale, { type: 'disjunction' }).format(names),
    // The default counts in steps of 1024, so that 10 MB means at least what any file manager calls so.
    maxSize: formatBytes(maxSizeBytes === DEFAULT_MAX_FILE_BYTES ? 10e6 : maxSizeBytes, locale),
  };
}
