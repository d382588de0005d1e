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
 * Sends one request once. Rejects with `offline` when there was no whole answer, `timeout`, `bad-answer` when it is too
 * large; and with anything when it was stopped, for who stopped it knows why.
 */
export type Transport = (request: HttpRequest) => Promise<HttpAnswer>;

/** The network gave no whole answer. Browsers don't say why, so that pages can't look around in a network. */
export function unreachable(cause?: unknown): EnrollkitError {
  return new EnrollkitError('offline', 'The server could not be reached, or the connection was cut', { cause });
}

export function timedOut(timeoutMs: number): EnrollkitError {
  return new EnrollkitError('timeout', `Nothing came for ${timeoutMs} ms`);
}

export function tooLargeAnswer(maxBytes: number): EnrollkitError {
  return new EnrollkitError('bad-answer', `The answer is larger than ${maxBytes} bytes`);
}
