import type { BookingWithdrawalTerms } from './booking-withdrawal.js';
import type { CertificateBundleTerms } from './certificate-bundle.js';
import type { CertificateListTerms } from './certificate-list.js';
import type { CertificateUploadTerms } from './certificate-upload.js';
import type { CommonTerms } from './common.js';
import type { CourseBookingTerms } from './course-booking.js';
import type { EnrollmentRosterTerms } from './enrollment-roster.js';
import type { EnrollmentStatusTerms } from './enrollment-status.js';
import type { FeedCheckTerms } from './feed-check.js';
import type { FileUploadTerms } from './file-upload.js';
import type { InvoiceUploadTerms } from './invoice-upload.js';
import type { PriceBreakdownTerms } from './price-breakdown.js';
import type { ProductCertificationsTerms } from './product-certifications.js';
import type { ProductDetailsTerms } from './product-details.js';
import type { RefusedWritesTerms } from './refused-writes.js';
import type { StartingDatesTerms } from './starting-dates.js';

/** Every sentence of the kit, by the element that says it. */
export interface TermSlices {
  readonly 'booking-withdrawal': BookingWithdrawalTerms;
  readonly 'certificate-bundle': CertificateBundleTerms;
  readonly 'certificate-list': CertificateListTerms;
  readonly 'certificate-upload': CertificateUploadTerms;
  readonly common: CommonTerms;
  readonly 'course-booking': CourseBookingTerms;
  readonly 'enrollment-roster': EnrollmentRosterTerms;
  readonly 'enrollment-status': EnrollmentStatusTerms;
  readonly 'feed-check': FeedCheckTerms;
  readonly 'file-upload': FileUploadTerms;
  readonly 'invoice-upload': InvoiceUploadTerms;
  readonly 'price-breakdown': PriceBreakdownTerms;
  readonly 'product-certifications': ProductCertificationsTerms;
  readonly 'product-details': ProductDetailsTerms;
  readonly 'refused-writes': RefusedWritesTerms;
  readonly 'starting-dates': StartingDatesTerms;
}
