import { ERROR_CODES, type ErrorCode } from '@enrollkit/core';

/** Why something isn't shown: an error code of the backend, or `not-configured` when there is no backend to ask. */
export type Problem = ErrorCode | 'not-configured';

/** The problem behind whatever was thrown. Looks at `code`, so errors of another copy and of plain hosts count too. */
export function problemOf(error: unknown): Problem {
  const code = codeOf(error);
  if (code === 'not-configured' || (typeof code === 'string' && Object.hasOwn(ERROR_CODES, code))) {
    return code as Problem;
  }
  // A host's own `fetch` rejects with a TypeError: what the browser knows about the network says more.
  return navigator.onLine ? 'internal' : 'offline';
}

function codeOf(error: unknown): unknown {
  try {
    return (error as { code?: unknown } | null | undefined)?.code;
  } catch {
    // An error that can't even be looked at has no code.
    return undefined;
  }
}

/** Whether trying again can help without the person doing something else first. */
export function isRetryable(problem: Problem): boolean {
  return problem !== 'not-configured' && ERROR_CODES[problem].retryable;
}
