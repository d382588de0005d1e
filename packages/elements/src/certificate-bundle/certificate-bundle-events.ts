/** Every file has been looked at; nothing is sent. */
export interface BundleMatchedDetail {
  readonly matched: number;
  readonly toCheck: number;
  readonly notMatched: number;
  readonly leftOut: number;
}

/** What became of one file. */
export interface BundleOutcome {
  /** With its folders. */
  readonly path: string;
  readonly enrollmentId: string;
  /** `there`: the backend had it already. `queued`: kept by the backend until there is a connection. */
  readonly state: 'sent' | 'there' | 'queued' | 'failed';
  readonly certificateId?: string;
  /** Of an issue or of the backend's error, for `failed`. */
  readonly code?: string;
}

/** One more file has come to its end. */
export interface BundleProgressDetail {
  readonly done: number;
  readonly total: number;
  readonly outcome: BundleOutcome;
}

/** Everything that was to be sent has come to its end. */
export interface BundleDoneDetail {
  readonly outcomes: readonly BundleOutcome[];
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ek-bundle-matched': CustomEvent<BundleMatchedDetail>;
    'ek-bundle-progress': CustomEvent<BundleProgressDetail>;
    'ek-bundle-done': CustomEvent<BundleDoneDetail>;
  }
}
