import type { Issue } from '../issue.js';

/** Why something can't be done to an enrollment. */
export type EnrollmentIssueCode =
  'enrollment-cancelled' | 'status-not-by-hand' | 'date-invalid' | 'end-date-before-start-date';

export function enrollmentIssue(code: EnrollmentIssueCode, path: string, params: Issue['params'] = {}): Issue {
  return { code, severity: 'error', path, params };
}
