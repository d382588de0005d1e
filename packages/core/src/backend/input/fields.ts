import { boolean, int, pipe, refine, string, transform } from 'zod/mini';
import { formatInstant, parseInstant } from '../../calendar/instant.js';
import { isCalendarDay } from '../../calendar/is-calendar-day.js';

// Bricks of the schemas. A refinement's message is the code of its issue.

export const text = string();
/** Something must be written in it. */
export const filledText = string().check(refine((value) => value.trim() !== '', 'required'));
/** Longer ones fit in no index of a database. */
const MOST_KEY_CHARS = 500;
/** What a record is found by. */
export const key = filledText.check(refine((value) => value.length <= MOST_KEY_CHARS, 'out-of-range'));
export const flag = boolean();
export const count = int().check(refine((value) => value >= 0, 'out-of-range'));

export const calendarDay = string().check(refine(isCalendarDay, 'date-invalid'));

/** Any offset is read; stored moments all look the same, so that they sort as text. */
export const instant = pipe(
  string().check(refine((value) => parseInstant(value) !== undefined, 'instant-invalid')),
  transform((value: string) => formatInstant(parseInstant(value) ?? 0)),
);

/** Decimal digits as written: `12.5`. */
export const decimal = string().check(refine((value) => /^\d+(\.\d+)?$/.test(value), 'number-invalid'));

/**
 * Only what can't be an address is refused: whether it works, a mail server knows. Source of the length: RFC 5321, section
 * 4.5.3.1.
 */
export const emailAddress = string().check(
  refine((value) => value.length <= 320 && /^\S+@\S+$/.test(value.trim()), 'email-invalid'),
);

/** May be absent; {@link parseInput} has taken away what is there and `undefined`. */
export { exactOptional as optional } from 'zod/mini';
