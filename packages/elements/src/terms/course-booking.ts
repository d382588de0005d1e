import type { BookingIssueCode } from '@enrollkit/core';

/** What can be wrong with one field. */
export type FieldFault = 'name-missing' | 'email-missing' | 'email-invalid' | 'too-long' | 'same-twice';

/** What `<course-booking>` says. Amounts, days and counts arrive formatted. */
export interface CourseBookingTerms {
  /** Names the whole for screen readers. */
  readonly label: string;
  /** To whoever can't book as they are: what they have to do, and that it costs them nothing of what they fill in. */
  readonly signInFirst: string;
  readonly signIn: string;
  readonly start: string;
  readonly startMissing: string;
  readonly noStartOpen: string;
  readonly participant: string;
  readonly participants: string;
  readonly participantNumber: (number: string) => string;
  readonly name: string;
  readonly email: string;
  readonly faults: Readonly<Record<FieldFault, string>>;
  readonly add: string;
  readonly remove: (number: string) => string;
  /** That rows can be pasted from a spreadsheet. */
  readonly pasteHint: string;
  readonly pasted: (count: string) => string;
  /** Beyond what one booking can hold. */
  readonly pastedTooMany: (most: string) => string;
  readonly buyer: string;
  readonly consumer: string;
  readonly company: string;
  readonly buyerMissing: string;
  readonly total: string;
  readonly inclusive: string;
  readonly free: string;
  readonly onRequest: string;
  /** `3 deelnemers à € 548,79`. */
  readonly each: (count: string, amount: string) => string;
  readonly book: { readonly amount: string; readonly free: string; readonly 'on-request': string };
  readonly sending: string;
  readonly sendingOf: (number: string, count: string) => string;
  readonly mend: string;
  /** The price changed while somebody filled in the form. */
  readonly priceChanged: (before: string, now: string) => string;
  readonly issues: Readonly<Record<BookingIssueCode, string>>;
  readonly rowBooked: string;
  readonly rowRequested: string;
  readonly rowQueued: string;
  readonly rowNotSent: string;
  readonly someFailed: (booked: string, count: string) => string;
  readonly booked: string;
  readonly requested: string;
  readonly requestedNext: string;
  readonly receipt: { readonly course: string; readonly start: string; readonly participants: string };
  readonly instructions: string;
  readonly calendar: string;
  readonly print: string;
  readonly again: string;
}
