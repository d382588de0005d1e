/**
 * The elements for a script tag, without a backend of their own: the page hands one in with `setDefaultBackend()`, or
 * teaches `<enrollkit-backend>` a type with `defineBackendType()`. `<feed-check>` has a file of its own. Registers nothing
 * until `defineElements()` is called.
 */
import {
  CertificateUpload,
  EnrollkitBackend,
  EnrollmentStatus,
  PriceBreakdown,
  StartingDates,
  elementDefiner,
} from '@enrollkit/elements';

/** What a host's own backend needs: errors that elements understand, the records of the HTTP API, and the rules. */
export { ERROR_CODES, EnrollkitError, evaluateEnrollment, parseParticipationStatus, toWireName } from '@enrollkit/core';
export { fromWireBooking, fromWireCertificate, toCamelKeys, toSnakeKeys, toWireBooking } from '@enrollkit/core/wire';
export { defineBackendType, registerTerms, setDefaultBackend, version } from '@enrollkit/elements';

/** Registers the elements; under other names with `{ prefix }`, so that two versions can share a page. */
export const defineElements: ReturnType<typeof elementDefiner> = elementDefiner({
  'certificate-upload': CertificateUpload,
  'enrollkit-backend': EnrollkitBackend,
  'enrollment-status': EnrollmentStatus,
  'price-breakdown': PriceBreakdown,
  'starting-dates': StartingDates,
});
