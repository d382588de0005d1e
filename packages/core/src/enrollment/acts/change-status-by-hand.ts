import { errorIssue } from '../../issue.js';
import { actOnEnrollment, refuse, type EnrollmentOutcome } from './act-on-enrollment.js';
import type { Enrollment, HostCause } from '../enrollment.js';
import type { EvaluationOptions } from '../rules/evaluate-status.js';
import { STATUSES_BY_HAND, type ParticipationStatus } from '../participation-status.js';

export interface ManualChange extends EvaluationOptions {
  readonly to: ParticipationStatus;
  /** Id of the actor who does it. */
  readonly by: string;
  /** What people call this actor. */
  readonly name?: string;
  /** Who reports it when it is no person but a host that saw it. Counts like a change by hand. */
  readonly cause?: HostCause;
  /** Why: at most 500 characters, for the provider, HR and the participant to read. */
  readonly note?: string | undefined;
}

/**
 * A person chooses a status with the pencil. It holds against every rule whose moment lies before it. Choosing the status
 * that is already there records nothing. Refused with `enrollment-cancelled`, `booking-not-accepted`, or `status-not-by-hand` for a status that no
 * person can choose.
 *
 * @example
 * changeStatusByHand(enrollment, { to: 'no-show', by: 'p.devries', now: '2026-09-01T10:00:00Z' });
 * // { enrollment: { status: 'no-show', ... }, changes: [..., { from: 'started', to: 'no-show', ... }], issues: [] }
 * @throws EnrollkitError `invalid` when `now` is no instant or `timeZone` is unknown.
 * Source: the help page on participation status.
 */
export function changeStatusByHand(
  enrollment: Enrollment,
  { to, by, name, cause: reported, note, ...options }: ManualChange,
): EnrollmentOutcome {
  const cause = reported ?? ({ kind: 'manual', by, ...(name !== undefined && { name }) } as const);
  if (!STATUSES_BY_HAND.includes(to)) {
    return refuse(enrollment, errorIssue('status-not-by-hand', 'status', { status: to }));
  }
  return actOnEnrollment(enrollment, options, {
    refusedUnlessAccepted: true,
    change: ({ status: from }, at) =>
      from === to ? undefined : { from, to, at, cause, ...(note !== undefined && { note }) },
  });
}
