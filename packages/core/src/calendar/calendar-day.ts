import { EnrollkitError } from '../errors.js';
import { isCalendarDay } from './is-calendar-day.js';
import type { CalendarDay } from './time.js';

const DAY_MS = 86_400_000;

/**
 * The day that comes `days` later, or earlier when negative. Days are counted on the calendar, so a clock change makes no
 * difference.
 *
 * @example
 * addDays('2028-02-28', 1); // '2028-02-29'
 * @throws EnrollkitError `invalid` when `day` doesn't exist.
 */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return writeDay(expectDay(day) + days * DAY_MS);
}

/**
 * The first day of the month after the one that `day` lies in: a month-only date has passed when it begins.
 *
 * @example
 * firstDayOfNextMonth('2026-12-15'); // '2027-01-01'
 * @throws EnrollkitError `invalid` when `day` doesn't exist.
 */
export function firstDayOfNextMonth(day: CalendarDay): CalendarDay {
  const date = new Date(expectDay(day));
  date.setUTCMonth(date.getUTCMonth() + 1, 1);
  return writeDay(date.getTime());
}

/** Milliseconds since 1970 at which the day begins in UTC. */
export function expectDay(day: CalendarDay): number {
  // 9999-12-31 is how many databases write "no end": the day after it, +010000-01-01, must not be a fault.
  const exists = day.startsWith('+') || isCalendarDay(day);
  const utcMs = exists ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(utcMs)) throw new EnrollkitError('invalid', `Not a calendar day (yyyy-mm-dd): ${day}`);
  return utcMs;
}

export function writeDay(utcMs: number): CalendarDay {
  // Without `T00:00:00.000Z`, whatever the length of the year.
  return new Date(utcMs).toISOString().slice(0, -14);
}
