import type { Clock } from '../calendar/time.js';
import type { StatusAuthority } from '../enrollment/rules/evaluate-status.js';
import type { CertificatePort } from './ports/certificate-port.js';
import type { CertificationPort } from './ports/certification-port.js';
import type { ChangePort } from './ports/change-port.js';
import type { EnrollmentPort } from './ports/enrollment-port.js';
import type { ExportPort } from './ports/export-port.js';
import type { ImportPort } from './ports/import-port.js';
import type { InvoicePort } from './ports/invoice-port.js';
import type { ProductPort, ProductRemovalPort } from './ports/product-port.js';
import type { StartPort } from './ports/start-port.js';
import type { TrainerPort } from './ports/trainer-port.js';

/**
 * What an element may ask, and what any adapter can do. A host can hand in a plain object with only the methods that its
 * elements use; every method rejects with an `EnrollkitError` (or any object with such a `code`).
 */
export interface Backend
  extends BackendFacts, EnrollmentPort, InvoicePort, CertificatePort, CertificationPort, ProductPort, ChangePort {}

/** What the use cases can do beside that, where the records are: no page asks it of a server. */
export interface FullBackend extends Backend, ProductRemovalPort, StartPort, TrainerPort, ImportPort, ExportPort {}

/** Facts about the backend that elements read. */
export interface BackendFacts {
  /** IANA name. Elements take `Europe/Amsterdam` when absent. */
  readonly timeZone?: string;
  /** Elements take the system's clock when absent. */
  readonly clock?: Clock;
  /** `host`: elements show each status as it is stored, and say nothing of what the rules would make of it. */
  readonly rules?: StatusAuthority;
}
