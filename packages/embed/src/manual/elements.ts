/**
 * The elements for a script tag, without a backend of their own: the page hands one in with `setDefaultBackend()`, or
 * teaches `<enrollkit-backend>` a type with `defineBackendType()`. `<feed-check>` has a file of its own, and so have the
 * elements for whole groups. Registers nothing
 * until `defineElements()` is called.
 */
import {
  BookingWithdrawal,
  CertificateList,
  CertificateUpload,
  CourseBooking,
  EnrollkitBackend,
  EnrollmentStatus,
  InvoiceUpload,
  PriceBreakdown,
  ProductCertifications,
  ProductDetails,
  StartingDates,
  connectPdfReader,
  elementDefiner,
  setDefaultPdfReader,
} from '@enrollkit/elements';
import { createTrustedWorker } from '@enrollkit/feed/worker';
import { besideThisFile } from '../beside-this-file.js';
import type { Finding } from '../doctor/finding.js';

/** What a host's own backend needs: errors that elements understand, the records of the HTTP API, and the rules. */
export { ERROR_CODES, EnrollkitError, evaluateEnrollment, parseParticipationStatus, toWireName } from '@enrollkit/core';
export { fromWireBooking, fromWireCertificate, toCamelKeys, toSnakeKeys, toWireBooking } from '@enrollkit/core/wire';
export {
  defineBackendType,
  registerTerms,
  setDefaultBackend,
  setDefaultPdfReader,
  connectPdfReader,
  version,
} from '@enrollkit/elements';

/** `<certificate-list>` draws the first page of a PDF in a worker whose script lies beside this file, and only when asked. */
const pdfWorker = besideThisFile('enrollkit-pdf-worker.js');
setDefaultPdfReader(connectPdfReader({ createWorker: () => createTrustedWorker(pdfWorker) }));

/** Registers the elements; under other names with `{ prefix }`, so that two versions can share a page. */
export const defineElements: ReturnType<typeof elementDefiner> = elementDefiner({
  'booking-withdrawal': BookingWithdrawal,
  'certificate-list': CertificateList,
  'certificate-upload': CertificateUpload,
  'course-booking': CourseBooking,
  'enrollkit-backend': EnrollkitBackend,
  'enrollment-status': EnrollmentStatus,
  'invoice-upload': InvoiceUpload,
  'price-breakdown': PriceBreakdown,
  'product-certifications': ProductCertifications,
  'product-details': ProductDetails,
  'starting-dates': StartingDates,
});

/**
 * Looks for what keeps the kit from working on this page, with `enrollkit-doctor.js`, which lies beside this file.
 *
 * @example console.table(await Enrollkit.diagnose())
 */
export async function diagnose(): Promise<readonly Finding[]> {
  const doctor = (await import(besideThisFile('enrollkit-doctor.js'))) as typeof import('../doctor/index.js');
  return doctor.diagnose();
}
