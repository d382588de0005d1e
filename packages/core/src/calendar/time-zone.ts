import { errorIssue } from '../issue.js';
import { EnrollkitError } from '../errors.js';
import type { CalendarDay, Instant } from './time.js';
import { addDays, expectDay, firstDayOfNextMonth, writeDay } from './calendar-day.js';
import { expectInstant, formatInstant } from './instant.js';

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

/**
 * The moment a day begins in a time zone: its first moment where midnight is skipped, the first of two where it comes
 * twice, and the end of the gap where the whole day is skipped. The same answer as Temporal's `startOfDay`.
 *
 * @example
 * startOfDay('2026-08-25', 'Europe/Amsterdam'); // '2026-08-24T22:00:00.000Z'
 * startOfDay('2018-11-04', 'America/Sao_Paulo'); // '2018-11-04T03:00:00.000Z', where it was 01:00
 * @throws EnrollkitError `invalid` when the day doesn't exist or the time zone is unknown.
 */
export function startOfDay(day: CalendarDay, timeZone: string): Instant {
  return formatInstant(startOfDayMs(day, timeZone));
}

/**
 * The day on the calendar of a time zone at a moment.
 *
 * @example
 * dayOf('2026-08-24T22:00:00Z', 'Europe/Amsterdam'); // '2026-08-25'
 * @throws EnrollkitError `invalid` when the moment can't be read or the time zone is unknown.
 */
export function dayOf(instant: Instant, timeZone: string): CalendarDay {
  const ms = expectInstant(instant);
  return writeDay(ms + offsetMs(ms, timeZone));
}

// Asking Intl takes some four formattings for each, and a page of enrollments asks about the same few days over and over.
const startsOfDays = new Map<string, number>();
const MOST_STARTS = 10_000;

/** {@link startOfDay} in milliseconds since 1970. */
export function startOfDayMs(day: CalendarDay, timeZone: string): number {
  return remembered(`${day} ${timeZone}`, () => findStartOfDayMs(day, timeZone));
}

/** The moment at which a day, or the month that it lies in, is over. In milliseconds since 1970; as {@link startOfDay} throws. */
export function endOfDayMs(day: CalendarDay, timeZone: string, monthOnly = false): number {
  const key = `${monthOnly ? 'month' : 'day'} ${day} ${timeZone}`;
  return remembered(key, () => findStartOfDayMs(monthOnly ? firstDayOfNextMonth(day) : addDays(day, 1), timeZone));
}

function remembered(key: string, find: () => number): number {
  const known = startsOfDays.get(key);
  if (known !== undefined) return known;
  const ms = find();
  if (startsOfDays.size >= MOST_STARTS) startsOfDays.clear();
  startsOfDays.set(key, ms);
  return ms;
}

function findStartOfDayMs(day: CalendarDay, timeZone: string): number {
  const midnight = expectDay(day);
  const offsetBefore = offsetMs(midnight - DAY_MS, timeZone);
  const offsetAfter = offsetMs(midnight + DAY_MS, timeZone);
  const [first, last] = [
    midnight - Math.max(offsetBefore, offsetAfter),
    midnight - Math.min(offsetBefore, offsetAfter),
  ];
  for (const ms of [first, last]) if (ms + offsetMs(ms, timeZone) === midnight) return ms;
  return offsetChangeMs(first, last, timeZone);
}

/** Throws when the time zone is unknown, also where no date would have asked for it. */
export function expectTimeZone(timeZone: string): void {
  formatterFor(timeZone);
}

/** The first moment with the later offset, between two moments around a clock change. Clocks change on whole seconds. */
function offsetChangeMs(beforeMs: number, afterMs: number, timeZone: string): number {
  const oldOffset = offsetMs(beforeMs, timeZone);
  let [before, after] = [beforeMs, afterMs];
  while (after - before > SECOND_MS) {
    const middle = before + Math.floor((after - before) / 2 / SECOND_MS) * SECOND_MS;
    if (offsetMs(middle, timeZone) === oldOffset) before = middle;
    else after = middle;
  }
  return after;
}

// Making a formatter costs about fifty times as much as using one.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    try {
      formatter = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    } catch (cause) {
      throw new EnrollkitError('invalid', `Not an IANA time zone: ${timeZone}`, {
        cause,
        issues: [errorIssue('time-zone-unknown', 'timeZone', { timeZone })],
      });
    }
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** How far the clocks of a time zone are ahead of UTC at a moment. */
function offsetMs(ms: number, timeZone: string): number {
  // '8/25/2026, GMT', 'GMT+02:00', and with seconds before time zones were agreed on: 'GMT+00:19:32'.
  const text = formatterFor(timeZone).format(ms);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(text) ?? [];
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * SECOND_MS;
  return sign === '-' ? -size : size;
}
