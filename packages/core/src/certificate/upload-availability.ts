import type { Enrollment } from '../enrollment/enrollment.js';
import type { StoredProduct } from '../product/product.js';
import type { Certification } from './certificate.js';

/** Whether a certificate can be uploaded for an enrollment, and if not, what stands in the way. */
export type UploadAvailability =
  | {
      readonly possible: true;
      /** In the order in which the product names them. With one there is nothing to choose. */
      readonly certifications: readonly Certification[];
    }
  | { readonly possible: false; readonly reason: UploadObstacle };

/** Why nothing can be uploaded. */
export type UploadObstacle = 'enrollment-cancelled' | 'no-certification-linked';

/**
 * Tells whether certificates can be uploaded for this enrollment. A cancelled enrollment refuses them; a product without
 * a certification must get one first. Source: domain.md section 1 rule 5 and section 2.
 *
 * @example
 * certificateUploadAvailability({ enrollment, product: { certificationIds: [] }, certifications: [] });
 * // { possible: false, reason: 'no-certification-linked' }
 */
export function certificateUploadAvailability(facts: {
  readonly enrollment: Pick<Enrollment, 'status'>;
  readonly product: Pick<StoredProduct, 'certificationIds'>;
  readonly certifications: readonly Certification[];
}): UploadAvailability {
  if (facts.enrollment.status === 'cancelled') return { possible: false, reason: 'enrollment-cancelled' };
  const linked = facts.product.certificationIds.flatMap(
    (id) => facts.certifications.find((certification) => certification.id === id) ?? [],
  );
  if (linked.length === 0) return { possible: false, reason: 'no-certification-linked' };
  return { possible: true, certifications: linked };
}
