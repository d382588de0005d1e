import type { ErrorCode, Issue } from '@enrollkit/core';
import { isRetryable, problemOf } from '../backend/problem.js';

/** Why a file isn't uploaded. */
export interface UploadProblem {
  /** Of an issue (`file-not-pdf`) or of an error (`offline`). */
  readonly code: string;
  readonly params: Issue['params'];
  /** What was thrown, for whoever wants to log it. */
  readonly error?: unknown;
}

/** After signing in or making room the same file may pass. */
const PASSES_AFTER_HELP: ReadonlySet<string> = new Set<ErrorCode>([
  'unauthorized',
  'storage-full',
  'storage-unavailable',
]);

/** Any error as a problem: the first issue of `invalid` says more than its code. */
export function toProblem(error: unknown): UploadProblem {
  const issue = issueOf(error);
  return { code: issue?.code ?? problemOf(error), params: issue?.params ?? {}, error };
}

/** Whether the same file may be accepted another time; what is wrong with the form can be corrected. */
export function canSucceedLater(error: unknown): boolean {
  const issue = issueOf(error);
  if (issue) return issue.path !== 'file';
  const problem = problemOf(error);
  return isRetryable(problem) || PASSES_AFTER_HELP.has(problem);
}

function issueOf(error: unknown): Issue | undefined {
  const { code, issues } = (error ?? {}) as { code?: unknown; issues?: readonly Issue[] };
  return code === 'invalid' ? issues?.find(({ severity }) => severity === 'error') : undefined;
}
