import { bookingStateOf, type Enrollment, type ParticipationStatus } from '@enrollkit/core';
import type { Problem } from '../../base/backend/problem.js';
import { may } from '../../base/reading/may.js';
import type { RosterChange } from '../enrollment-roster-events.js';

/** What a person chose for one row and isn't stored: it is under way, waits for a connection, or went wrong. */
export interface RowMark extends Wanted {
  readonly state: 'saving' | 'queued' | 'failed';
  /** In which action it was chosen: what a person chose last for a row counts. */
  readonly action: number;
  readonly problem?: Problem;
  /** What somebody else made of it meanwhile. */
  readonly theirs?: ParticipationStatus;
}

/** The last thing that was done with the list, for the sentence about it. */
export interface Outcome {
  /** Set to one status, taken back, or each to its own by a list. */
  readonly kind: 'marked' | 'undone' | 'listed';
  readonly to?: ParticipationStatus;
  readonly done: number;
  readonly queued: number;
  readonly failed: number;
  /** Rows that had a result already and kept it. */
  readonly kept: readonly Enrollment[];
  /** Rows whose status nobody changes by hand: cancelled, or not accepted yet. */
  readonly unable: number;
  readonly note?: string;
}

/** What is known of an action before it is stored. */
export type About = Omit<Outcome, 'done' | 'queued' | 'failed'>;

/** What a person wants for a row. */
export interface Wanted extends RosterChange {
  readonly note?: string;
  /** Of the record that it was chosen about, for rows that aren't in the list. */
  readonly version?: number | undefined;
}

export interface Stored extends RosterChange {
  /** Of the record as it was stored; unknown where the backend answers nothing. */
  readonly version: number | undefined;
}

/** Whether a person can change its status by hand. */
export function canMark(enrollment: Enrollment): boolean {
  const isThere = enrollment.status !== 'cancelled' && bookingStateOf(enrollment) === 'accepted';
  return isThere && may('enrollment.change-status', enrollment);
}
