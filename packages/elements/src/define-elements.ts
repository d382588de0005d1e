import { defineElement } from './base/define-element.js';
import { CertificateUpload } from './certificate-upload/certificate-upload.js';
import { EnrollkitBackend } from './enrollkit-backend/enrollkit-backend.js';
import { EnrollmentStatus } from './enrollment-status/enrollment-status.js';
import { PriceBreakdown } from './price-breakdown/price-breakdown.js';

const ELEMENTS: Readonly<Record<string, new () => HTMLElement>> = {
  'certificate-upload': CertificateUpload,
  'enrollkit-backend': EnrollkitBackend,
  'enrollment-status': EnrollmentStatus,
  'price-breakdown': PriceBreakdown,
};

/**
 * Registers all elements. With a prefix under other names, so that two versions can share a page:
 * `defineElements({ prefix: 'acme' })` gives `<acme-enrollment-status>`.
 */
export function defineElements({ prefix }: { readonly prefix?: string } = {}): void {
  for (const [tag, element] of Object.entries(ELEMENTS)) {
    // A class can be registered once only: other names get a class of their own.
    defineElement(prefix ? `${prefix}-${tag}` : tag, prefix ? class extends element {} : element);
  }
}
