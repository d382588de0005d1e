import type { ErrorCode, Issue } from '@enrollkit/core';
import type { Problem } from '@enrollkit/core/wire';
import { EnrollkitError, ERROR_CODES, errorIssue } from '@enrollkit/core';
import { toProblem } from '../http/problem.js';

/** An issue for each kind of refusal that has some. */
const ISSUES: Partial<Record<ErrorCode, Issue>> = {
  invalid: errorIssue('valid-until-required', 'validUntil'),
  'too-large': errorIssue('file-too-large', 'file', { sizeBytes: 12_000_000, maxSizeBytes: 10_485_760 }),
  'unsupported-media-type': errorIssue('file-not-pdf', 'file', { found: 'html' }),
};

/** What each refusal looks like: made by the code that makes real ones. */
export const EXAMPLE_PROBLEMS = Object.fromEntries(
  (Object.keys(ERROR_CODES) as ErrorCode[]).map((code) => [code, exampleOf(code)]),
) as Readonly<Record<ErrorCode, Problem>>;

function exampleOf(code: ErrorCode): Problem {
  const issue = ISSUES[code];
  const error = new EnrollkitError(code, '', {
    ...(issue && { issues: [issue] }),
    ...(code === 'rate-limited' && { retryAfterMs: 12_000 }),
  });
  return toProblem(error, { basePath: '', today: '2026-09-12', requestId: '0192f3a0-7c1e-7d3a-9b6e-1f2d3c4b5a69' });
}
