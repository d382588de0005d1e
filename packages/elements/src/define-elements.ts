import { defineElement } from './base/define-element.js';
import type { EnrollkitElement } from './base/enrollkit-element.js';
import { BookingWithdrawal } from './booking-withdrawal/booking-withdrawal.js';
import { CertificateBundle } from './certificate-bundle/certificate-bundle.js';
import { CertificateList } from './certificate-list/certificate-list.js';
import { CertificateUpload } from './certificate-upload/certificate-upload.js';
import { CourseBooking } from './course-booking/course-booking.js';
import { EnrollkitBackend } from './enrollkit-backend/enrollkit-backend.js';
import { EnrollmentRoster } from './enrollment-roster/enrollment-roster.js';
import { EnrollmentStatus } from './enrollment-status/enrollment-status.js';
import { FeedCheck } from './feed-check/feed-check.js';
import { InvoiceUpload } from './invoice-upload/invoice-upload.js';
import { PriceBreakdown } from './price-breakdown/price-breakdown.js';
import { ProductCertifications } from './product-certifications/product-certifications.js';
import { ProductDetails } from './product-details/product-details.js';
import { StartingDates } from './starting-dates/starting-dates.js';

/** The tags that classes of the kit declare. */
type DeclaredTag = {
  [Tag in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[Tag] extends EnrollkitElement | EnrollkitBackend
    ? Tag
    : never;
}[keyof HTMLElementTagNameMap];

/** Elements by the tag that they have without a prefix. */
export type ElementTable = Readonly<Record<string, new () => HTMLElement>>;

const ELEMENTS = {
  'booking-withdrawal': BookingWithdrawal,
  'certificate-bundle': CertificateBundle,
  'certificate-list': CertificateList,
  'certificate-upload': CertificateUpload,
  'course-booking': CourseBooking,
  'enrollkit-backend': EnrollkitBackend,
  'enrollment-roster': EnrollmentRoster,
  'enrollment-status': EnrollmentStatus,
  'feed-check': FeedCheck,
  'invoice-upload': InvoiceUpload,
  'price-breakdown': PriceBreakdown,
  'product-certifications': ProductCertifications,
  'product-details': ProductDetails,
  'starting-dates': StartingDates,
} satisfies Readonly<Record<DeclaredTag, new () => HTMLElement>>;

/** The tag of every element of the kit: lists of all of them are tied to it. */
export type ElementTag = keyof typeof ELEMENTS;

/** Under which names elements are registered. */
export interface DefineOptions {
  readonly prefix?: string;
}

/** Makes a `defineElements()` for some of the elements: a build has only those that it was made for. */
export function elementDefiner(elements: ElementTable): (options?: DefineOptions) => void {
  return ({ prefix } = {}) => {
    for (const [tag, element] of Object.entries(elements)) {
      // A class can be registered once only: other names get a class of their own.
      defineElement(prefix ? `${prefix}-${tag}` : tag, prefix ? class extends element {} : element);
    }
  };
}

/**
 * Registers all elements. With a prefix under other names, so that two versions can share a page:
 * `defineElements({ prefix: 'acme' })` gives `<acme-enrollment-status>`, and leaves `<enrollment-status>` to others: importing
 * the package alone registers nothing.
 */
export const defineElements: (options?: DefineOptions) => void = /* @__PURE__ */ elementDefiner(ELEMENTS);
