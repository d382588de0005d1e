/** Work that comes back. Servers on one database share it: only one is at it at a time. */
export interface Job {
  /** The same on every server. */
  readonly name: string;
  readonly everySeconds: number;
  /** Does what is due and answers how much that was, by kind. Stops soon after the signal. */
  run(signal: AbortSignal): Promise<Readonly<Record<string, number>>>;
}
