import type { Instant } from '../calendar/time.js';

/** First answers by idempotency key. */
export interface AnswerTable {
  get(key: string): Promise<StoredAnswer | undefined>;
  /** Those that are there. */
  getAll(keys: readonly string[]): Promise<readonly StoredAnswer[]>;
  put(answer: StoredAnswer): Promise<void>;
  putAll(answers: readonly StoredAnswer[]): Promise<void>;
  /** Forgets answers from before this moment. */
  deleteBefore(at: Instant): Promise<void>;
}

/** What the first write with an idempotency key answered. */
export interface StoredAnswer {
  readonly key: string;
  /** Method and a digest of its arguments, so that a key used for something else is noticed. */
  readonly request: string;
  readonly result: unknown;
  readonly at: Instant;
}
