import { EnrollkitError, hasErrorCode, ERROR_CODES, type ErrorCode, type Issue } from '@enrollkit/core';

// What the server and the thread of an import say to each other. All of it is plain data.

/** From the thread: it wants something of the backend or of the feed, has done a step, or is at its end. */
export type FromThread =
  | { readonly kind: 'call'; readonly call: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly kind: 'step' }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** To the thread. */
export type ToThread =
  | { readonly kind: 'answer'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly call: number; readonly fault: Fault }
  | { readonly kind: 'abort' };

/** Begins the feed anew; answers its number. */
export const OPEN = 'open feed';
/** The next bytes of the feed with this number; undefined at its end. */
export const NEXT = 'next bytes';

/** An error as plain data: what copying an object of it would lose. */
export interface Fault {
  readonly code?: ErrorCode;
  readonly message: string;
  readonly issues?: readonly Issue[];
  readonly current?: unknown;
  readonly retryAfterMs?: number;
}

export function toFault(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  const code = (Object.keys(ERROR_CODES) as ErrorCode[]).find((known) => hasErrorCode(error, known));
  if (code === undefined) return { message };
  const { issues, current, retryAfterMs } = error as EnrollkitError;
  return { code, message, issues, current, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

export function fromFault({ code, message, ...detail }: Fault): Error {
  return code === undefined ? new Error(message) : new EnrollkitError(code, message, detail);
}
