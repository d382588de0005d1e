import { ERROR_CODES, type EnrollkitError, type ErrorCode } from '@enrollkit/core';

/**
 * What a failed attempt means for a kept write: `done` (it had arrived before), `refused` for good, `later` again with
 * the others going on, or `stop` because no other would fare better now.
 */
export type Verdict = 'done' | 'refused' | 'later' | 'stop';

/** Nothing is wrong with the write: somebody has to sign in, or the network or page is gone. */
const STOPPING: readonly ErrorCode[] = [
  'offline',
  'unavailable',
  'blocked',
  'timeout',
  'unauthorized',
  'no-token',
  'rate-limited',
  'aborted',
];

export function judgeFailure({ code, method }: { readonly code: unknown; readonly method: string }): Verdict {
  if (typeof code !== 'string' || !Object.hasOwn(ERROR_CODES, code)) return 'later';
  const known = code as ErrorCode;
  if (STOPPING.includes(known)) return 'stop';
  // The same bytes for the same purpose are there: that is what was wanted.
  if (known === 'duplicate' && method === 'uploadCertificate') return 'done';
  return ERROR_CODES[known].retryable ? 'later' : 'refused';
}

/** Whether keeping a write for later makes sense: the server was not reached, or a gateway said so in its place. */
export function isUnreached(error: unknown): error is EnrollkitError {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return code === 'offline' || code === 'unavailable' || code === 'timeout';
}
