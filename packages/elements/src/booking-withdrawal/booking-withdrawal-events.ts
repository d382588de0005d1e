/** Detail of `ek-withdraw` and `ek-withdrawn`. */
export interface WithdrawDetail {
  readonly enrollmentId: string;
  /** Who withdraws. */
  readonly name: string;
  /** Where the acknowledgement goes. */
  readonly email: string;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ek-withdraw': CustomEvent<WithdrawDetail>;
    'ek-withdrawn': CustomEvent<WithdrawDetail>;
  }
}
