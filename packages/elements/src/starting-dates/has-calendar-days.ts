import type { StartingDate } from '@enrollkit/core';

/** Whether a start has days that can stand in a calendar. */
export function hasCalendarDays({ startDateIsMonthOnly, schedule }: StartingDate): boolean {
  return schedule.length > 0 || !startDateIsMonthOnly;
}
