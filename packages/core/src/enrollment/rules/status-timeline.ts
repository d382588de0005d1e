import { formatInstant, parseInstant } from '../../calendar/instant.js';
import type { Enrollment, StatusChange } from '../enrollment.js';
import type { ParticipationStatus } from '../participation-status.js';
import { changesStatus, RULE_IDS, STATUS_RULES, type EnrollmentMoments, type RuleId } from './status-rules.js';

/** A change that a rule made or will make. */
export interface AutomaticChange extends StatusChange {
  readonly cause: { readonly kind: 'rule'; readonly rule: RuleId };
}

/**
 * Every change that the rules make from here on, as if nobody ever touches the enrollment again, oldest first: the past
 * part is due, the rest is still to come. That nothing depends on when somebody looks makes evaluating late, twice or out
 * of order harmless.
 *
 * A rule that a person's act triggers right now (`actOf`) is not held back by a manual change of the same moment.
 */
export function statusTimeline(
  enrollment: Enrollment,
  moments: EnrollmentMoments,
  actOf?: RuleId,
): readonly AutomaticChange[] {
  const timeline: AutomaticChange[] = [];
  let status: ParticipationStatus = enrollment.status;
  // History only grows: what a rule does now never comes to stand before what was recorded earlier.
  let lastMs = lastChangeMs(enrollment.history);
  const heldMs = heldUntilMs(enrollment);
  for (const { rule, conditionMs, momentMs } of rulesByMoment(moments)) {
    if (rule !== actOf && conditionMs <= heldMs) continue;
    if (!changesStatus(rule, status)) continue;
    const { to } = STATUS_RULES[rule];
    lastMs = Math.max(lastMs, momentMs);
    timeline.push({ from: status, to, at: formatInstant(lastMs), cause: { kind: 'rule', rule } });
    status = to;
  }
  return timeline;
}

/** The moment of the last recorded change; before all times when there is none. */
export function lastChangeMs(history: readonly StatusChange[]): number {
  return Math.max(-Infinity, ...history.map(({ at }) => parseInstant(at) ?? -Infinity));
}

interface TimedRule {
  readonly rule: RuleId;
  /** When its condition came true. */
  readonly conditionMs: number;
  /** When it acts on that: not before the enrollment was accepted. */
  readonly momentMs: number;
}

/** In the order in which they act. */
export function rulesByMoment(moments: EnrollmentMoments): readonly TimedRule[] {
  const timed: TimedRule[] = [];
  for (const rule of RULE_IDS) {
    const conditionMs = STATUS_RULES[rule].momentMs(moments);
    // Who is accepted after the course has started becomes enrolled first, and started at the same moment.
    const momentMs = Math.max(conditionMs ?? NaN, moments.acceptedMs ?? -Infinity);
    if (conditionMs !== undefined) timed.push({ rule, conditionMs, momentMs });
  }
  return timed.sort((a, b) => a.momentMs - b.momentMs);
}

/** A person, or a host, wins over every rule whose moment doesn't lie after their change. A date that is moved makes a new moment. */
export function heldUntilMs({ history }: Enrollment): number {
  return lastChangeMs(history.filter(({ cause }) => cause.kind !== 'rule'));
}
