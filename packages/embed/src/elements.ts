/**
 * The elements for a script tag, without a backend of their own: the page hands one in with `setDefaultBackend()`, or
 * teaches `<enrollkit-backend>` a type with `defineBackendType()`. `<feed-check>` has a file of its own.
 */
import { elementDefiner } from '@enrollkit/elements';
import { CertificateUpload } from '@enrollkit/elements/certificate-upload.js';
import { EnrollkitBackend } from '@enrollkit/elements/enrollkit-backend.js';
import { EnrollmentStatus } from '@enrollkit/elements/enrollment-status.js';
import { PriceBreakdown } from '@enrollkit/elements/price-breakdown.js';

/** What a host's own backend needs: errors that elements understand, the records of the HTTP API, and the rules. */
export { ERROR_CODES, EnrollkitError, evaluateEnrollment, parseParticipationStatus, toWireName } from '@enrollkit/core';
export { fromWireBooking, fromWireCertificate, toCamelKeys, toSnakeKeys, toWireBooking } from '@enrollkit/core/wire';
export { defineBackendType } from '@enrollkit/elements/enrollkit-backend.js';
export { registerTerms, setDefaultBackend, version } from '@enrollkit/elements';

/** Registers the elements under other names, so that two versions can share a page. */
export const defineElements: ReturnType<typeof elementDefiner> = elementDefiner({
  'certificate-upload': CertificateUpload,
  'enrollkit-backend': EnrollkitBackend,
  'enrollment-status': EnrollmentStatus,
  'price-breakdown': PriceBreakdown,
});
