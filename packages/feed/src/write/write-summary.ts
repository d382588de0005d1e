import type { WriteIssue } from './write-issue.js';

/** What was left out of a written feed, and why. */
export interface LeftOut {
  /** Absent when it could not even be read. */
  readonly id?: string;
  /** Where it was in the feed that was read. */
  readonly line?: number;
  /** At least one of severity `error`. */
  readonly issues: readonly WriteIssue[];
}

/** What became of a feed that was written. */
export interface WriteSummary {
  readonly written: number;
  /** How many were left out. Whoever takes the feed for the whole offer would delete them. */
  readonly leftOut: number;
  /** The first thousand of them. */
  readonly leftOutFirst: readonly LeftOut[];
  /** How often each finding is still true of what was written: words outside the schema's lists. */
  readonly remaining: Readonly<Record<string, number>>;
}

/** As many as a person would look through; memory stays flat whatever is written. */
const LISTED = 1000;

/** Counts while a feed is being written. */
export class WriteTally {
  readonly #leftOutFirst: LeftOut[] = [];
  readonly #remaining = new Map<string, number>();
  #written = 0;
  #leftOut = 0;

  addWritten(remaining: readonly WriteIssue[]): void {
    this.#written += 1;
    for (const { code } of remaining) this.#remaining.set(code, (this.#remaining.get(code) ?? 0) + 1);
  }

  addLeftOut(leftOut: LeftOut): void {
    this.#leftOut += 1;
    if (this.#leftOutFirst.length < LISTED) this.#leftOutFirst.push(leftOut);
  }

  get summary(): WriteSummary {
    return {
      written: this.#written,
      leftOut: this.#leftOut,
      leftOutFirst: this.#leftOutFirst,
      remaining: Object.fromEntries(this.#remaining),
    };
  }
}
