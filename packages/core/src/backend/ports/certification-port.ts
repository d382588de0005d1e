import type { Page, Paging, ReadOptions, VersionedWriteOptions, WriteOptions } from '../../call-options.js';
import type { Certification } from '../../certificate/certificate.js';

export interface CertificationPort {
  listCertifications(query?: CertificationQuery, options?: ReadOptions): Promise<Page<Certification>>;
  createCertification(input: NewCertification, options?: WriteOptions): Promise<Certification>;
  /** Platform staff only. */
  verifyCertification(id: string, options?: VersionedWriteOptions): Promise<Certification>;
}

export interface CertificationQuery extends Paging {
  /** Only those linked to this product. */
  readonly productId?: string;
}

export interface NewCertification {
  readonly id?: string;
  readonly providerId?: string;
  readonly name: string;
  readonly description?: string;
  readonly requiresValidUntil: boolean;
}
