import type { Certificate } from '@enrollkit/core';

export interface CertificateOpenDetail {
  readonly certificate: Certificate;
  /** `preview`: to look at its first page here. `download`: to have the file. */
  readonly purpose: 'preview' | 'download';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ek-certificate-open': CustomEvent<CertificateOpenDetail>;
  }
}
