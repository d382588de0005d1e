import type { FileKind } from '@enrollkit/core';
import type { FileFacts } from '../../terms/file-upload.js';
import { wordLimits, type FileWording } from './file-wording.js';
import type { UploadProblem } from './upload-problem.js';

/** One sentence on what happened and what to do. */
export function describeFileProblem(
  { code, params }: Pick<UploadProblem, 'code' | 'params'>,
  wording: FileWording,
): string {
  const { files, problems, common } = wording;
  const sentences: Readonly<Record<string, string | ((facts: FileFacts) => string)>> = {
    ...common.errors,
    ...problems,
    ...files.files,
  };
  const sentence = sentences[code] ?? common.errors.internal;
  if (typeof sentence === 'string') return sentence;
  const acceptsJpeg = wording.accept.includes('image/jpeg');
  const { found = 'unknown', name } = params as { readonly found?: FileKind; readonly name?: string };
  return sentence({ ...wordLimits(wording), acceptsJpeg, found, name });
}
