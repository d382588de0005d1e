import type { CalendarDay } from './time.js';

/**
 * Whether a text names a real day of the calendar as `yyyy-mm-dd`.
 *
 * @example
 * isCalendarDay('2028-02-29'); // true
 * isCalendarDay('2026-02-29'); // false
 */
export function isCalendarDay(text: string): text is CalendarDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  // Counted, not asked of `Date`: some engines roll 30 February over into March, and lists look at thousands of days.
  return day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month);
}

/** None in a month that isn't there. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Years in which something of a participant can be. Whoever writes 26 for 2026 is meant to hear so. */
export const YEARS = { min: 1900, max: 2200 } as const;

/** Whether a day lies in a year that people can have meant. */
export function isYearInRange(day: CalendarDay): boolean {
  const year = Number(day.slice(0, 4));
  return year >= YEARS.min && year <= YEARS.max;
}
