import type { ErrorCode, Issue } from '@enrollkit/core';
import type { Problem } from '@enrollkit/core/wire';
import { EnrollkitError, ERROR_CODES, errorIssue } from '@enrollkit/core';
import { DESCRIBED_FAULTS, type DescribedFault } from '../http/operation.js';
import { badRequest, toProblem } from '../http/problem.js';

/** An issue for each kind of refusal that has some. */
const ISSUES: Partial<Record<ErrorCode, Issue>> = {
  invalid: errorIssue('valid-until-required', 'validUntil'),
  'too-large': errorIssue('file-too-large', 'file', { sizeBytes: 12_000_000, maxSizeBytes: 10_485_760 }),
  'unsupported-media-type': errorIssue('file-not-pdf', 'file', { found: 'html' }),
};

/** What each refusal looks like: made by the code that makes real ones. */
export const EXAMPLE_PROBLEMS = {
  ...Object.fromEntries((Object.keys(ERROR_CODES) as ErrorCode[]).map((code) => [code, exampleOf(refusalOf(code))])),
  ...Object.fromEntries(DESCRIBED_FAULTS.map((code) => [code, exampleOf(badRequest(code, ''))])),
} as Readonly<Record<ErrorCode | DescribedFault, Problem>>;

function refusalOf(code: ErrorCode): EnrollkitError {
  const issue = ISSUES[code];
  return new EnrollkitError(code, '', {
    ...(issue && { issues: [issue] }),
    ...(code === 'rate-limited' && { retryAfterMs: 12_000 }),
  });
}

function exampleOf(error: EnrollkitError): Problem {
  return toProblem(error, { basePath: '', today: '2026-09-12', requestId: '0192f3a0-7c1e-7d3a-9b6e-1f2d3c4b5a69' });
}
