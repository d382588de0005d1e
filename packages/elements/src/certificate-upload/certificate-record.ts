import type { Backend, Certificate, Certification, Enrollment, ReadOptions, StoredProduct } from '@enrollkit/core';

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
  const certificates = backend.listCertificates?.({ enrollmentId, size: ALL }, options);
  // Awaited last: when another read fails first, this one's failure must not go unhandled.
  certificates?.catch(() => undefined);
  const enrollment = await backend.getEnrollment(enrollmentId, options);
  const [product, certifications] = await Promise.all([
    backend.getProduct(enrollment.productId, options),
    backend.listCertifications({ productId: enrollment.productId, size: ALL }, options),
  ]);
  return {
    enrollment,
    product,
    certifications: certifications.items,
    certificates: newestFirst((await certificates)?.items ?? []),
  };
}

/** With one that was uploaded just now, before the backend is asked again. */
export function withCertificate(record: CertificateRecord, certificate: Certificate): CertificateRecord {
  const others = record.certificates.filter(({ id }) => id !== certificate.id);
  return { ...record, certificates: newestFirst([certificate, ...others]) };
}

function newestFirst(certificates: readonly Certificate[]): readonly Certificate[] {
  return certificates.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}
