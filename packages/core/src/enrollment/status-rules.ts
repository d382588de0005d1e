import type { EnrollmentMoments } from './enrollment-moments.js';
import type { ParticipationStatus } from './participation-status.js';
import type { RuleId } from './rule-id.js';

/** When a rule's condition comes true, and what it then does. */
export interface StatusRule {
  readonly id: RuleId;
  /** The statuses it changes. In any other it does nothing. */
  readonly from: readonly ParticipationStatus[];
  readonly to: ParticipationStatus;
  /** The moment its condition comes true, in milliseconds since 1970. Undefined: with these facts never. */
  readonly momentMs: (moments: EnrollmentMoments) => number | undefined;
}

/**
 * The automatic changes: one table, which everything reads. The order counts where moments are equal: a course of one day
 * starts before it is completed. Source: the help page on participation status; the guard of `end-date-passed` and the
 * refusal of certificates for a cancelled enrollment are this project's decisions.
 */
export const STATUS_RULES: readonly StatusRule[] = [
  {
    id: 'enrollment-accepted',
    from: ['unknown'],
    to: 'enrolled',
    momentMs: ({ newlyAcceptedMs }) => newlyAcceptedMs,
  },
  {
    id: 'start-date-passed',
    from: ['enrolled'],
    to: 'started',
    momentMs: ({ startPassedMs }) => startPassedMs,
  },
  // The next two are one condition, end date passed and invoice uploaded; the one that came last names the rule.
  {
    id: 'invoice-uploaded',
    from: ['enrolled', 'started'],
    to: 'completed',
    momentMs: ({ endPassedMs = Infinity, invoiceMs = -Infinity }) => (invoiceMs >= endPassedMs ? invoiceMs : undefined),
  },
  {
    id: 'end-date-passed',
    from: ['enrolled', 'started'],
    to: 'completed',
    momentMs: ({ endPassedMs = -Infinity, invoiceMs = Infinity }) =>
      endPassedMs > invoiceMs ? endPassedMs : undefined,
  },
  // From no-show and did-not-pass as well: the certificate of a retake.
  {
    id: 'certificate-uploaded',
    from: ['enrolled', 'started', 'did-not-pass', 'no-show', 'unknown'],
    to: 'completed',
    momentMs: ({ certificateMs }) => certificateMs,
  },
  {
    id: 'enrollment-cancelled',
    from: ['enrolled', 'started', 'completed', 'did-not-pass', 'no-show', 'unknown'],
    to: 'cancelled',
    momentMs: ({ cancelledMs }) => cancelledMs,
  },
  // Whoever cancels the start writes it down: no fact of the enrollment says how many others there are.
  {
    id: 'minimum-not-reached',
    from: ['enrolled', 'started', 'unknown'],
    to: 'cancelled',
    momentMs: () => undefined,
  },
];
