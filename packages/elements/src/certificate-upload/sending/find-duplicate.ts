import type { Certificate } from '@enrollkit/core';
import type { UploadItem } from '../../base/files/upload-item.js';
import type { CertificateRecord } from '../uploaded/certificate-record.js';
import { hashFile } from './hash-file.js';

/** The same bytes: uploaded earlier, and whether that was for all that they can be for; or chosen twice. */
export type Duplicate = { readonly certificate: Certificate; readonly isForAll: boolean } | { readonly chosen: File };

/**
 * Finds the same bytes among what is uploaded and what was chosen before: the same file for another certification is another
 * certificate. Only files of the same size are hashed. Without https a page has no `crypto.subtle`; then it finds nothing, and
 * the backend is the one to notice.
 */
export async function findDuplicate(
  file: File,
  record: Pick<CertificateRecord, 'certificates' | 'product'> | undefined,
  chosen: readonly UploadItem[],
): Promise<Duplicate | undefined> {
  const { certificates = [], product: { certificationIds } = { certificationIds: [] } } = record ?? {};
  const sameSize = certificates.filter((certificate) => certificate.file.sizeBytes === file.size);
  const chosenSameSize = chosen.filter(
    // What is on its way was for one certification; now it may be for the other.
    (other) => other.file.size === file.size && !(certificationIds.length > 1 && isUnderWay(other)),
  );
  if ((sameSize.length === 0 && chosenSameSize.length === 0) || !isSecureContext) return undefined;

  const sha256 = await hashFile(file);
  for (const other of chosenSameSize) {
    if ((await hashFile(other.file)) === sha256) return { chosen: other.file };
  }
  const same = sameSize.filter((each) => each.file.sha256 === sha256);
  const [certificate] = same;
  const isForAll = certificationIds.every((id) => same.some(({ certificationId }) => certificationId === id));
  return certificate && { certificate, isForAll };
}

/** Sent, or waiting for that, with what was filled in then. */
function isUnderWay({ state }: UploadItem): boolean {
  return state === 'waiting' || state === 'uploading' || state === 'queued';
}
