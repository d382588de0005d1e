import { EnrollkitError } from '../errors.js';
import type { Instant } from './time.js';
import { isCalendarDay } from './is-calendar-day.js';

const SHAPE = /^(\d{4}-\d\d-\d\d|\+\d{6}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Reads an ISO 8601 instant as milliseconds since 1970. A text without an offset names no moment and is not read.
 *
 * @example
 * parseInstant('2026-08-25T00:00:00+02:00'); // 1787608800000
 * parseInstant('2026-08-25T00:00:00'); // undefined
 */
export function parseInstant(text: string): number | undefined {
  const [, day, minutes, seconds = '00', fraction = '', offset] = SHAPE.exec(text) ?? [];
  if (day === undefined || (day.length === 10 && !isCalendarDay(day))) return undefined;
  const ms = Date.parse(`${day}T${minutes}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`);
  return Number.isFinite(ms) ? ms : undefined;
}

/** Writes milliseconds since 1970 the way the kit writes every moment: `2026-08-24T22:00:00.000Z`. */
export function formatInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** As {@link parseInstant}, for a moment that the caller vouches for. */
export function expectInstant(text: Instant): number {
  const ms = parseInstant(text);
  if (ms === undefined) throw new EnrollkitError('invalid', `Not an ISO 8601 instant with an offset: ${text}`);
  return ms;
}
