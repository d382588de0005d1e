import { bookingStateOf } from '../../booking/booking-state.js';
import { expectInstant, formatInstant } from '../../calendar/instant.js';
import { errorIssue, type Issue } from '../../issue.js';
import { DEFAULT_TIME_ZONE, type Instant } from '../../calendar/time.js';
import { applyChanges } from '../rules/apply-changes.js';
import type { Enrollment, StatusChange } from '../enrollment.js';
import { readMoments } from '../rules/enrollment-moments.js';
import type { EvaluationOptions } from '../rules/evaluate-status.js';
import type { RuleId } from '../rules/status-rules.js';
import { lastChangeMs, statusTimeline } from '../rules/status-timeline.js';

/** What an act has made of an enrollment. */
export interface EnrollmentOutcome {
  /** The enrollment after the act, its history included; as it was given when the act is refused. */
  readonly enrollment: Enrollment;
  /** What was added to the history, oldest first: what was due before the act, the act itself, and what followed from it. */
  readonly changes: readonly StatusChange[];
  /** Why the act is refused. Empty when it is done. */
  readonly issues: readonly Issue[];
}

/** What an act does to an enrollment that is up to date. `at` is the moment of the act. */
interface Act {
  /** Dates and moments that it sets. */
  readonly facts?: (enrollment: Enrollment, at: Instant) => Partial<Enrollment>;
  /** The rule that it triggers by itself. */
  readonly rule?: RuleId;
  /** The change that it is. */
  readonly change?: (enrollment: Enrollment, at: Instant) => StatusChange | undefined;
  /** A person with a place in the course: neither cancelled nor still asking for one. */
  readonly refusedUnlessAccepted?: boolean;
}

/**
 * Records what is due by now, and nothing else: what a nightly run or a read does.
 *
 * @example
 * bringUpToDate(enrollment, { now: '2026-09-01T10:00:00Z' });
 * // { enrollment: { status: 'started', history: [...], ... }, changes: [...], issues: [] }
 * @throws EnrollkitError `invalid` when `now` is no instant or `timeZone` is unknown.
 */
export function bringUpToDate(enrollment: Enrollment, options: EvaluationOptions): EnrollmentOutcome {
  return actOnEnrollment(enrollment, options, {});
}

/** The shape of every act: what is due comes first, then the act, then what follows from it. Nothing is overwritten. */
export function actOnEnrollment(
  enrollment: Enrollment,
  { now, timeZone = DEFAULT_TIME_ZONE }: EvaluationOptions,
  { facts, rule, change, refusedUnlessAccepted = false }: Act,
): EnrollmentOutcome {
  const due = applyDue(enrollment, expectInstant(now), timeZone);
  if (refusedUnlessAccepted && due.status === 'cancelled') {
    return refuse(enrollment, errorIssue('enrollment-cancelled', 'status'));
  }
  const state = bookingStateOf(due);
  if (refusedUnlessAccepted && state !== 'accepted') {
    return refuse(enrollment, errorIssue('booking-not-accepted', 'bookingState', { state }));
  }
  // The clock of another machine may be ahead: who acts after a change does so at its moment, not before it.
  const actMs = Math.max(expectInstant(now), lastChangeMs(due.history));
  const at = formatInstant(actMs);
  const own = change?.(due, at);
  const acted = applyChanges(facts ? { ...due, ...facts(due, at) } : due, own ? [own] : []);
  const result = applyDue(acted, actMs, timeZone, rule);
  return { enrollment: result, changes: result.history.slice(enrollment.history.length), issues: [] };
}

/** The answer to an act that is not allowed. */
export function refuse(enrollment: Enrollment, ...issues: readonly Issue[]): EnrollmentOutcome {
  return { enrollment, changes: [], issues };
}

function applyDue(enrollment: Enrollment, nowMs: number, timeZone: string, actOf?: RuleId): Enrollment {
  const { moments } = readMoments(enrollment, timeZone);
  return applyChanges(
    enrollment,
    statusTimeline(enrollment, moments, actOf).filter(({ at }) => expectInstant(at) <= nowMs),
  );
}
