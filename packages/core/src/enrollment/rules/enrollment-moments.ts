import { parseInstant } from '../../calendar/instant.js';
import { endOfDayMs, expectTimeZone } from '../../calendar/time-zone.js';
import { isCalendarDay } from '../../calendar/is-calendar-day.js';
import type { Enrollment } from '../enrollment.js';
import type { EnrollmentMoments } from './status-rules.js';

/** The fields of an enrollment that hold a day or a moment. */
export type EnrollmentDateField =
  | 'startDate'
  | 'endDate'
  | 'acceptedAt'
  | 'invoiceUploadedAt'
  | 'certificateUploadedAt'
  | 'cancelledAt'
  | 'withdrawnAt';

/** A date that was given and can't be read. */
export interface UnreadableDate {
  readonly field: EnrollmentDateField;
  readonly value: string;
}

/** Reads the dates of an enrollment, once, and says which can't be read: bad data never throws. */
export function readMoments(
  enrollment: Enrollment,
  timeZone: string,
): { readonly moments: EnrollmentMoments; readonly unreadable: readonly UnreadableDate[] } {
  expectTimeZone(timeZone);
  const unreadable: UnreadableDate[] = [];

  const read = (field: EnrollmentDateField, toMs: (value: string) => number | undefined): number | undefined => {
    const value: unknown = enrollment[field];
    // Other systems write an absent date as null or an empty text.
    if (value === undefined || value === null || value === '') return undefined;
    const ms = typeof value === 'string' ? toMs(value) : undefined;
    if (ms === undefined) unreadable.push({ field, value: typeof value === 'string' ? value : JSON.stringify(value) });
    return ms;
  };
  const passed = (isMonthOnly: boolean | undefined) => (day: string) => {
    return isCalendarDay(day) ? endOfDayMs(day, timeZone, isMonthOnly) : undefined;
  };

  const acceptedMs = read('acceptedAt', parseInstant);
  const isNew = enrollment.history.length === 0 && enrollment.originalStatus === undefined;
  const moments: EnrollmentMoments = {
    acceptedMs,
    newlyAcceptedMs: isNew ? acceptedMs : undefined,
    startPassedMs: read('startDate', passed(enrollment.startDateIsMonthOnly)),
    endPassedMs: read('endDate', passed(enrollment.endDateIsMonthOnly)),
    invoiceMs: read('invoiceUploadedAt', parseInstant),
    certificateMs: read('certificateUploadedAt', parseInstant),
    cancelledMs: read('cancelledAt', parseInstant),
    withdrawnMs: read('withdrawnAt', parseInstant),
  };
  return { moments, unreadable };
}
