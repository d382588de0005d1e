import type { ReadOptions, UploadOptions, VersionedWriteOptions } from '../../call-options.js';
import type { Binary, NamedBinary } from '../../certificate/certificate.js';
import type { Enrollment } from '../../enrollment/enrollment.js';

/** Invoices themselves. That there is one, whose file is kept elsewhere, `recordInvoice` tells. */
export interface InvoicePort {
  /**
   * Stores the invoice with its enrollment, which rules 3 and 4 then look at. Another one later is kept beside it. Rejects
   * with `invalid` (issues), `too-large`, `unsupported-media-type`, `storage-full`, `aborted`.
   */
  uploadInvoice(enrollmentId: string, file: NamedBinary, options?: InvoiceOptions): Promise<Enrollment>;
  /** The latest one, for the provider. Rejects with `not-found` when there is none. */
  openInvoiceFile(enrollmentId: string, options?: ReadOptions): Promise<Binary>;
}

export interface InvoiceOptions extends UploadOptions, VersionedWriteOptions {}
