import { ERROR_CODES, type ErrorCode } from '@enrollkit/core';

/** Why there is nothing to ask: no backend, or no record was named. */
const LACKS = ['not-configured', 'nothing-chosen'] as const;

/** Why something isn't shown: an error code of the backend, or why there is nothing to ask. */
export type Problem = ErrorCode | (typeof LACKS)[number];

/** The problem behind whatever was thrown. Looks at `code`, so errors of another copy and of plain hosts count too. */
export function problemOf(error: unknown): Problem {
  const code = codeOf(error);
  if (typeof code === 'string' && (isLack(code) || Object.hasOwn(ERROR_CODES, code))) return code as Problem;
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
  return !isLack(problem) && ERROR_CODES[problem].retryable;
}

function isLack(code: string): code is (typeof LACKS)[number] {
  return (LACKS as readonly string[]).includes(code);
}
