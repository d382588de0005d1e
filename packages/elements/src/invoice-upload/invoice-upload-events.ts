import type { ParticipationStatus } from '@enrollkit/core';

/** An enrollment has its invoice now. */
export interface InvoiceUploadedDetail {
  readonly enrollmentId: string;
  /** What the enrollment has become by it. */
  readonly status: ParticipationStatus;
  /** What was sent; absent when somebody told that the invoice was sent in another way. */
  readonly file?: File;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ek-invoice-uploaded': CustomEvent<InvoiceUploadedDetail>;
  }
}
