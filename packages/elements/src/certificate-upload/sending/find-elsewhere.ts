import type { Certificate } from '@enrollkit/core';
import type { HostBackend } from '../../base/backend/backend-context.js';
import type { UploadProblem } from '../../base/files/upload-problem.js';
import { plainText } from '../../base/language/plain-text.js';
import { hashFile } from './hash-file.js';

/** More rows than one file has in a backend that looks for it; in one that doesn't, no more than is quickly read. */
const ENOUGH = 50;
/** It is a warning, and nobody waits longer for one. */
const PATIENCE_MS = 10_000;

/**
 * Warns that the same bytes are there for another enrollment, as far as whoever asks may see. That can be right (a certificate for
 * two, the same course twice), so it is no refusal; and where it can't be asked, nobody is warned.
 */
export async function findElsewhere(
  backend: HostBackend | undefined,
  file: File,
  enrollmentId: string,
): Promise<readonly UploadProblem[]> {
  if (!backend?.listCertificates || !isSecureContext) return [];
  const sha256 = await hashFile(file);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const tooLate = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  try {
    const found = await Promise.race([backend.listCertificates({ sha256, size: ENOUGH }, { signal }), tooLate]);
    // A host's own backend may not know of this question, and answer with all that it has.
    const other = found?.items.find((each) => isThere(each, sha256) && each.enrollmentId !== enrollmentId);
    if (!other) return [];
    const name = plainText(other.participant?.name ?? '');
    return [{ code: 'same-file-elsewhere', params: name ? { name } : {} }];
  } catch {
    return [];
  }
}

function isThere({ file }: Partial<Certificate>, sha256: string): boolean {
  return file?.sha256 === sha256;
}
