import {
  isCalendarDay,
  STATUSES,
  type CalendarDay,
  type EnrollmentNeed,
  type EnrollmentQuery,
  type OrderBy,
  type ParticipationStatus,
} from '@enrollkit/core';
import type { BookingWord } from '../../terms/enrollment-status.js';

/** What must be done, as ready filters, in the order in which a course goes by. */
export const TASKS: readonly EnrollmentNeed[] = ['decision', 'invoice', 'certificate', 'verification'];

/** Where a booking stands, among the statuses to choose from: to a person both are how it is going. */
export const BOOKING_WORDS: readonly BookingWord[] = ['requested', 'declined', 'withdrawn'];

export type FilterStatus = ParticipationStatus | BookingWord;

/** What a person has narrowed the list down to. Empty: everything. */
export interface RosterFilter {
  readonly search?: string;
  readonly status?: FilterStatus;
  readonly start?: string;
  readonly missing?: 'certificate' | 'invoice';
  readonly before?: CalendarDay;
  readonly task?: EnrollmentNeed;
}

/** What it is sorted by, and `-` before it for the other way round. */
export type RosterOrder = OrderBy;

const isOneOf = <Value extends string>(values: readonly Value[], value: string): value is Value =>
  (values as readonly string[]).includes(value);

/** How each part of a filter is read from a text that may have come from anywhere: what is none is left out. */
const READERS: { readonly [Part in keyof RosterFilter]-?: (text: string) => boolean } = {
  search: (text) => text !== '',
  status: (text) => isOneOf<FilterStatus>([...STATUSES, ...BOOKING_WORDS], text),
  start: (text) => text !== '',
  missing: (text) => text === 'certificate' || text === 'invoice',
  before: isCalendarDay,
  task: (text) => isOneOf(TASKS, text),
};

export const FILTER_PARTS = Object.keys(READERS) as readonly (keyof RosterFilter)[];

/** The filter with one part of it chosen, or given up with an empty text. */
export function withPart(filter: RosterFilter, part: keyof RosterFilter, text: string): RosterFilter {
  const { [part]: _, ...rest } = filter;
  return READERS[part](text) ? { ...rest, [part]: text } : rest;
}

/** The same as a question to a backend. */
export function queryOf({ search, status, start, missing, before, task }: RosterFilter): EnrollmentQuery {
  const isWord = status !== undefined && isOneOf(BOOKING_WORDS, status);
  return {
    ...(search?.trim() && { search: search.trim() }),
    ...(status !== undefined && (isWord ? { bookingState: status } : { status })),
    ...(start !== undefined && { startingDateId: start }),
    ...(missing !== undefined && { missing }),
    ...(before !== undefined && { endsBefore: before }),
    ...(task !== undefined && { needs: task }),
  };
}
