import { EnrollkitError, type UploadProgress } from '@enrollkit/core';

/** One HTTP request, ready to be sent. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  /** Largest answer that is read. */
  readonly maxAnswerBytes: number;
  /** How long nothing may happen. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Bytes of the body, what is around the file included. */
  readonly onProgress?: (progress: UploadProgress) => void;
}

/** What came back, whatever it is. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  /** The server pointed elsewhere, which the API never does. */
  readonly isRedirected: boolean;
  readonly body: Blob;
}

/**
 * Sends one request once. Rejects with `offline` when there was no answer, `unavailable` when it was cut off, `timeout`, `bad-answer` when it is too
 * large; and with anything when it was stopped, for whoever stopped it knows why.
 */
export type Transport = (request: HttpRequest) => Promise<HttpAnswer>;

/** There was no answer at all. Why, {@link ExplainFailure} finds out. */
export function unreachable(cause?: unknown): EnrollkitError {
  return new EnrollkitError('offline', 'The server could not be reached', { cause });
}

/** The answer began and didn't end: whatever it is, the page is let through to the server. */
export function cutOff(cause?: unknown): EnrollkitError {
  return new EnrollkitError('unavailable', 'The connection was cut', { cause });
}

export function timedOut(timeoutMs: number): EnrollkitError {
  return new EnrollkitError('timeout', `Nothing came for ${timeoutMs} ms`);
}

export function tooLargeAnswer(maxBytes: number): EnrollkitError {
  return new EnrollkitError('bad-answer', `The answer is larger than ${maxBytes} bytes`);
}
