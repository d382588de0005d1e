import type { StartAvailability } from '@enrollkit/core';

/** What `<starting-dates>` says. Days, times and places arrive formatted, counts as numbers. */
export interface StartingDatesTerms {
  /** Names the whole for screen readers. */
  readonly label: string;
  /** Why a form isn't sent. */
  readonly required: string;
  /** Why a form isn't sent when nothing could be chosen. */
  readonly noneOpen: string;
  /** The start that was chosen can't be booked any more. */
  readonly lost: (start: string) => string;
  readonly noStarts: string;
  readonly byAgreement: string;
  readonly anytime: string;
  readonly deleted: string;
  readonly allPast: string;
  readonly unavailable: Readonly<Record<Exclude<StartAvailability, 'open'>, string>>;
  readonly guaranteed: string;
  /** Said when few are left. */
  readonly seatsLeft: (count: number) => string;
  readonly days: (count: number) => string;
  /** Every course day is on this day of the week. */
  readonly everyWeekday: (weekday: string) => string;
  readonly schedule: string;
  readonly showAll: (count: number) => string;
  readonly showFewer: string;
  readonly month: string;
  readonly place: string;
  readonly allMonths: string;
  readonly allPlaces: string;
  readonly noneFound: string;
  readonly found: (count: number) => string;
  readonly calendar: string;
  /** Names the button for one start. */
  readonly calendarOf: (start: string) => string;
}
