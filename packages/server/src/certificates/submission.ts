import type { NamedBinary } from '@enrollkit/core';

/** One certificate that was sent, before anything is said about it. */
export interface Submission {
  /** Its place among those that were sent. */
  readonly index: number;
  /** What is said about it, by its names on the wire. */
  readonly fields: unknown;
  /** Throws when what was sent is no file. Absent: none was sent. */
  readonly file?: () => NamedBinary;
}

/** All certificates of one request. */
export interface Submissions {
  readonly items: readonly Submission[];
  /** Sent as several, be it one: the answer is about each of them. */
  readonly isBundle: boolean;
  /** Removes what came in and nobody took over. */
  readonly discard: () => Promise<void>;
}
