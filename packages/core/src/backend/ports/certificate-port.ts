import type { Page, Paging, ReadOptions, UploadOptions, VersionedWriteOptions } from '../../call-options.js';
import type { CalendarDay, Instant } from '../../calendar/time.js';
import type { CertificateOrder } from '../../certificate/certificate-order.js';
import type { Binary, Certificate, CertificateDraft } from '../../certificate/certificate.js';

export interface CertificatePort {
  getCertificate(id: string, options?: ReadOptions): Promise<Certificate>;
  listCertificates(query?: CertificateQuery, options?: ReadOptions): Promise<Page<Certificate>>;
  /**
   * Stores file and record together, and completes the enrollment. Rejects with `invalid` (issues), `duplicate` (`current`),
   * `too-large`, `unsupported-media-type`, `storage-full`, `aborted`.
   */
  uploadCertificate(draft: CertificateDraft, options?: UploadOptions): Promise<Certificate>;
  removeCertificate(id: string, options?: VersionedWriteOptions): Promise<void>;
  /** The bytes, with the media type that was found in them. */
  openCertificateFile(id: string, options?: ReadOptions): Promise<Binary>;
}

export interface CertificateQuery extends Paging {
  readonly enrollmentId?: string;
  /** In any case. */
  readonly email?: string;
  readonly certificationId?: string;
  /** Of exactly these bytes, whoever they were uploaded for. */
  readonly sha256?: string;
  readonly createdFrom?: Instant;
  /** Names, addresses and keys of those whose they are, as a search among enrollments has it. */
  readonly search?: string;
  /** Valid until this day or a later one. What never expires is not found. */
  readonly expiresFrom?: CalendarDay;
  /** Valid until a day before this one. */
  readonly expiresBefore?: CalendarDay;
  /** Whether what it is for is verified. */
  readonly isVerified?: boolean;
  /** Default: by id. */
  readonly orderBy?: CertificateOrder;
  /** Goes on after this one in the same order. Then what is left isn't counted. */
  readonly afterId?: string;
  /** Whose that one is, as in a list of enrollments. */
  readonly afterProviderId?: string;
}
