import type { EnrollmentDates } from '../enrollment.js';
import { isCalendarDay } from '../../calendar/is-calendar-day.js';
import { errorIssue, type Issue } from '../../issue.js';

/**
 * Checks the course dates of an enrollment: `date-invalid` for a day that doesn't exist, `end-date-before-start-date`. Of
 * a month-only date any day of its month will do.
 *
 * @example
 * checkEnrollmentDates({ startDate: '2026-02-30' });
 * // [{ code: 'date-invalid', severity: 'error', path: 'startDate', params: { value: '2026-02-30' } }]
 */
export function checkEnrollmentDates(dates: EnrollmentDates): readonly Issue[] {
  const issues = (['startDate', 'endDate'] as const).flatMap((field) => {
    const value = dates[field];
    return value === undefined || isCalendarDay(value) ? [] : [errorIssue('date-invalid', field, { value })];
  });
  if (issues.length > 0 || dates.startDate === undefined || dates.endDate === undefined) return issues;

  const earliestStart = dates.startDateIsMonthOnly ? dates.startDate.slice(0, 8) + '01' : dates.startDate;
  const latestEnd = dates.endDateIsMonthOnly ? dates.endDate.slice(0, 8) + '31' : dates.endDate;
  if (latestEnd >= earliestStart) return [];
  const { startDate, endDate } = dates;
  return [errorIssue('end-date-before-start-date', 'endDate', { startDate, endDate })];
}
