export { EnrollkitElement } from './base/enrollkit-element.js';
export { setDefaultBackend, type HostBackend } from './base/backend/backend-context.js';
export { BACKEND_METHODS, type BackendFor } from './base/backend/backend-methods.js';
export {
  defineBackendType,
  type BackendConfig,
  type BackendFactory,
  type OwnedBackend,
} from './enrollkit-backend/backend-types.js';
export { EnrollkitBackend } from './enrollkit-backend/enrollkit-backend.js';
export { BookingWithdrawal } from './booking-withdrawal/booking-withdrawal.js';
export type { WithdrawDetail } from './booking-withdrawal/booking-withdrawal-events.js';
export { CertificateBundle } from './certificate-bundle/certificate-bundle.js';
export type {
  BundleDoneDetail,
  BundleMatchedDetail,
  BundleOutcome,
  BundleProgressDetail,
} from './certificate-bundle/certificate-bundle-events.js';
export { connectPdfReader, type PdfReaderOptions } from './certificate-bundle/pdf/connect-pdf-reader.js';
export { setDefaultPdfReader, type PdfReader } from './certificate-bundle/pdf/pdf-reader.js';
export { CertificateList } from './certificate-list/certificate-list.js';
export type { CertificateOpenDetail } from './certificate-list/certificate-list-events.js';
export { CertificateUpload } from './certificate-upload/certificate-upload.js';
export type {
  CertificateAcceptDetail,
  CertificateErrorDetail,
  CertificateProgressDetail,
  CertificateUploadedDetail,
} from './certificate-upload/certificate-upload-events.js';
export { CourseBooking } from './course-booking/course-booking.js';
export type { BookDetail, BookedDetail, BookingErrorDetail } from './course-booking/course-booking-events.js';
export { EnrollmentRoster } from './enrollment-roster/enrollment-roster.js';
export type {
  RosterChange,
  RosterChangeDetail,
  RosterChangedDetail,
  RosterOpenDetail,
} from './enrollment-roster/enrollment-roster-events.js';
export { EnrollmentStatus } from './enrollment-status/enrollment-status.js';
export type {
  BookingDecisionDetail,
  BookingVerdict,
  StatusChangeDetail,
} from './enrollment-status/enrollment-status-events.js';
export { FeedCheck } from './feed-check/feed-check.js';
export type {
  FeedAcceptDetail,
  FeedCheckedDetail,
  FeedComparedDetail,
  FeedErrorDetail,
} from './feed-check/feed-check-events.js';
export {
  setDefaultFeedChecker,
  type CheckedProduct,
  type CheckedProductQuery,
  type CompareOptions,
  type DescribedFinding,
  type FeedChange,
  type FeedChangeKind,
  type FeedChangeQuery,
  type FeedChecker,
  type FeedCheckOptions,
  type FeedCheckResult,
  type FeedDifference,
  type FeedInput,
  type FeedPage,
  type FeedProgress,
  type FeedSummary,
  type FindingFilter,
  type FindingGroup,
  type FindingQuery,
  type GroupQuery,
  type Paging,
  type RepairedFeed,
  type SourceSnippet,
  type WorkOptions,
} from './feed-check/feed-checker.js';
export { InvoiceUpload } from './invoice-upload/invoice-upload.js';
export type { InvoiceUploadedDetail } from './invoice-upload/invoice-upload-events.js';
export { PriceBreakdown } from './price-breakdown/price-breakdown.js';
export type { PriceChangeDetail } from './price-breakdown/price-breakdown-events.js';
export { ProductCertifications } from './product-certifications/product-certifications.js';
export type {
  CertificationsChange,
  CertificationsChangedDetail,
} from './product-certifications/product-certifications-events.js';
export { ProductDetails, type DetailedProduct, type ShownTrainer } from './product-details/product-details.js';
export { StartingDates, type OfferedProduct } from './starting-dates/starting-dates.js';
export type { StartChangeDetail } from './starting-dates/starting-dates-events.js';
export {
  defineElements,
  elementDefiner,
  type DefineOptions,
  type ElementTable,
  type ElementTag,
} from './define-elements.js';
export { version } from './version.js';
export { registerTerms, type HostTerms } from './terms/local-terms.js';
export type { BookingWithdrawalTerms } from './terms/booking-withdrawal.js';
export type { CertificateBundleTerms } from './terms/certificate-bundle.js';
export type { CertificateListTerms, ExpiryState, ShownCertificates } from './terms/certificate-list.js';
export type { CertificateUploadTerms } from './terms/certificate-upload.js';
export type { CommonTerms } from './terms/common.js';
export type { CourseBookingTerms } from './terms/course-booking.js';
export type { EnrollmentRosterTerms } from './terms/enrollment-roster.js';
export type { EnrollmentStatusTerms } from './terms/enrollment-status.js';
export type { FeedCheckTerms } from './terms/feed-check.js';
export type { FileUploadTerms } from './terms/file-upload.js';
export type { InvoiceUploadTerms } from './terms/invoice-upload.js';
export type { PriceBreakdownTerms } from './terms/price-breakdown.js';
export type { ProductCertificationsTerms, ReviewState } from './terms/product-certifications.js';
export type { ProductDetailsTerms } from './terms/product-details.js';
export type { StartingDatesTerms } from './terms/starting-dates.js';
export type { TermSlices } from './terms/term-slices.js';
