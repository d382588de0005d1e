import { addDays, startOfDay, type CourseDay, type Instant, type StartingDate } from '@enrollkit/core';
import type { OfferedProduct } from './offered-product.js';

export interface CalendarFileOptions {
  readonly product: Pick<OfferedProduct, 'id' | 'webAddress'>;
  readonly name: string;
  readonly timeZone: string;
  readonly now: Instant;
}

/**
 * An iCalendar file (RFC 5545) of a start: each course day at its time, or the whole period when there is no schedule. Times
 * are written in UTC, so that no calendar needs to know the zone's rules.
 */
export function calendarFile(start: StartingDate, options: CalendarFileOptions): string {
  const { schedule } = start;
  const events =
    schedule.length > 0
      ? schedule.map((day, index) => courseDay(start, day, String(index + 1), options))
      : [wholePeriod(start, options)];
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Enrollkit//Starting dates//EN', ...events.flat()];
  return [...lines, 'END:VCALENDAR'].map((line) => `${fold(line)}\r\n`).join('');
}

function courseDay(start: StartingDate, day: CourseDay, key: string, options: CalendarFileOptions): readonly string[] {
  const title = [options.name, day.name.trim()].filter(Boolean).join(': ');
  const place = day.place.trim() || start.place.trim();
  const from = instantOf(day.date, day.startTime, options.timeZone);
  const until = instantOf(day.date, day.endTime, options.timeZone);
  const when =
    from === undefined
      ? allDay(day.date, day.date)
      : // A point in time when nobody says how long it takes; what ends before it begins goes on after midnight.
        [`DTSTART:${from}`, ...(until !== undefined && until > from ? [`DTEND:${until}`] : [])];
  return event({ start, key, title, place, when }, options);
}

function wholePeriod(start: StartingDate, options: CalendarFileOptions): readonly string[] {
  const { startDate, endDate, endDateIsMonthOnly } = start;
  const last = endDate && !endDateIsMonthOnly && endDate > startDate ? endDate : startDate;
  return event(
    { start, key: '0', title: options.name, place: start.place.trim(), when: allDay(startDate, last) },
    options,
  );
}

interface EventParts {
  readonly start: StartingDate;
  readonly key: string;
  readonly title: string;
  readonly place: string;
  readonly when: readonly string[];
}

function event({ start, key, title, place, when }: EventParts, options: CalendarFileOptions): readonly string[] {
  const { product, now } = options;
  const { id, webAddress } = product;
  // The same again replaces what is in the calendar already.
  const uid = [id, start.id ?? start.startDate, key].map(encodeURIComponent).join('-');
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@enrollkit`,
    `DTSTAMP:${utc(now)}`,
    ...when,
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(webAddress ? [`URL:${webAddress.replace(/\s/g, '')}`] : []),
    'END:VEVENT',
  ];
}

/** The end is the day after the last one. */
function allDay(first: string, last: string): readonly string[] {
  return [`DTSTART;VALUE=DATE:${digits(first)}`, `DTEND;VALUE=DATE:${digits(addDays(last, 1))}`];
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Clocks are changed in the small hours: what comes later is counted back from the end of the day. */
const CHANGED_BY_MINUTES = 4 * 60;

/** `09:00` on a day of the provider's zone as `20270119T080000Z`. */
function instantOf(day: string, time: string | undefined, timeZone: string): string | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time ?? '') ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const since = Number(hours) * 60 + Number(minutes);
  const ms =
    since < CHANGED_BY_MINUTES
      ? Date.parse(startOfDay(day, timeZone)) + since * MINUTE_MS
      : Date.parse(startOfDay(addDays(day, 1), timeZone)) - (DAY_MINUTES - since) * MINUTE_MS;
  return utc(new Date(ms).toISOString());
}

function utc(at: Instant): string {
  return `${digits(new Date(at).toISOString().slice(0, 19))}Z`;
}

function digits(text: string): string {
  return text.replace(/[-:]/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, '\\n');
}

/** No line is longer than 75 bytes; the next one goes on after a space. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > 75) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}
