import { expectInstant } from '../../calendar/instant.js';
import { DEFAULT_TIME_ZONE, type Instant } from '../../calendar/time.js';
import { applyChanges } from './apply-changes.js';
import type { Enrollment, StatusChange } from '../enrollment.js';
import { readMoments, type UnreadableDate } from './enrollment-moments.js';
import type { NextChange } from './next-change.js';
import type { ParticipationStatus } from '../participation-status.js';
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

/** What the rules say about an enrollment at a moment, in no words yet. */
export interface StatusEvaluation {
  readonly status: ParticipationStatus;
  /** What is due and not in the history yet, oldest first. Empty when the record is up to date. */
  readonly changes: readonly StatusChange[];
  /** The next change that the calendar brings. Absent when nothing will happen by itself. */
  readonly next?: NextChange;
  /** The enrollment with its due changes applied. */
  readonly current: Enrollment;
  /** What it takes to explain the status. Absent where a host says what it is, and no rule. */
  readonly found?: FoundByRules;
}

/** What the rules read in an enrollment. */
export interface FoundByRules {
  readonly moments: EnrollmentMoments;
  readonly unreadable: readonly UnreadableDate[];
  readonly nowMs: number;
}

/**
 * As `evaluateEnrollment`, without the explanation: `explainNext` and `explainStatus` make that of the answer, each when
 * somebody wants to read it.
 */
export function evaluateStatus(
  enrollment: Enrollment,
  { now, timeZone = DEFAULT_TIME_ZONE, rules = 'kit' }: EvaluationOptions,
): StatusEvaluation {
  const nowMs = expectInstant(now);
  if (rules === 'host') return { status: enrollment.status, changes: [], current: enrollment };
  const { moments, unreadable } = readMoments(enrollment, timeZone);
  const [due, coming] = splitAt(statusTimeline(enrollment, moments), nowMs);
  const current = applyChanges(enrollment, due);
  const next = nextChange(current, moments, coming, nowMs);
  const found = { moments, unreadable, nowMs };
  return { status: current.status, changes: due, ...(next && { next }), current, found };
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
  // In order of time, and written by the timeline itself.
  const coming = timeline.findIndex(({ at }) => Date.parse(at) > nowMs);
  return coming < 0 ? [timeline, []] : [timeline.slice(0, coming), timeline.slice(coming)];
}
