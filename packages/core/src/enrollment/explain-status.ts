import { bookingStateOf } from '../booking/booking-state.js';
import type { Enrollment, HostCause, ManualCause } from './enrollment.js';
import type { UnreadableDate } from './enrollment-moments.js';
import type { EnrollmentTerm } from './enrollment-term.js';
import type { NextChange } from './next-change.js';
import { STATUS_RULES, type EnrollmentMoments } from './status-rules.js';
import { heldRules } from './status-timeline.js';

/** What the rules found out about an enrollment whose due changes are applied. */
interface Findings {
  readonly moments: EnrollmentMoments;
  readonly unreadable: readonly UnreadableDate[];
  readonly next: NextChange | undefined;
  readonly nowMs: number;
}

/** Why an enrollment has its status, what happens next, and what will not: in the order a person asks. */
export function explainStatus(enrollment: Enrollment, findings: Findings): readonly EnrollmentTerm[] {
  return [
    explainWhy(enrollment),
    ...explainNext(enrollment, findings),
    ...explainHeld(enrollment, findings),
    ...findings.unreadable.map(({ field, value }) => ({ term: 'no-readable-date', params: { field, value } }) as const),
  ];
}

/** What brought about the status that is there, or why there is none yet. */
export function explainWhy(enrollment: Enrollment): EnrollmentTerm {
  const { status, originalStatus, history } = enrollment;
  const undecided = status === 'unknown' ? explainBooking(enrollment) : undefined;
  if (undecided) return undecided;
  const last = history.at(-1);
  // A history that ends elsewhere than the status says nothing about it.
  if (last?.to === status) {
    const { at, cause } = last;
    if (cause.kind === 'rule') return { term: `why-${cause.rule}`, params: { status, at } };
    return cause.kind === 'host'
      ? { term: 'why-reported-by-host', params: { status, by: cause.name, detail: cause.detail ?? '', at } }
      : { term: 'why-changed-by-hand', params: { status, by: changedBy(cause), at } };
  }
  if (status !== 'unknown') return { term: 'why-imported', params: { status } };
  return originalStatus === undefined
    ? { term: 'why-status-unknown', params: {} }
    : { term: 'why-status-not-recognized', params: { originalStatus } };
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

function explainNext(enrollment: Enrollment, { moments, next, nowMs }: Findings): EnrollmentTerm[] {
  const { status } = enrollment;
  if (status === 'cancelled') return [{ term: 'no-change-after-cancelling', params: {} }];
  const state = bookingStateOf(enrollment);
  if (state === 'requested') return [{ term: 'next-when-accepted', params: { status: 'enrolled' } }];
  if (state === 'declined') return [];

  const terms: EnrollmentTerm[] = [];
  if (next) {
    const term = next.requires === 'invoice' ? 'next-at-moment-with-invoice' : 'next-at-moment';
    terms.push({ term, params: { status: next.to, at: next.at } });
  }
  if (status === 'enrolled' && !enrollment.startDate)
    terms.push({ term: 'no-start-date', params: { status: 'started' } });
  if (status === 'enrolled' || status === 'started') {
    const endPassed = moments.endPassedMs !== undefined && moments.endPassedMs <= nowMs;
    if (!enrollment.endDate) terms.push({ term: 'no-end-date', params: { status: 'completed' } });
    else if (endPassed && moments.invoiceMs === undefined) {
      terms.push({ term: 'next-when-invoice-uploaded', params: { status: 'completed' } });
    }
  }
  if (next) return terms;
  if (status === 'completed') return [{ term: 'no-further-change', params: { status } }];
  return [...terms, { term: 'next-when-certificate-uploaded', params: { status: 'completed' } }];
}

function explainHeld(enrollment: Enrollment, { moments }: Findings): EnrollmentTerm[] {
  const chosen = enrollment.history.findLast(({ cause }) => cause.kind !== 'rule');
  if (!chosen || chosen.cause.kind === 'rule') return [];
  const { at, cause } = chosen;
  return heldRules(enrollment, moments).map((rule) => ({
    term: 'no-undoing-by-rule',
    params: { rule, status: STATUS_RULES[rule].to, by: changedBy(cause), at },
  }));
}

/** Who is named to people: by the name they go by, where it is known. */
export function changedBy(cause: ManualCause | HostCause): string {
  return cause.kind === 'manual' ? (cause.name ?? cause.by) : cause.name;
}
