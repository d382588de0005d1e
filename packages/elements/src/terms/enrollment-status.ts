import type { EnrollmentDateField, EnrollmentTerms, RuleId } from '@enrollkit/core';

/** The values of a sentence, already in words of the locale: labels, days, names. */
type Said<Params> = { readonly [Name in keyof Params]: string };

/** Where a booking stands, where that says more than a participation status. */
export type BookingWord = 'requested' | 'declined' | 'withdrawn';

/** The sentences of an explanation, one for each that core can give. */
type Explanation = {
  readonly [Name in keyof EnrollmentTerms]: (values: Said<EnrollmentTerms[Name]>) => string;
};

/** What is there to be seen at once. */
export interface StatusShownTerms {
  readonly edit: string;
  readonly why: string;
  readonly bookings: Readonly<Record<BookingWord, string>>;
  /** What happens next, and what doesn't. */
  readonly explanation: Pick<
    Explanation,
    | Extract<keyof Explanation, `next-${string}`>
    | 'no-start-date'
    | 'no-end-date'
    | 'no-further-change'
    | 'no-change-after-cancelling'
  >;
}

/** What `<enrollment-status>` says. In Dutch what is there at once is in a file of its own; other languages come as a whole. */
export interface EnrollmentStatusTerms extends StatusShownTerms {
  /** Shuts the panel and changes nothing. Not `cancel`: that reads as cancelling the enrollment. */
  readonly close: string;
  readonly update: string;
  readonly updating: string;
  readonly history: string;
  readonly changed: (status: string) => string;
  /** Chosen while there was no connection. */
  readonly kept: (status: string) => string;
  /** Somebody else changed it while this person was choosing. */
  readonly changedMeanwhile: (status: string) => string;
  readonly changeAnyway: (status: string) => string;
  readonly accept: string;
  readonly decline: string;
  readonly deciding: string;
  readonly declineNote: string;
  /** Who may read the note. */
  readonly noteReaders: string;
  readonly charactersLeft: (count: string) => string;
  readonly decided: Readonly<Record<'accepted' | 'declined', string>>;
  /** There is no seat left for whoever asked. */
  readonly startFull: string;
  /** Knowingly one more than there are seats. */
  readonly acceptAnyway: string;
  /** `gewijzigd door Jan`, of a booking. */
  readonly bookedBy: Readonly<Record<'requested' | 'declined', (by: string) => string>>;
  readonly byHand: (by: string) => string;
  /** A host that saw for itself: Moodle, and what it saw. `detail` may be empty. */
  readonly byHost: (name: string, detail: string) => string;
  readonly byRule: Readonly<Record<RuleId, string>>;
  readonly fields: Readonly<Record<EnrollmentDateField, string>>;
  readonly explanation: Explanation;
}
