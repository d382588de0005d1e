import type { CalendarDay } from '@enrollkit/core';

/** Whether a day comes after another one. Of a month-only date any day of its month will do. */
export function isAfter(day: CalendarDay, other: CalendarDay, byMonth: boolean): boolean {
  return day > other && !(byMonth && isSameMonth(day, other));
}

export function isSameMonth(day: CalendarDay, other: CalendarDay): boolean {
  return day.startsWith(other.slice(0, 7));
}

/** A day as it is told: of a month-only one its month. */
export function shownDay(day: CalendarDay, isMonthOnly: boolean): string {
  return isMonthOnly ? day.slice(0, 7) : day;
}
