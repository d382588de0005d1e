import type { CalendarDay } from '../time.js';

/**
 * Whether a text names a real day of the calendar as `yyyy-mm-dd`.
 *
 * @example
 * isCalendarDay('2028-02-29'); // true
 * isCalendarDay('2026-02-29'); // false
 */
export function isCalendarDay(text: string): text is CalendarDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  // Some engines roll 30 February over into March instead of refusing it.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Years in which something of a participant can be. Whoever writes 26 for 2026 is meant to hear so. */
export const YEARS = { min: 1900, max: 2200 } as const;

/** Whether a day lies in a year that people can have meant. */
export function isYearInRange(day: CalendarDay): boolean {
  const year = Number(day.slice(0, 4));
  return year >= YEARS.min && year <= YEARS.max;
}
