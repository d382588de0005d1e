import { bookingStateOf } from '../../booking/booking-state.js';
import type { EnrollmentTerm } from './enrollment-term.js';
import type { StatusEvaluation } from '../rules/evaluate-status.js';

/** What happens next, or why nothing does. Empty for a booking that was declined, and where a host says what the status is. */
export function explainNext({ current: enrollment, next, found }: StatusEvaluation): readonly EnrollmentTerm[] {
  if (!found) return [];
  const { moments, nowMs } = found;
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
