import { EnrollkitError, type Issue } from '@enrollkit/core';

export const SOURCE_CHANGED = 'import-source-changed';

/** The source isn't the one that was planned. */
export function sourceChanged(): EnrollkitError {
  const issue: Issue = { code: SOURCE_CHANGED, severity: 'error', path: 'source', params: {} };
  return new EnrollkitError('invalid', 'The source is not the one that was planned', { issues: [issue] });
}
