import type { Certification } from '../certificate/certificate.js';
import type { StoredProduct } from '../product/product.js';
import type { CertificateGrounds, EnrollmentRow } from './store.js';

interface Tables {
  readonly enrollments: { get(id: string): Promise<EnrollmentRow | undefined> };
  readonly products: { get(id: string): Promise<StoredProduct | undefined> };
  readonly certifications: { get(id: string): Promise<Certification | undefined> };
}

/** `enrollments.getForCertificate` of a store that has nothing better than one table after the other. */
export function certificateGroundsFrom({
  enrollments,
  products,
  certifications,
}: Tables): (id: string, certificationId: string) => Promise<CertificateGrounds | undefined> {
  return async (id, certificationId) => {
    const enrollment = await enrollments.get(id);
    if (!enrollment) return undefined;
    const [product, certification] = await Promise.all([
      products.get(enrollment.productId),
      certifications.get(certificationId),
    ]);
    const isOwn = (record: { readonly providerId?: string } | undefined) =>
      record !== undefined && record.providerId === enrollment.providerId;
    return {
      enrollment,
      ...(product && isOwn(product) && { product }),
      ...(certification && isOwn(certification) && { certification }),
    };
  };
}
