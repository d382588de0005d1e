import type { Enrollment, StatusChange } from './enrollment.js';
import type { EnrollmentTerm } from './explain/enrollment-term.js';
import { evaluateStatus, type EvaluationOptions } from './rules/evaluate-status.js';
import { explainStatus } from './explain/explain-status.js';
import type { NextChange } from './rules/next-change.js';
import type { ParticipationStatus } from './participation-status.js';

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
export function evaluateEnrollment(enrollment: Enrollment, options: EvaluationOptions): EnrollmentEvaluation {
  const evaluation = evaluateStatus(enrollment, options);
  const { status, changes, next } = evaluation;
  return { status, changes, ...(next && { next }), explanation: explainStatus(evaluation) };
}
