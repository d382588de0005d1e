/** A day in the calendar of the provider's time zone: `yyyy-mm-dd`. */
export type CalendarDay = string;

/** A moment: an ISO 8601 instant with an offset, written by the kit as UTC (`2026-08-24T22:00:00.000Z`). */
export type Instant = string;

/** Answers the present moment. Core never looks at a clock itself. */
export type Clock = () => Instant;

/** The time zone in which a provider's days begin and end, unless it names another one. */
export const DEFAULT_TIME_ZONE = 'Europe/Amsterdam';
