import type { Issue } from './issue.js';

/**
 * Everything a backend can answer instead of what was asked. One table: the server turns a code into its HTTP status and
 * the REST adapter reads it backwards.
 */
export const ERROR_CODES = {
  /** The record isn't there, or this actor may not know that it is. */
  'not-found': { httpStatus: 404, retryable: false },
  /** Signed in, and still not allowed. */
  forbidden: { httpStatus: 403, retryable: false },
  /** No token, or one that is no longer good. */
  unauthorized: { httpStatus: 401, retryable: false },
  /** The page's own source of tokens failed: nothing is known of the session. Only an adapter says so. */
  'no-token': { httpStatus: 401, retryable: true },
  /** Somebody else changed the record meanwhile: `current` holds theirs. */
  conflict: { httpStatus: 409, retryable: false },
  /** The data can't be accepted: `issues` says why. */
  invalid: { httpStatus: 422, retryable: false },
  /** The same bytes are there already: `current` holds the record. */
  duplicate: { httpStatus: 409, retryable: false },
  'too-large': { httpStatus: 413, retryable: false },
  'unsupported-media-type': { httpStatus: 415, retryable: false },
  /** `retryAfterMs` says when to come back. */
  'rate-limited': { httpStatus: 429, retryable: true },
  /** The disk, the browser's quota or the provider's share is full. */
  'storage-full': { httpStatus: 507, retryable: false },
  /** The server can't do it now: it is down, about to stop, or its database or file store is away. Whoever asks has a network. */
  unavailable: { httpStatus: 503, retryable: true },
  /** The browser gives no storage (private mode, blocked cookies). */
  'storage-unavailable': { httpStatus: 503, retryable: false },
  /** Whoever asks has no network. */
  offline: { httpStatus: 503, retryable: true },
  /**
   * The server answers, and the browser keeps this page from it: CORS, a Content-Security-Policy, http inside https. Only an
   * adapter says so.
   */
  blocked: { httpStatus: 403, retryable: false },
  timeout: { httpStatus: 504, retryable: true },
  /** The caller stopped it. */
  aborted: { httpStatus: 499, retryable: false },
  /** What came back was not an answer of a backend: a proxy's or firewall's page. */
  'bad-answer': { httpStatus: 502, retryable: true },
  /**
   * Not sent yet: kept in this browser, and sent by itself as soon as there is a connection. Only an adapter says so, never
   * a server. `sent` settles with what became of it.
   */
  queued: { httpStatus: 202, retryable: false },
  internal: { httpStatus: 500, retryable: true },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export interface ErrorDetail {
  readonly cause?: unknown;
  readonly issues?: readonly Issue[];
  /** The record as it is now, for `conflict` and `duplicate`. */
  readonly current?: unknown;
  readonly retryAfterMs?: number;
  /** For `queued`: the answer that the call gets in the end. */
  readonly sent?: Promise<unknown>;
}

/**
 * The one error a backend throws. Check `code` with {@link hasErrorCode}, not `instanceof`: two copies of the kit may
 * share a page. The message is for developers; people read the term that belongs to the code.
 */
export class EnrollkitError extends Error {
  override readonly name = 'EnrollkitError';
  readonly code: ErrorCode;
  readonly issues: readonly Issue[];
  readonly current: unknown;
  readonly retryAfterMs: number | undefined;
  readonly sent: Promise<unknown> | undefined;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(message, 'cause' in detail ? { cause: detail.cause } : undefined);
    this.code = code;
    this.issues = detail.issues ?? [];
    this.current = detail.current;
    this.retryAfterMs = detail.retryAfterMs;
    this.sent = detail.sent;
  }
}

/** Whether `error` is a kit error with this code, from this copy of the kit or another. */
export function hasErrorCode<Code extends ErrorCode>(
  error: unknown,
  code: Code,
): error is EnrollkitError & { readonly code: Code } {
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === code;
}
