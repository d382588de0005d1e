// Every code of an issue that rules and use cases make, by what it is about. Whoever has sentences for them has one for each:
// a code without a sentence, or a sentence without a code, doesn't compile. Prices have a table of their own, with severities.

/** What any input can have. */
export type InputIssueCode =
  | 'required'
  /** `expected` */
  | 'wrong-type'
  /** `field` */
  | 'unknown-field'
  /** `max`: of what comes in one call. */
  | 'too-many-items'
  /** `allowed` */
  | 'not-allowed'
  | 'out-of-range'
  | 'date-invalid'
  /** `min`, `max` */
  | 'year-out-of-range'
  /** `max`: characters */
  | 'value-too-long'
  /** `max`: entries of a list */
  | 'too-many'
  | 'instant-invalid'
  | 'number-invalid'
  | 'email-invalid'
  /** A page is to go on after what isn't there, or not any more. */
  | 'after-id-unknown'
  | 'time-zone-unknown';

/** About the ids and keys of a write. */
export type KeyIssueCode =
  | 'id-taken'
  /** `productId`: which other product on offer has this name. */
  | 'name-taken'
  | 'id-not-allowed'
  | 'id-mismatch'
  | 'idempotency-key-reused';

/** Why something can't be done to an enrollment. */
export type EnrollmentIssueCode =
  | 'enrollment-cancelled'
  /** `state`: a request, or what was declined. */
  | 'booking-not-accepted'
  /** `state`: it has ended, or was accepted. */
  | 'booking-already-decided'
  | 'withdrawal-for-consumers-only'
  | 'withdrawal-period-over'
  | 'status-not-by-hand'
  | 'date-invalid'
  | 'end-date-before-start-date';

/** Why nobody can book a product, or one start of it. */
export type BookingIssueCode =
  | 'product-deleted'
  | 'product-full'
  | 'start-past'
  | 'start-cancelled'
  | 'start-closed'
  | 'start-full'
  /** None was chosen, and there are some. */
  | 'start-required'
  | 'unknown-product'
  | 'unknown-starting-date'
  /** `allowed` */
  | 'site-not-allowed'
  /** `id` */
  | 'selected-cost-unknown'
  /** There is no price that can be known. */
  | 'price-unknown'
  /** `expectedTotalMinor`, `totalMinor` */
  | 'price-changed';

/** Why a start is not cancelled for too few enrollments. */
export type StartIssueCode = 'cancellation-not-announced' | 'minimum-reached' | 'start-guaranteed';

/** What can be wrong with the bytes of a certificate. */
export type FileIssueCode =
  | 'file-empty'
  | 'file-unreadable'
  | 'file-too-large'
  | 'file-name-too-long'
  | 'file-not-pdf'
  | 'file-type-not-accepted'
  | 'file-truncated'
  | 'file-encrypted'
  | 'file-without-pages';

/** What the owner of a file that is accepted should know. */
export type FileNoticeCode = 'file-end-missing' | 'file-restricted';

/** What can be wrong with what was filled in beside them. */
export type CertificateFieldIssueCode =
  | 'certification-required'
  | 'certification-not-linked'
  | 'file-required'
  | 'valid-from-required'
  | 'valid-until-required'
  | 'date-invalid'
  | 'year-out-of-range'
  | 'valid-until-before-valid-from'
  | 'consent-required';

/** About what a product can lead to. */
export type CertificationIssueCode = 'product-without-certification' | 'unknown-certification';

/** Why an import doesn't go on. */
export type ImportIssueCode =
  | 'import-held'
  | 'import-not-planning'
  | 'import-not-planned'
  | 'import-not-applying'
  | 'import-steps-left'
  | 'import-over'
  | 'step-id-taken';

/** What can be wrong with a list, or with a row of it. */
export type ListIssueCode =
  /** It is empty, or none of its columns says who is meant, or none says the status. */
  | 'list-without-columns'
  /** `max` */
  | 'list-too-long'
  | 'list-quote-unclosed'
  | 'row-without-person'
  | 'row-without-status'
  /** `value` */
  | 'status-unknown'
  /** `status` */
  | 'status-not-by-hand'
  /** `max` */
  | 'note-too-long'
  /** `value`: nobody here has this address or number. */
  | 'person-unknown'
  /** `value`, `count`: several enrollments have it. */
  | 'person-ambiguous'
  /** `value`: it is somebody else's than the rest of the row. */
  | 'person-contradiction'
  /** `value`: 1,23E+11, as a spreadsheet shortens a long number. */
  | 'number-shortened'
  /** `line`: it was named before, with another status. */
  | 'person-named-before'
  /** Its booking takes no status: it was cancelled, or is only a request. */
  | 'booking-without-status';

export type IssueCode =
  | InputIssueCode
  | KeyIssueCode
  | EnrollmentIssueCode
  | BookingIssueCode
  | StartIssueCode
  | FileIssueCode
  | FileNoticeCode
  | CertificateFieldIssueCode
  | CertificationIssueCode
  | ImportIssueCode;
