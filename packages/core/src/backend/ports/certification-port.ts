import type { Page, Paging, ReadOptions, VersionedWriteOptions, WriteOptions } from '../../call-options.js';
import type { Certification } from '../../certificate/certificate.js';

export interface CertificationPort {
  listCertifications(query?: CertificationQuery, options?: ReadOptions): Promise<Page<Certification>>;
  createCertification(input: NewCertification, options?: WriteOptions): Promise<Certification>;
  /** Platform staff only. */
  verifyCertification(id: string, options?: VersionedWriteOptions): Promise<Certification>;
  /** Platform staff only: others than the provider don't see its certificates, and the provider reads why. */
  rejectCertification(id: string, options: RejectOptions): Promise<Certification>;
  /** Platform staff only: neither verified nor rejected, as when it was made. */
  resetCertification(id: string, options?: VersionedWriteOptions): Promise<Certification>;
}

export interface RejectOptions extends VersionedWriteOptions {
  /** For the provider to read, at most 500 characters. */
  readonly reason: string;
}

export interface CertificationQuery extends Paging {
  /** Only those linked to this product. */
  readonly productId?: string;
  /** Only what comes after this id: pages stay right while others come and go. Then what is left isn't counted. */
  readonly afterId?: string;
}

export interface NewCertification {
  readonly id?: string;
  readonly providerId?: string;
  readonly name: string;
  readonly description?: string;
  readonly requiresValidUntil: boolean;
}
