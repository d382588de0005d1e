import type { Issue } from '../../../issue.js';
import { EnrollkitError, type ErrorCode } from '../../../errors.js';

/** What is wrong with a file has codes of its own; the rest is `invalid`. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  'file-too-large': 'too-large',
  'file-not-pdf': 'unsupported-media-type',
  'file-type-not-accepted': 'unsupported-media-type',
};

export function fileRefusal(issues: readonly Issue[]): EnrollkitError {
  const [first] = issues;
  const code = (issues.length === 1 && first && CODES[first.code]) || 'invalid';
  return new EnrollkitError(code, issues.map((issue) => `${issue.path}: ${issue.code}`).join(', '), { issues });
}
