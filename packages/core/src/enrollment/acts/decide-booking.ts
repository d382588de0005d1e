import { bookingStateOf, canBecome, type BookingState } from '../../booking/booking-state.js';
import { withdrawalObstacle, type WithdrawalObstacle } from '../../booking/withdrawal-period.js';
import type { EnrollmentIssueCode } from '../../issue-codes.js';
import { errorIssue } from '../../issue.js';
import type { Instant } from '../../calendar/time.js';
import { actOnEnrollment, refuse, type EnrollmentOutcome } from './act-on-enrollment.js';
import type { BookingChange, Enrollment, WithdrawalStatement } from '../enrollment.js';
import type { EvaluationOptions } from '../rules/evaluate-status.js';
import { changesStatus } from '../rules/status-rules.js';

// What becomes of a booking: asked for, accepted or declined, later perhaps cancelled or withdrawn. Each is a few lines on one
// shape, so they share a file. They throw `invalid` when `now` is no instant or `timeZone` is unknown. Source: domain.md
// section 1, booking state, and section 6.

export interface BookingAct extends EvaluationOptions {
  /** Id of the actor who does it. */
  readonly by?: string | undefined;
  /** How people call that actor. */
  readonly name?: string | undefined;
  /** Why: at most 500 characters, for the provider, HR and the participant to read. */
  readonly note?: string | undefined;
}

/**
 * Asks for a place that somebody has to look at first. There is no participation status until it is accepted.
 *
 * @example
 * requestBooking({ ...draft, status: 'unknown', history: [] }, { now, by: 'u1' }).enrollment.bookingState; // 'requested'
 */
export function requestBooking(draft: Enrollment, act: BookingAct): EnrollmentOutcome {
  return actOnEnrollment(draft, act, {
    facts: (_, at) => ({
      bookingState: 'requested',
      requestedAt: at,
      bookingHistory: [change(undefined, 'requested', at, act)],
    }),
  });
}

/**
 * Accepts a booking: it becomes `enrolled`, and `started` at once when the course is under way. Also one that was declined
 * before. Accepting again changes nothing. Refused with `booking-already-decided` when it has ended.
 *
 * @example
 * acceptEnrollment({ ...draft, status: 'unknown', history: [] }, { now }).enrollment.status; // 'enrolled'
 */
export function acceptEnrollment(enrollment: Enrollment, act: BookingAct): EnrollmentOutcome {
  return decide(enrollment, 'accepted', act, {
    facts: ({ acceptedAt }, at) => ({ acceptedAt: acceptedAt ?? at }),
    rule: 'enrollment-accepted',
  });
}

/**
 * Declines a request. Declining again changes nothing. Refused with `booking-already-decided` once it was accepted: that is
 * cancelling.
 *
 * @example
 * declineEnrollment(requested, { now, by: 'p1', note: 'De groep is vol.' }).enrollment.bookingState; // 'declined'
 */
export function declineEnrollment(enrollment: Enrollment, act: BookingAct): EnrollmentOutcome {
  return decide(enrollment, 'declined', act, { facts: (_, at) => ({ declinedAt: at }) });
}

/**
 * Cancels an enrollment, which is final. Cancelling again changes nothing, and so does cancelling what was declined or
 * withdrawn.
 *
 * @example
 * cancelEnrollment(enrollment, { now }).enrollment.status; // 'cancelled'
 */
export function cancelEnrollment(enrollment: Enrollment, act: BookingAct): EnrollmentOutcome {
  if (!canBecome(bookingStateOf(enrollment), 'cancelled')) return actOnEnrollment(enrollment, act, {});
  return decide(enrollment, 'cancelled', act, {
    facts: ({ status }, at) => (status === 'cancelled' ? {} : { cancelledAt: at }),
    rule: 'enrollment-cancelled',
  });
}

/**
 * Cancels an enrollment together with the start that too few people enrolled for. Who has a result already keeps it.
 *
 * @example
 * cancelWithStart(enrollment, { now }).changes; // [{ from: 'enrolled', to: 'cancelled', cause: { rule: 'minimum-not-reached', ... } }]
 */
export function cancelWithStart(enrollment: Enrollment, options: EvaluationOptions): EnrollmentOutcome {
  const rule = 'minimum-not-reached';
  const isOpen = (due: Enrollment): boolean =>
    changesStatus(rule, due.status) && canBecome(bookingStateOf(due), 'cancelled');
  return actOnEnrollment(enrollment, options, {
    facts: (due, at) => (isOpen(due) ? { cancelledAt: at, ...become(due, 'cancelled', at, {}) } : {}),
    change: (due, at) =>
      isOpen(due) ? { from: due.status, to: 'cancelled', at, cause: { kind: 'rule', rule } } : undefined,
  });
}

const WHY_NOT = {
  'no-consumer': 'withdrawal-for-consumers-only',
  'already-ended': 'booking-already-decided',
  'period-over': 'withdrawal-period-over',
} as const satisfies Record<WithdrawalObstacle, EnrollmentIssueCode>;

/**
 * A consumer withdraws from the contract, or takes a request back: the enrollment is cancelled with that cause. Withdrawing
 * again changes nothing. Refused with `withdrawal-for-consumers-only`, `withdrawal-period-over` or `booking-already-decided`.
 *
 * @example
 * withdrawEnrollment(enrollment, { now, statement: { name: 'Anna Smit', email: 'anna@example.nl' } }).enrollment.status; // 'cancelled'
 */
export function withdrawEnrollment(
  enrollment: Enrollment,
  { statement, ...act }: BookingAct & { readonly statement: WithdrawalStatement },
): EnrollmentOutcome {
  if (bookingStateOf(enrollment) === 'withdrawn') return actOnEnrollment(enrollment, act, {});
  const obstacle = withdrawalObstacle(enrollment, act);
  if (obstacle) {
    return refuse(enrollment, errorIssue(WHY_NOT[obstacle], 'bookingState', { state: bookingStateOf(enrollment) }));
  }
  return decide(enrollment, 'withdrawn', act, {
    facts: (_, at) => ({ withdrawnAt: at, withdrawal: statement }),
    rule: 'enrollment-withdrawn',
  });
}

/** Who did it, and why. */
type Doer = Pick<BookingAct, 'by' | 'name' | 'note'>;

/** The shape of a decision: nothing when it is so already, refused when it can't become so, else kept with its history. */
function decide(
  enrollment: Enrollment,
  to: BookingState,
  act: BookingAct,
  { facts, rule }: Pick<NonNullable<Parameters<typeof actOnEnrollment>[2]>, 'facts' | 'rule'>,
): EnrollmentOutcome {
  const from = bookingStateOf(enrollment);
  const isNew = enrollment.bookingState === undefined && to === 'accepted';
  if (from !== to && !canBecome(from, to)) {
    return refuse(enrollment, errorIssue('booking-already-decided', 'bookingState', { state: from }));
  }
  if (from === to && !isNew && enrollment.bookingState !== undefined) return actOnEnrollment(enrollment, act, {});
  return actOnEnrollment(enrollment, act, {
    facts: (due, at) => ({ ...facts?.(due, at), ...become(due, to, at, act) }),
    ...(rule && { rule }),
  });
}

/** The state and the history that say so. */
function become(enrollment: Enrollment, to: BookingState, at: Instant, act: Doer): Partial<Enrollment> {
  const { bookingState, bookingHistory = [] } = enrollment;
  return { bookingState: to, bookingHistory: [...bookingHistory, change(bookingState, to, at, act)] };
}

function change(
  from: BookingState | undefined,
  to: BookingState,
  at: Instant,
  { by, name, note }: Doer,
): BookingChange {
  return {
    ...(from && { from }),
    to,
    at,
    ...(by !== undefined && { by }),
    ...(name !== undefined && { name }),
    ...(note !== undefined && { note }),
  };
}
