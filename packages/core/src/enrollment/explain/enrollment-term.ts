import type { Instant } from '../../calendar/time.js';
import type { EnrollmentDateField } from '../rules/enrollment-moments.js';
import type { ParticipationStatus } from '../participation-status.js';
import type { RuleId } from '../rules/status-rules.js';

/** What a rule has made of an enrollment, and since when. */
type SinceParams = { readonly status: ParticipationStatus; readonly at: Instant };
/** What an enrollment becomes. */
type BecomesParams = { readonly status: ParticipationStatus };

/**
 * The sentences that explain a participation status, with the values in them. A locale has one for each. `why-*` says what
 * made it so, `next-*` what will change it, `no-*` what will not, and why.
 */
export type EnrollmentTerms = Readonly<Record<`why-${RuleId}`, SinceParams>> & {
  readonly 'why-changed-by-hand': { readonly status: ParticipationStatus; readonly by: string; readonly at: Instant };
  /** A host saw for itself that it is so. `detail` is empty when the host says no more. */
  readonly 'why-reported-by-host': {
    readonly status: ParticipationStatus;
    readonly by: string;
    readonly detail: string;
    readonly at: Instant;
  };
  /** It came with this status; what happened before isn't known here. */
  readonly 'why-imported': BecomesParams;
  /** Another system gave a status that the kit doesn't know. */
  readonly 'why-status-not-recognized': { readonly originalStatus: string };
  /** Somebody at the provider looks at it first. */
  readonly 'why-booking-requested': { readonly at?: Instant };
  readonly 'why-booking-declined': { readonly at?: Instant; readonly note?: string };
  readonly 'why-status-unknown': Readonly<Record<never, never>>;

  /** Becomes `status` when the provider accepts the booking. */
  readonly 'next-when-accepted': BecomesParams;
  /** Becomes `status` at `at`. */
  readonly 'next-at-moment': SinceParams;
  /** Becomes `status` at `at`, provided that the invoice is uploaded by then. */
  readonly 'next-at-moment-with-invoice': SinceParams;
  /** The end date has passed; becomes `status` as soon as the invoice is uploaded. */
  readonly 'next-when-invoice-uploaded': BecomesParams;
  /** Nothing changes it by the calendar; a certificate makes it `status`. */
  readonly 'next-when-certificate-uploaded': BecomesParams;

  /** Without a start date it never becomes `status` by itself. */
  readonly 'no-start-date': BecomesParams;
  /** Without an end date it never becomes `status` by itself. */
  readonly 'no-end-date': BecomesParams;
  /** `rule` would have made it `status`, but `by` changed it by hand afterwards, and that stays. */
  readonly 'no-undoing-by-rule': {
    readonly rule: RuleId;
    readonly status: ParticipationStatus;
    readonly by: string;
    readonly at: Instant;
  };
  /** A date of the enrollment can't be read, so the rules that need it do nothing. */
  readonly 'no-readable-date': { readonly field: EnrollmentDateField; readonly value: string };
  /** Nothing but cancelling changes it any more. */
  readonly 'no-further-change': BecomesParams;
  /** Cancelled is final. */
  readonly 'no-change-after-cancelling': Readonly<Record<never, never>>;
};

export type EnrollmentTermName = keyof EnrollmentTerms;

/** One sentence of an explanation. A {@link Term} whose names and params are known. */
export type EnrollmentTerm = {
  readonly [Name in EnrollmentTermName]: { readonly term: Name; readonly params: EnrollmentTerms[Name] };
}[EnrollmentTermName];
