import { bookingStateOf } from '../../booking/booking-state.js';
import type { Enrollment, HostCause, ManualCause } from '../enrollment.js';
import type { EnrollmentTerm } from './enrollment-term.js';
import type { StatusEvaluation } from '../rules/evaluate-status.js';
import { explainNext } from './explain-next.js';
import { changesStatus, STATUS_RULES, type EnrollmentMoments, type RuleId } from '../rules/status-rules.js';
import { heldUntilMs, rulesByMoment } from '../rules/status-timeline.js';

/** Why an enrollment has its status, what happens next, and what will not: in the order a person asks. */
export function explainStatus(evaluation: StatusEvaluation): readonly EnrollmentTerm[] {
  const { current, found } = evaluation;
  const why = explainWhy(current);
  if (!found) return [why];
  return [
    why,
    ...explainNext(evaluation),
    ...explainHeld(current, found.moments),
    ...found.unreadable.map(({ field, value }) => ({ term: 'no-readable-date', params: { field, value } }) as const),
  ];
}

/** What brought about the status that is there, or why there is none yet. */
function explainWhy(enrollment: Enrollment): EnrollmentTerm {
  const { status, originalStatus, history } = enrollment;
  const undecided = status === 'unknown' ? explainBooking(enrollment) : undefined;
  if (undecided) return undecided;
  const last = history.at(-1);
  // A history that ends elsewhere than the status says nothing about it.
  if (last?.to === status) {
    const { at, cause } = last;
    if (cause.kind === 'rule') return { term: `why-${cause.rule}`, params: { status, at } };
    return cause.kind === 'host'
      ? {
          term: 'why-reported-by-host',
          params: { status, by: cause.name, detail: withinSentence(cause.detail ?? ''), at },
        }
      : { term: 'why-changed-by-hand', params: { status, by: changedBy(cause), at } };
  }
  if (status !== 'unknown') return { term: 'why-imported', params: { status } };
  return originalStatus === undefined
    ? { term: 'why-status-unknown', params: {} }
    : { term: 'why-status-not-recognized', params: { originalStatus } };
}

/** What somebody else wrote, as the end of a sentence that has its own full stop. */
function withinSentence(text: string): string {
  return text.trimEnd().replace(/\.$/, '');
}

/** Without a participation status yet: why there is none. */
function explainBooking(enrollment: Enrollment): EnrollmentTerm | undefined {
  const { requestedAt, declinedAt, bookingHistory = [] } = enrollment;
  const state = bookingStateOf(enrollment);
  if (state === 'requested') {
    return { term: 'why-booking-requested', params: requestedAt === undefined ? {} : { at: requestedAt } };
  }
  if (state !== 'declined') return undefined;
  const note = bookingHistory.findLast(({ to }) => to === 'declined')?.note;
  return {
    term: 'why-booking-declined',
    params: { ...(declinedAt !== undefined && { at: declinedAt }), ...(note !== undefined && { note }) },
  };
}

function explainHeld(enrollment: Enrollment, moments: EnrollmentMoments): EnrollmentTerm[] {
  const chosen = enrollment.history.findLast(({ cause }) => cause.kind !== 'rule');
  if (!chosen || chosen.cause.kind === 'rule') return [];
  const { at, cause } = chosen;
  return heldRules(enrollment, moments).map((rule) => ({
    term: 'no-undoing-by-rule',
    params: { rule, status: STATUS_RULES[rule].to, by: changedBy(cause), at },
  }));
}

/** The rules that would change this status if a person had not chosen it after their moment. */
function heldRules(enrollment: Enrollment, moments: EnrollmentMoments): readonly RuleId[] {
  const heldMs = heldUntilMs(enrollment);
  return rulesByMoment(moments)
    .filter(({ rule, conditionMs }) => conditionMs <= heldMs && changesStatus(rule, enrollment.status))
    .map(({ rule }) => rule);
}

/** Who is named to people: by the name they go by, where it is known. */
export function changedBy(cause: ManualCause | HostCause): string {
  return cause.kind === 'manual' ? (cause.name ?? cause.by) : cause.name;
}
