import { errorIssue, type Issue } from '../issue.js';
import type { IssueCode } from '../issue-codes.js';
import type { VersionedWriteOptions } from '../call-options.js';
import { EnrollkitError } from '../errors.js';

/** There is no such record, as far as this actor may know. */
export function notFound(kind: string, id: string): EnrollkitError {
  return new EnrollkitError('not-found', `No ${kind} ${id}`);
}

export function forbidden(action: string): EnrollkitError {
  return new EnrollkitError('forbidden', `This actor may not do ${action}`);
}

/** One fault in what was asked. */
export function invalid(code: IssueCode, path: string, params: Issue['params'] = {}): EnrollkitError {
  const issues = [errorIssue(code, path, params)];
  return new EnrollkitError('invalid', `${path || 'input'}: ${code}`, { issues });
}

/** Rejects with `conflict` when the user saw another version than the one that is there. */
export function expectVersion<Row extends { readonly version: number }>(
  current: Row,
  { expectedVersion }: VersionedWriteOptions,
): void {
  if (expectedVersion === undefined || expectedVersion === current.version) return;
  const message = `Version ${expectedVersion} was expected, version ${current.version} is there`;
  throw new EnrollkitError('conflict', message, { current });
}
