interface StatusFacts {
  /** Whether a person may choose it with the pencil. */
  readonly byHand: boolean;
  /** How the status is spelled in the HTTP API and its XML. */
  readonly wireName: string;
}

/** The participation statuses: one table, which everything reads. Source: the help page on participation status. */
export const PARTICIPATION_STATUSES = {
  enrolled: { byHand: true, wireName: 'enrolled' },
  started: { byHand: true, wireName: 'started' },
  completed: { byHand: true, wireName: 'completed' },
  'did-not-pass': { byHand: true, wireName: 'did not pass' },
  'no-show': { byHand: true, wireName: 'no-show' },
  cancelled: { byHand: false, wireName: 'cancelled' },
  unknown: { byHand: false, wireName: 'unknown' },
} as const satisfies Record<string, StatusFacts>;

/** What a person's participation in a course has come to. */
export type ParticipationStatus = keyof typeof PARTICIPATION_STATUSES;

/** All of them, in the order of the table. */
export const STATUSES = Object.keys(PARTICIPATION_STATUSES) as [ParticipationStatus, ...ParticipationStatus[]];

/** The statuses that a person can choose with the pencil, in the order in which they are offered. */
export const STATUSES_BY_HAND: readonly ParticipationStatus[] = STATUSES.filter(
  (status) => PARTICIPATION_STATUSES[status].byHand,
);
