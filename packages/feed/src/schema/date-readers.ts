import { isCalendarDay, type CalendarDay } from '@enrollkit/core';
import { excerpt } from '../findings/excerpt.js';
import { COLON, HYPHEN, isDigits, twoDigits, ZERO } from './digits.js';
import { ofContent, type ValueReader } from './value-reader.js';

/** Behind the day of an `xs:date`. */
const TIME_ZONE = /(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;

/** A calendar day. The time zone that `xs:date` allows behind it is dropped: a start is a day, not a moment. */
export const calendarDay: ValueReader<CalendarDay> = (value, report) => {
  if (isPlainDay(value)) return value;
  const day = value.replace(TIME_ZONE, '');
  // The schema's calendar goes from the year 1 back to -1.
  if (isCalendarDay(day) && !day.startsWith('0000')) return day;
  report('not-a-date', { value: excerpt(value) });
  return undefined;
};

/** A day of our time that every month has, and no time zone. */
function isPlainDay(value: string): boolean {
  if (value.length !== 10 || value.charCodeAt(4) !== HYPHEN || value.charCodeAt(7) !== HYPHEN) return false;
  if (!isDigits(value, 0, 4) || !isDigits(value, 5, 7) || !isDigits(value, 8, 10)) return false;
  const month = twoDigits(value, 5);
  const day = twoDigits(value, 8);
  return value.charCodeAt(0) > ZERO && month >= 1 && month <= 12 && day >= 1 && day <= 28;
}

/** A time of day as `hh:mm`. `8:00` and `08:00:00` are tolerances. */
export const timeOfDay: ValueReader<string> = ofContent('text', (value, report) => {
  if (isPlainTime(value)) return value;
  const match = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(value);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) {
    report('not-a-time', { value: excerpt(value) });
    return undefined;
  }
  const time = `${match[1]?.padStart(2, '0')}:${match[2]}`;
  report('time-spelling', { value, use: time });
  return time;
});

function isPlainTime(value: string): boolean {
  if (value.length !== 5 || value.charCodeAt(2) !== COLON) return false;
  if (!isDigits(value, 0, 2) || !isDigits(value, 3, 5)) return false;
  return twoDigits(value, 0) <= 23 && twoDigits(value, 3) <= 59;
}
