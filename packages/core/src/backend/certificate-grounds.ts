import type { Certification } from '../certificate/certificate.js';
import type { StoredProduct } from '../product/product.js';
import type { CertificateAim, CertificateGrounds, EnrollmentRow } from './store.js';

interface Tables {
  readonly enrollments: { get(id: string): Promise<EnrollmentRow | undefined> };
  readonly products: { get(id: string): Promise<StoredProduct | undefined> };
  readonly certifications: { get(id: string): Promise<Certification | undefined> };
}

/** `enrollments.getForCertificates` of a store that has nothing better than one table after the other. */
export function certificateGroundsFrom({
  enrollments,
  products,
  certifications,
}: Tables): (aims: readonly CertificateAim[]) => Promise<readonly (CertificateGrounds | undefined)[]> {
  const groundsOf = async (aim: CertificateAim): Promise<CertificateGrounds | undefined> => {
    const enrollment = await enrollments.get(aim.enrollmentId);
    if (!enrollment) return undefined;
    const [product, certification] = await Promise.all([
      products.get(enrollment.productId),
      certifications.get(aim.certificationId),
    ]);
    const isOwn = (record: { readonly providerId?: string } | undefined) =>
      record !== undefined && record.providerId === enrollment.providerId;
    return {
      enrollment,
      ...(product && isOwn(product) && { product }),
      ...(certification && isOwn(certification) && { certification }),
    };
  };
  return (aims) => Promise.all(aims.map(groundsOf));
}
