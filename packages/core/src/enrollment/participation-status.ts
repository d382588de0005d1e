interface StatusFacts {
  /** Whether a person may choose it with the pencil. */
  readonly byHand: boolean;
  /** `open`: it still leads somewhere. `result`: it says how the course ended. `off`: there is nothing left to come. */
  readonly stage: 'open' | 'result' | 'off';
  /** How the status is spelled in the HTTP API and its XML. */
  readonly wireName: string;
}

/** The participation statuses: one table, which everything reads. Source: the help page on participation status. */
export const PARTICIPATION_STATUSES = {
  enrolled: { byHand: true, stage: 'open', wireName: 'enrolled' },
  started: { byHand: true, stage: 'open', wireName: 'started' },
  completed: { byHand: true, stage: 'result', wireName: 'completed' },
  'did-not-pass': { byHand: true, stage: 'result', wireName: 'did not pass' },
  'no-show': { byHand: true, stage: 'result', wireName: 'no-show' },
  cancelled: { byHand: false, stage: 'off', wireName: 'cancelled' },
  unknown: { byHand: false, stage: 'open', wireName: 'unknown' },
} as const satisfies Record<string, StatusFacts>;

/** What a person's participation in a course has come to. */
export type ParticipationStatus = keyof typeof PARTICIPATION_STATUSES;

/** Those that a person can choose. */
export type StatusByHand = {
  [Status in ParticipationStatus]: (typeof PARTICIPATION_STATUSES)[Status]['byHand'] extends true ? Status : never;
}[ParticipationStatus];

/** All of them, in the order of the table. */
export const STATUSES = Object.keys(PARTICIPATION_STATUSES) as [ParticipationStatus, ...ParticipationStatus[]];

/** The statuses that a person can choose with the pencil, in the order in which they are offered. */
export const STATUSES_BY_HAND: readonly ParticipationStatus[] = STATUSES.filter(
  (status) => PARTICIPATION_STATUSES[status].byHand,
);

/** The statuses that say how it ended. */
export const RESULT_STATUSES: readonly ParticipationStatus[] = STATUSES.filter(
  (status) => PARTICIPATION_STATUSES[status].stage === 'result',
);

/** What a course has come to: an enrollment with any other status is open, unless its booking is off. */
export const FINAL_STATUSES: readonly ParticipationStatus[] = STATUSES.filter(
  (status) => PARTICIPATION_STATUSES[status].stage !== 'open',
);
