import type { ParticipationStatus } from '../participation-status.js';

/** The moments in an enrollment that rules look at, in milliseconds since 1970. Undefined: not there, or not readable. */
export interface EnrollmentMoments {
  /** Only for an enrollment that has had no status yet: one that came from elsewhere keeps what it came with. */
  readonly newlyAcceptedMs: number | undefined;
  readonly acceptedMs: number | undefined;
  /** The first moment after the start date, or after its month. */
  readonly startPassedMs: number | undefined;
  readonly endPassedMs: number | undefined;
  readonly invoiceMs: number | undefined;
  readonly certificateMs: number | undefined;
  readonly cancelledMs: number | undefined;
  readonly withdrawnMs: number | undefined;
}

/** When a rule's condition comes true, and what it then does. */
export interface StatusRule {
  /** The statuses it changes. In any other it does nothing. */
  readonly from: readonly ParticipationStatus[];
  readonly to: ParticipationStatus;
  /** Whether somebody's act sets it off, or only the passing of days: then nobody but the rule has done it. */
  readonly setOffBy: 'act' | 'calendar';
  /** The moment its condition comes true, in milliseconds since 1970. Undefined: with these facts never. */
  readonly momentMs: (moments: EnrollmentMoments) => number | undefined;
}

/**
 * The automatic changes: one table, which everything reads. The order counts where moments are equal: a course of one day
 * starts before it is completed. Source: the help page on participation status; the guard of `end-date-passed` and the
 * refusal of certificates for a cancelled enrollment are this project's decisions.
 */
export const STATUS_RULES = {
  'enrollment-accepted': {
    from: ['unknown'],
    to: 'enrolled',
    setOffBy: 'act',
    momentMs: ({ newlyAcceptedMs }) => newlyAcceptedMs,
  },
  'start-date-passed': {
    from: ['enrolled'],
    to: 'started',
    setOffBy: 'calendar',
    momentMs: ({ startPassedMs }) => startPassedMs,
  },
  // The next two are one condition, end date passed and invoice uploaded; the one that came last names the rule.
  'invoice-uploaded': {
    from: ['enrolled', 'started'],
    to: 'completed',
    setOffBy: 'act',
    momentMs: ({ endPassedMs = Infinity, invoiceMs = -Infinity }) => (invoiceMs >= endPassedMs ? invoiceMs : undefined),
  },
  'end-date-passed': {
    from: ['enrolled', 'started'],
    to: 'completed',
    setOffBy: 'calendar',
    momentMs: ({ endPassedMs = -Infinity, invoiceMs = Infinity }) =>
      endPassedMs > invoiceMs ? endPassedMs : undefined,
  },
  // From no-show and did-not-pass as well: the certificate of a retake.
  'certificate-uploaded': {
    from: ['enrolled', 'started', 'did-not-pass', 'no-show', 'unknown'],
    to: 'completed',
    setOffBy: 'act',
    momentMs: ({ certificateMs }) => certificateMs,
  },
  'enrollment-cancelled': {
    from: ['enrolled', 'started', 'completed', 'did-not-pass', 'no-show', 'unknown'],
    to: 'cancelled',
    setOffBy: 'act',
    momentMs: ({ cancelledMs }) => cancelledMs,
  },
  // The consumer withdrew from the contract. Source: domain.md section 6.
  'enrollment-withdrawn': {
    from: ['enrolled', 'started', 'completed', 'did-not-pass', 'no-show', 'unknown'],
    to: 'cancelled',
    setOffBy: 'act',
    momentMs: ({ withdrawnMs }) => withdrawnMs,
  },
  // Too few people enrolled for the starting date. Whoever cancels the start writes it down: no fact of the enrollment
  // says how many others there are. Source: domain.md section 4, MinNumberOfSeats.
  'minimum-not-reached': {
    from: ['enrolled', 'started', 'unknown'],
    to: 'cancelled',
    setOffBy: 'act',
    momentMs: () => undefined,
  },
} as const satisfies Readonly<Record<string, StatusRule>>;

/** The rules that change a status without a person choosing it. */
export type RuleId = keyof typeof STATUS_RULES;

/** In the order of the table. */
export const RULE_IDS = Object.keys(STATUS_RULES) as [RuleId, ...RuleId[]];

/** Whether a rule changes this status. */
export function changesStatus(rule: RuleId, status: ParticipationStatus): boolean {
  const { from }: StatusRule = STATUS_RULES[rule];
  return from.includes(status);
}
