import type { WithdrawalObstacle } from '@enrollkit/core';

/** What `<booking-withdrawal>` says. */
export interface BookingWithdrawalTerms {
  /** Names the function unmistakably. */
  readonly withdraw: string;
  /** A request is no contract yet: it is taken back. */
  readonly takeBack: string;
  readonly until: (day: string) => string;
  readonly statement: string;
  readonly name: string;
  readonly contract: (contract: string) => string;
  readonly email: string;
  readonly nameMissing: string;
  readonly emailInvalid: string;
  readonly next: string;
  readonly back: string;
  readonly check: string;
  readonly declare: (name: string, contract: string) => string;
  readonly sentTo: (email: string) => string;
  readonly confirm: string;
  readonly confirming: string;
  readonly obstacles: Readonly<Record<WithdrawalObstacle | 'not-allowed', string>>;
  readonly done: string;
  readonly acknowledged: (moment: string) => string;
  readonly save: string;
  readonly print: string;
  readonly fileName: string;
}
