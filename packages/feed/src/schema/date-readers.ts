import { addDays, isCalendarDay, isYearInRange, YEARS, type CalendarDay } from '@enrollkit/core';
import type { DateProblem } from '../findings/markup-problem.js';
import { excerpt } from '../findings/excerpt.js';
import { COLON, HYPHEN, isDigits, twoDigits } from './digits.js';
import { monthOf } from './month-names.js';
import { ofContent, type ValueReader } from './value-reader.js';

/** Behind the day of an `xs:date`. */
const TIME_ZONE = /(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;
/** Longer than anybody writes a day or a time. */
const LONGEST = 40;

/** A calendar day. The time zone that `xs:date` allows behind it is dropped: a start is a day, not a moment. */
export const calendarDay: ValueReader<CalendarDay> = (value, report) => {
  if (isPlainDay(value)) return value;
  const day = value.replace(TIME_ZONE, '');
  const meant = isCalendarDay(day) ? [day] : value.length <= LONGEST ? daysMeant(value) : [];
  const [first, second] = meant;
  if (first !== undefined && !isYearInRange(first))
    report('not-a-date', { value: excerpt(value), problem: 'year', ...YEARS });
  else if (first === day) return day;
  else if (first === undefined) report('not-a-date', { value: excerpt(value), ...noDay(value) });
  else if (second !== undefined) report('date-doubtful', { value, first, second });
  else {
    report('date-spelling', { value, use: first });
    return first;
  }
  return undefined;
};

/** A day of our time that every month has, and no time zone. */
function isPlainDay(value: string): boolean {
  if (value.length !== 10 || value.charCodeAt(4) !== HYPHEN || value.charCodeAt(7) !== HYPHEN) return false;
  if (!isDigits(value, 0, 4) || !isDigits(value, 5, 7) || !isDigits(value, 8, 10)) return false;
  const month = twoDigits(value, 5);
  const day = twoDigits(value, 8);
  const century = twoDigits(value, 0);
  return century >= 19 && century <= 21 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
}

const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const DAY_MONTH_NAME = /^(\d{1,2})(?:st|nd|rd|th|\.|e)?[ -]+([a-z\u00e4\u00e9\u00fb]+)\.?,?[ -]+(\d{4})$/i;
const MONTH_NAME_DAY = /^([a-z\u00e4\u00e9\u00fb]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/i;
/** A day of the week before it, and a time behind it. Midnight somewhere is that day there; any other time of a zone may not be. */
const WEEKDAY =
  /^(?:(?:ma|maan|di|dins|wo|woens|do|donder|vr|vrij|za|zater|zo|zon)(?:dag)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\.?,? +/i;
const TIME =
  /(?:T| +)(?:(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d))$/i;

/** The days that a text may mean: none, one, or two when day and month could be either. */
function daysMeant(value: string): readonly CalendarDay[] {
  const text = value.replace(TIME, '').replace(WEEKDAY, '').trim();
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return existing(yearFirst[1], yearFirst[3] ?? yearFirst[5], yearFirst[4] ?? yearFirst[6]);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const [, one, separator, other, year] = yearLast;
    const dayFirst = existing(year, other, one);
    // Nobody puts the month first before a full stop.
    const monthFirst = separator === '.' ? [] : existing(year, one, other);
    return [...new Set([...dayFirst, ...monthFirst])];
  }
  const named = DAY_MONTH_NAME.exec(text);
  if (named) return existing(named[3], monthOf(named[2] ?? ''), named[1]);
  const american = MONTH_NAME_DAY.exec(text);
  return american ? existing(american[3], monthOf(american[1] ?? ''), american[2]) : [];
}

const SHORT_YEAR = /^\d{1,2}([-/.])\d{1,2}\1\d\d$/;
const MONTH = /^(\d{4})[-/](0[1-9]|1[0-2])$/;
const MONTH_NAME = /^([a-z\u00e4\u00e9\u00fb]{3,12})\.? +(\d{4})$/i;
/** The days of about 1982 to 2119, as spreadsheets count them. */
const SERIAL = /^[3-7]\d{4}$/;
/** Day 0 of a spreadsheet, for days after its leap day of 1900, which never was. */
const SERIAL_START = '1899-12-30';

/** What a text that is no day looks like, and the day that may be meant. */
function noDay(value: string): { readonly problem: DateProblem; readonly use?: string } {
  if (SHORT_YEAR.test(value)) return { problem: 'short-year' };
  if (SERIAL.test(value)) return { problem: 'serial', use: addDays(SERIAL_START, Number(value)) };
  const [, year, month] = MONTH.exec(value) ?? [];
  if (month !== undefined) return { problem: 'month', use: `${year}-${month}-01` };
  const [, name = '', yearOfName] = MONTH_NAME.exec(value) ?? [];
  const named = monthOf(name);
  return named === '' ? { problem: 'no-day' } : { problem: 'month', use: `${yearOfName}-${named.padStart(2, '0')}-01` };
}

function existing(year = '', month = '', day = ''): readonly CalendarDay[] {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(text) && !year.startsWith('0') ? [text] : [];
}

/** As people write times: `9.00`, `17.00 uur`, `9u`, `9h30`, `9:00 AM`. */
const TIME_OF_DAY =
  /^(\d{1,2})(?:\s*[:.hu]\s*(\d\d)|(?=\s*(?:[hu]|uur|am|pm|a\.m|p\.m)))(?::\d\d(?:\.\d+)?)?\s*(?:(a\.?m\.?)|(p\.?m\.?)|h|u|uur|hrs?)?$/i;
const FOUR_DIGITS = /^([01]\d|2[0-3])([0-5]\d)$/;

/** A time of day as `hh:mm`. Other ways to write one are tolerances. */
export const timeOfDay: ValueReader<string> = ofContent('text', (value, report) => {
  if (isPlainTime(value)) return value;
  const time = value.length <= LONGEST ? timeMeant(value) : undefined;
  if (time === undefined) report('not-a-time', { value: excerpt(value) });
  else report('time-spelling', { value, use: time });
  return time;
});

function timeMeant(value: string): string | undefined {
  const match = TIME_OF_DAY.exec(value) ?? FOUR_DIGITS.exec(value);
  if (!match) return undefined;
  const [, written = '', minutes = '00', isMorning, isAfternoon] = match;
  const is12Hours = isMorning !== undefined || isAfternoon !== undefined;
  if (is12Hours && (Number(written) < 1 || Number(written) > 12)) return undefined;
  const hours = is12Hours ? (Number(written) % 12) + (isAfternoon === undefined ? 0 : 12) : Number(written);
  return hours > 23 || Number(minutes) > 59 ? undefined : `${String(hours).padStart(2, '0')}:${minutes}`;
}

function isPlainTime(value: string): boolean {
  if (value.length !== 5 || value.charCodeAt(2) !== COLON) return false;
  if (!isDigits(value, 0, 2) || !isDigits(value, 3, 5)) return false;
  return twoDigits(value, 0) <= 23 && twoDigits(value, 3) <= 59;
}
