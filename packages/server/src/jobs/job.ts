/** Work that comes back. Servers on one database share it: only one is at it at a time. */
export interface Job {
  /** The same on every server. */
  readonly name: string;
  readonly everySeconds: number;
  /** Calls `wake` when there is something to do before its time, until the answer is called. */
  readonly listen?: (wake: () => void) => () => void;
  /** Does what is due and answers how much that was, by kind. Stops soon after the signal. */
  run(signal: AbortSignal): Promise<Readonly<Record<string, number>>>;
}
