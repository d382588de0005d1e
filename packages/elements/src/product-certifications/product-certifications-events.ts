/** What was done: to the links of a product, or to one certification. */
export type CertificationsChange = 'linked' | 'unlinked' | 'created' | 'verified' | 'rejected' | 'reopened';

export interface CertificationsChangedDetail {
  readonly change: CertificationsChange;
  readonly certificationId: string;
  /** Absent where the certifications of a provider are shown without a product. */
  readonly productId?: string;
  /** What the product leads to by now; absent without one. */
  readonly certificationIds?: readonly string[];
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ek-certifications-changed': CustomEvent<CertificationsChangedDetail>;
  }
}
