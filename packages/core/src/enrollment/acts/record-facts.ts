import type { EnrollmentDates } from '../enrollment.js';
import { actOnEnrollment, refuse, type EnrollmentOutcome } from './act-on-enrollment.js';
import { checkEnrollmentDates } from './check-enrollment-dates.js';
import type { Enrollment } from '../enrollment.js';
import type { EvaluationOptions } from '../rules/evaluate-status.js';

// What happens to an enrollment and rules look at. Each is a few lines on one shape, so they share a file. They throw
// `invalid` when `now` is no instant or `timeZone` is unknown. Source: the help page on participation status.

/**
 * The invoice was uploaded: completes the enrollment now or when the end date has passed. A later invoice is a new moment.
 *
 * @example
 * recordInvoice(enrollment, { now: '2026-09-20T10:00:00Z' }).enrollment.status; // 'completed', when it ended on 12 September
 */
export function recordInvoice(enrollment: Enrollment, options: EvaluationOptions): EnrollmentOutcome {
  return actOnEnrollment(enrollment, options, {
    facts: (_, at) => ({ invoiceUploadedAt: at }),
    rule: 'invoice-uploaded',
  });
}

/**
 * A certificate was uploaded: completes the enrollment, also from `no-show` and `did-not-pass` (a retake). Refused with
 * `enrollment-cancelled`, or `booking-not-accepted`.
 *
 * @example
 * recordCertificate(enrollment, { now }).enrollment.status; // 'completed'
 */
export function recordCertificate(enrollment: Enrollment, options: EvaluationOptions): EnrollmentOutcome {
  return actOnEnrollment(enrollment, options, {
    refusedUnlessAccepted: true,
    facts: (_, at) => ({ certificateUploadedAt: at }),
    rule: 'certificate-uploaded',
  });
}

/**
 * Moves the course dates; a date that isn't named stays. What was due by the old dates is recorded first and stays in the
 * history; the new dates make new moments, which a manual change before them doesn't hold back. Refused with `date-invalid`
 * or `end-date-before-start-date`.
 *
 * @example
 * moveDates(enrollment, { endDate: '2026-10-03' }, { now });
 */
export function moveDates(
  enrollment: Enrollment,
  dates: EnrollmentDates,
  options: EvaluationOptions,
): EnrollmentOutcome {
  const moved = {
    // A new date is a whole day unless it says otherwise, whatever the old one was.
    ...(dates.startDate !== undefined && { startDateIsMonthOnly: false }),
    ...(dates.endDate !== undefined && { endDateIsMonthOnly: false }),
    ...dates,
  };
  const issues = checkEnrollmentDates({ ...enrollment, ...moved });
  return issues.length > 0
    ? refuse(enrollment, ...issues)
    : actOnEnrollment(enrollment, options, { facts: () => moved });
}
