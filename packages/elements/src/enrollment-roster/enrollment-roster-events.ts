import type { ParticipationStatus } from '@enrollkit/core';
import type { Problem } from '../base/backend/problem.js';

/** One status that a person chose for one enrollment. */
export interface RosterChange {
  readonly enrollmentId: string;
  readonly from: ParticipationStatus;
  readonly to: ParticipationStatus;
}

/** Detail of `ek-roster-change`: what is about to be stored. */
export interface RosterChangeDetail {
  readonly changes: readonly RosterChange[];
  /** What was said with it. */
  readonly note?: string;
  /** Whether it takes back what was done before. */
  readonly undo: boolean;
}

/** Detail of `ek-roster-changed`: what became of it. */
export interface RosterChangedDetail {
  readonly changes: readonly RosterChange[];
  readonly failed: readonly (RosterChange & { readonly problem: Problem })[];
  readonly undo: boolean;
}

/** Detail of `ek-roster-open`. */
export interface RosterOpenDetail {
  readonly enrollmentId: string;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ek-roster-change': CustomEvent<RosterChangeDetail>;
    'ek-roster-changed': CustomEvent<RosterChangedDetail>;
    'ek-roster-open': CustomEvent<RosterOpenDetail>;
  }
}
