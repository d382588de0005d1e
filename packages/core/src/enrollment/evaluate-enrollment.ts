import { expectInstant } from '../calendar/instant.js';
import { DEFAULT_TIME_ZONE, type Instant } from '../calendar/time.js';
import { applyChanges } from './apply-changes.js';
import type { Enrollment, StatusChange } from './enrollment.js';
import { readMoments } from './enrollment-moments.js';
import type { EnrollmentTerm } from './enrollment-term.js';
import { explainStatus, explainWhy } from './explain-status.js';
import type { NextChange } from './next-change.js';
import type { ParticipationStatus } from './participation-status.js';
import type { EnrollmentMoments } from './status-rules.js';
import { statusTimeline, type AutomaticChange } from './status-timeline.js';

export interface EvaluationOptions {
  readonly now: Instant;
  /** IANA name: where the provider's days begin and end. Default {@link DEFAULT_TIME_ZONE}. */
  readonly timeZone?: string;
  /** `host`: the host's status holds as it is, and no rule changes it. Default: the kit's rules. */
  readonly rules?: StatusAuthority;
}

/** Who says what the status is: the kit's rules, or a host that knows better. */
export type StatusAuthority = 'kit' | 'host';

/** What the rules say about an enrollment at a moment. */
export interface EnrollmentEvaluation {
  readonly status: ParticipationStatus;
  /** What is due and not in the history yet, oldest first. Empty when the record is up to date. */
  readonly changes: readonly StatusChange[];
  /** The next change that the calendar brings. Absent when nothing will happen by itself. */
  readonly next?: NextChange;
  /** Why it has this status and what happens next, for people. */
  readonly explanation: readonly EnrollmentTerm[];
}

/**
 * The participation status that an enrollment has at a moment, what changed to get there, what changes next and why.
 * Evaluating again, late, or out of order gives the same status and history; {@link applyChanges} records the changes.
 * Dates that can't be read never throw: their rules do nothing and the explanation says so.
 *
 * @example
 * evaluateEnrollment(
 *   { ...enrollment, status: 'enrolled', startDate: '2026-08-24', endDate: '2026-09-12', history: [] },
 *   { now: '2026-09-01T10:00:00Z' },
 * );
 * // { status: 'started',
 * //   changes: [{ from: 'enrolled', to: 'started', at: '2026-08-24T22:00:00.000Z',
 * //               cause: { kind: 'rule', rule: 'start-date-passed' } }],
 * //   next: { rule: 'end-date-passed', to: 'completed', at: '2026-09-12T22:00:00.000Z', requires: 'invoice' },
 * //   explanation: [{ term: 'why-start-date-passed', ... }, { term: 'next-at-moment-with-invoice', ... }] }
 * @throws EnrollkitError `invalid` when `now` is no instant or `timeZone` is unknown: the caller's mistakes.
 * Source: the help page on participation status, and this project's decisions on it.
 */
export function evaluateEnrollment(
  enrollment: Enrollment,
  { now, timeZone = DEFAULT_TIME_ZONE, rules = 'kit' }: EvaluationOptions,
): EnrollmentEvaluation {
  const nowMs = expectInstant(now);
  if (rules === 'host') return { status: enrollment.status, changes: [], explanation: [explainWhy(enrollment)] };
  const { moments, unreadable } = readMoments(enrollment, timeZone);
  const [due, coming] = splitAt(statusTimeline(enrollment, moments), nowMs);
  const current = applyChanges(enrollment, due);
  const next = nextChange(current, moments, coming, nowMs);
  return {
    status: current.status,
    changes: due,
    ...(next && { next }),
    explanation: explainStatus(current, { moments, unreadable, next, nowMs }),
  };
}

function nextChange(
  enrollment: Enrollment,
  moments: EnrollmentMoments,
  [coming]: readonly AutomaticChange[],
  nowMs: number,
): NextChange | undefined {
  if (moments.invoiceMs === undefined) {
    // Invoices come between now and the end date as a rule: tell what happens then, and that it takes one.
    const supposed = statusTimeline(enrollment, { ...moments, invoiceMs: nowMs });
    const [first] = splitAt(supposed, nowMs)[1];
    if (first?.cause.rule === 'end-date-passed') return { ...toNext(first), requires: 'invoice' };
  }
  return coming && toNext(coming);
}

function toNext({ cause, to, at }: AutomaticChange): NextChange {
  return { rule: cause.rule, to, at };
}

function splitAt(
  timeline: readonly AutomaticChange[],
  nowMs: number,
): readonly [due: readonly AutomaticChange[], coming: readonly AutomaticChange[]] {
  const isDue = ({ at }: AutomaticChange): boolean => expectInstant(at) <= nowMs;
  return [timeline.filter(isDue), timeline.filter((change) => !isDue(change))];
}
