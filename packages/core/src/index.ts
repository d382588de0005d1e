export { errorIssue, type Issue } from './issue.js';
export type * from './issue-codes.js';
export { importingScript } from './importing-script.js';
export { inBatches } from './in-batches.js';
export { LOCALES, localeOfTag, type Locale } from './locales.js';
export type { Term } from './term.js';
export { toJson } from './wire/to-json.js';
export { DEFAULT_TIME_ZONE, type CalendarDay, type Clock, type Instant } from './calendar/time.js';
export { addDays, firstDayOfNextMonth } from './calendar/calendar-day.js';
export { frenchFirst } from './calendar/french-first.js';
export { unbrokenDay } from './calendar/unbroken-day.js';
export { formatInstant, parseInstant } from './calendar/instant.js';
export { isCalendarDay, isYearInRange, YEARS } from './calendar/is-calendar-day.js';
export { foldText, meetsSearch, parseSearch, searchWords, type SearchTerm } from './search/search-words.js';
export { BYTE_ORDER_MARK, csvRow, readCsv, type CsvRow, type CsvSeparator } from './csv/csv.js';
export {
  API_WORDS,
  ENROLLMENT_COLUMNS,
  enrollmentCells,
  enrollmentCsv,
  enrollmentCsvHeading,
  enrollmentCsvRow,
  type CsvWords,
  type EnrollmentColumn,
  type EnrollmentCsvOptions,
} from './csv/enrollment-csv.js';
export { planStatusList, type PlannedChange, type PlannedRow } from './csv/plan-status-list.js';
export {
  MOST_LIST_ROWS,
  readStatusList,
  type ListIssue,
  type PersonKey,
  type StatusList,
  type StatusListRow,
} from './csv/status-list.js';
export { LIST_LIMITS, TEXT_LIMITS } from './text-limits.js';
export { dayOf, startOfDay } from './calendar/time-zone.js';

export {
  FINAL_STATUSES,
  PARTICIPATION_STATUSES,
  RESULT_STATUSES,
  STATUSES,
  STATUSES_BY_HAND,
  type ParticipationStatus,
  type StatusByHand,
} from './enrollment/participation-status.js';
export { parseParticipationStatus, toWireName, type ReadStatus } from './enrollment/wire-name.js';
export {
  RULE_IDS,
  STATUS_RULES,
  type EnrollmentMoments,
  type RuleId,
  type StatusRule,
} from './enrollment/rules/status-rules.js';
export type { EnrollmentDateField } from './enrollment/rules/enrollment-moments.js';
export type { EnrollmentTerm, EnrollmentTermName, EnrollmentTerms } from './enrollment/explain/enrollment-term.js';
export { evaluateEnrollment, type EnrollmentEvaluation } from './enrollment/evaluate-enrollment.js';
export {
  evaluateStatus,
  type EvaluationOptions,
  type FoundByRules,
  type StatusAuthority,
  type StatusEvaluation,
} from './enrollment/rules/evaluate-status.js';
export { explainNext } from './enrollment/explain/explain-next.js';
export { changedBy, explainStatus } from './enrollment/explain/explain-status.js';
export {
  compareEnrollments,
  ENROLLMENT_ORDERS,
  enrollmentWords,
  lastDayOf,
  readOrder,
  sortName,
  type EnrollmentOrder,
  type OrderBy,
} from './enrollment/lists/enrollment-order.js';
export { ENROLLMENT_NEEDS, type EnrollmentNeed, type MissingFact } from './enrollment/lists/enrollment-needs.js';
export {
  changeStart,
  correctEnrollment,
  type NewStart,
  type ParticipantCorrection,
} from './enrollment/acts/correct-enrollment.js';
export type { NextChange } from './enrollment/rules/next-change.js';
export { applyChanges } from './enrollment/rules/apply-changes.js';
export { bringUpToDate, type EnrollmentOutcome } from './enrollment/acts/act-on-enrollment.js';
export { changeStatusByHand, type ManualChange } from './enrollment/acts/change-status-by-hand.js';
export {
  acceptEnrollment,
  cancelEnrollment,
  cancelWithStart,
  declineEnrollment,
  requestBooking,
  withdrawEnrollment,
  type BookingAct,
} from './enrollment/acts/decide-booking.js';
export { moveDates, recordCertificate, recordInvoice } from './enrollment/acts/record-facts.js';
export { checkEnrollmentDates } from './enrollment/acts/check-enrollment-dates.js';
export type {
  BookingChange,
  CorrectedField,
  Correction,
  Enrollment,
  EnrollmentDates,
  HostCause,
  ManualCause,
  Participant,
  StatusCause,
  StatusChange,
  WithdrawalStatement,
} from './enrollment/enrollment.js';

export { bookedPrice, type BookedPrice, type BookingChoice } from './booking/booked-price.js';
export {
  BOOKING_STATES,
  bookingStateOf,
  canBecome,
  SEAT_TAKING_STATES,
  type BookingFacts,
  type BookingState,
} from './booking/booking-state.js';
export { countEnrollmentsOf, type EnrollmentCount } from './enrollment/lists/count-enrollments.js';
export { countSeatsOf, type SeatFacts } from './booking/count-seats.js';
export { namedLikeAmong } from './backend/named-like.js';
export { parseBookingState, type ReadBookingState } from './booking/other-booking-state.js';
export {
  withdrawalObstacle,
  withdrawalPeriod,
  type ContractFacts,
  type WithdrawalObstacle,
  type WithdrawalPeriod,
} from './booking/withdrawal-period.js';

export {
  ADDITIONAL_COST_TYPES,
  type AdditionalCost,
  type AdditionalCostType,
  type CoursePrice,
  type MinorUnits,
  type PricedProduct,
  type PricePeriod,
  type SiteDiscount,
  type VatTreatment,
} from './price/priced-product.js';
export { calculatePrice } from './price/calculate-price.js';
export type {
  AppliedDiscount,
  PriceAudience,
  PriceCalculation,
  PriceFigures,
  PriceLine,
  PriceOptions,
} from './price/price-calculation.js';
export { PRICE_ISSUES, priceIssue, type PriceIssueCode } from './price/price-issue.js';
export { formatMinor } from './price/format-minor.js';
export { parseAmount, type ParsedAmount } from './price/parse-amount.js';

export type {
  ContactPerson,
  CostPlacement,
  CourseDay,
  LtiParam,
  PePoint,
  Product,
  ProductAction,
  ProductField,
  ProductInput,
  Quantity,
  Region,
  StartingDate,
  StartingDateInput,
  StartState,
  StoredProduct,
} from './product/product.js';
export { comparableName, type NamedProduct } from './product/comparable-name.js';
export { findPeOrganisation, readPeOrganisations, type PeOrganisation } from './product/pe-organisations.js';
export { checkBookable, type BookableOptions } from './product/check-bookable.js';
export {
  availabilityOf,
  hasStarted,
  offerOf,
  seatsLeft,
  type BookedSeats,
  type StartAvailability,
  type StartOffer,
} from './product/start-offer.js';
export {
  DEFAULT_NOTICE_DAYS,
  planStartCancellations,
  type StartPlan,
  type StartPlanOptions,
} from './product/plan-start-cancellations.js';
export type { PublicTrainer, StoredTrainer, Trainer, TrainerProfile } from './trainer/trainer.js';
export { linkState, type LinkSide, type TrainerLink } from './trainer/trainer-link.js';
export { MOST_FINDINGS, newIdChoiceFor, NO_IMPORT_COUNTS, NO_PLAN_COUNTS, previousIdOf } from './import/feed-import.js';
export type * from './import/feed-import.js';

export type {
  Binary,
  Certificate,
  CertificateAction,
  CertificateDraft,
  CertificateFile,
  CertificateMediaType,
  PdfActiveContent,
  Certification,
  CertificationAction,
  CertificationRejection,
  CertificationVerification,
  ConsentConfirmation,
  NamedBinary,
} from './certificate/certificate.js';
export { createFileMatcher, type FileMatcher, type MatchOptions } from './matching/match-files.js';
export {
  MATCH_CLUES,
  type FileMatch,
  type MatchClue,
  type MatchDoubt,
  type MatchPerson,
  type MatchReason,
  type MatchSource,
  type MatchSuggestion,
} from './matching/file-match.js';
export { expiryOf, type CertificateOrder } from './certificate/certificate-order.js';
export { certificateFileName } from './certificate/certificate-file-name.js';
export { certificateValidity, type CertificateValidity } from './certificate/certificate-validity.js';
export {
  checkCertificateDraft,
  type CertificateContext,
  type CertificateInput,
} from './certificate/check-certificate-draft.js';
export { CONSENT_TEXT_VERSION } from './certificate/consent-text.js';
export { inspectFile, type FileInspection, type InspectFileOptions } from './certificate/files/inspect-file.js';
export { CERTIFICATE_MEDIA_TYPES, DEFAULT_ACCEPT, DEFAULT_MAX_FILE_BYTES } from './certificate/media-types.js';
export type { FileKind } from './certificate/files/recognize-file-kind.js';
export {
  certificateUploadAvailability,
  type UploadAvailability,
  type UploadObstacle,
} from './certificate/upload-availability.js';

export { ROLES, type Actor } from './access/actor.js';
export { ACTIONS, can, type Action } from './access/can.js';
export type {
  CertificateResource,
  CertificationResource,
  EnrollmentResource,
  ImportResource,
  ProductResource,
  Resource,
  TrainerResource,
} from './access/resource.js';
export { isInScope, normalizeEmail, publishedScope, scopeOf, type Scope } from './access/scope.js';

export { meetsConditions, meetsEnrollmentQuery, type EnrollmentConditions } from './backend/meets-query.js';
export { checkInput } from './backend/input/check-input.js';
export { throwIfAborted } from './abort.js';
export { readSlices } from './backend/read-slices.js';
export { hashText } from './backend/digest.js';
export type * from './call-options.js';
export type * from './backend/backend.js';
export type * from './backend/ports/certificate-port.js';
export type * from './backend/ports/certification-port.js';
export type * from './backend/ports/change-port.js';
export type * from './backend/ports/enrollment-port.js';
export type * from './backend/ports/export-port.js';
export type * from './backend/ports/import-port.js';
export type * from './backend/ports/invoice-port.js';
export type * from './backend/ports/many-port.js';
export type * from './backend/ports/product-port.js';
export type * from './backend/ports/start-port.js';
export type * from './backend/ports/trainer-port.js';
export { MOST_AT_ONCE } from './backend/ports/many-port.js';
export {
  AUDITED,
  AUDITED_RECORDS,
  auditEntries,
  type AuditAction,
  type AuditedKind,
  type AuditedRecord,
  type AuditedWrite,
  type AuditEntry,
  type Intent,
  type UseCase,
  type WritingMethod,
} from './backend/audit.js';
export { ANSWER_DAYS } from './backend/write.js';
export { createBackend, type BackendParts } from './backend/create-backend.js';
export { certificateGroundsFrom } from './backend/certificate-grounds.js';
export { EnrollkitError, ERROR_CODES, hasErrorCode, type ErrorCode, type ErrorDetail } from './errors.js';
export { issuesOfZod } from './backend/input/issues-of-zod.js';
export type * from './backend/store.js';
