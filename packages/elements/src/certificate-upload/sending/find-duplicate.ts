import type { Certificate } from '@enrollkit/core';
import { hashFile } from './hash-file.js';

/** The same bytes: uploaded earlier, or chosen twice. */
export type Duplicate = { readonly certificate: Certificate } | { readonly chosen: File };

/**
 * Finds the same bytes among what is uploaded and what was chosen before. Only files of the same size are hashed. Without
 * https a page has no `crypto.subtle`; then it finds nothing, and the backend is the one to notice.
 */
export async function findDuplicate(
  file: File,
  certificates: readonly Certificate[],
  chosen: readonly File[],
): Promise<Duplicate | undefined> {
  const sameSize = certificates.filter((certificate) => certificate.file.sizeBytes === file.size);
  const chosenSameSize = chosen.filter((other) => other.size === file.size);
  if ((sameSize.length === 0 && chosenSameSize.length === 0) || !isSecureContext) return undefined;

  const sha256 = await hashFile(file);
  const certificate = sameSize.find((each) => each.file.sha256 === sha256);
  if (certificate) return { certificate };
  for (const other of chosenSameSize) {
    if ((await hashFile(other)) === sha256) return { chosen: other };
  }
  return undefined;
}
