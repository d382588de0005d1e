import type { Backend, Certificate, Certification, Enrollment, ReadOptions, StoredProduct } from '@enrollkit/core';
import { badAnswer } from '../../base/reading/bad-answer.js';
import { readOneEnrollment } from '../../base/reading/read-enrollments.js';

/** All that is shown about the certificates of one enrollment. */
export interface CertificateRecord {
  readonly enrollment: Enrollment;
  readonly product: StoredProduct;
  readonly certifications: readonly Certification[];
  /** Newest first. */
  readonly certificates: readonly Certificate[];
}

/** What a backend must have to show anything; the rest of the certificate port adds to it. */
export const NEEDED_PORTS = ['getEnrollment', 'getProduct', 'listCertifications'] as const;

export type CertificateBackend = Pick<Backend, (typeof NEEDED_PORTS)[number]> &
  Partial<Pick<Backend, 'listCertificates'>>;

/** More than one enrollment ever has. */
const ALL = 500;

export async function readCertificateRecord(
  backend: CertificateBackend,
  enrollmentId: string,
  options: ReadOptions,
): Promise<CertificateRecord> {
  const [enrollment, certificates] = await Promise.all([
    readOneEnrollment(backend, enrollmentId, options),
    // Async, for a host's method may throw at once: nobody would wait for the other then.
    (async () => backend.listCertificates?.({ enrollmentId, size: ALL }, options))(),
  ]);
  if (!hasText(enrollment, 'productId')) throw badAnswer('enrollment');
  const [product, certifications] = await Promise.all([
    backend.getProduct(enrollment.productId, options),
    backend.listCertifications({ productId: enrollment.productId, size: ALL }, options),
  ]);
  if (!Array.isArray(read<StoredProduct>(product).certificationIds)) throw badAnswer('product with its certifications');
  return {
    enrollment,
    product,
    certifications: itemsOf(certifications).map(readCertification),
    certificates: backend.listCertificates ? newestFirst(itemsOf(certificates).map(readCertificate)) : [],
  };
}

/** A certificate that can be shown. When it was made only decides its place: without that it comes last. */
export function readCertificate(answer: unknown): Certificate {
  const { file, createdAt } = read<Certificate>(answer);
  if (!hasText(answer, 'id', 'validFrom') || !hasText(file, 'name') || typeof file.sizeBytes !== 'number') {
    throw badAnswer('certificate with its file');
  }
  return { ...(answer as unknown as Certificate), createdAt: createdAt ?? '' };
}

function readCertification(answer: unknown): Certification {
  if (!hasText(answer, 'id', 'name')) throw badAnswer('certification');
  return answer as unknown as Certification;
}

export function newestFirst(certificates: readonly Certificate[]): readonly Certificate[] {
  return certificates.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}

// A host's own backend may answer anything, whatever the types say; what can't be shown is told as its bad answer.

function itemsOf(answer: unknown): readonly unknown[] {
  const { items } = read<{ readonly items: unknown }>(answer);
  if (!Array.isArray(items)) throw badAnswer('list of items');
  return items;
}

function hasText<Name extends string>(answer: unknown, ...names: readonly Name[]): answer is Record<Name, string> {
  return names.every((name) => typeof read<Record<string, unknown>>(answer)[name] === 'string');
}

function read<Answer>(answer: unknown): Partial<Answer> {
  return answer ?? {};
}
