import { EnrollkitError, ERROR_CODES, hasErrorCode, type ErrorCode, type Issue } from '@enrollkit/core';
import { toWirePath, type Problem, type WireIssue } from '@enrollkit/core/wire';
import { ERROR_TEXTS } from './error-texts.js';
import { serverIssue, type ServerIssueCode } from './issue-codes.js';
import { ISSUE_TEXTS, OTHER_ISSUE } from './issue-texts.js';
import { toWireRecord } from './wire-record.js';

export interface ProblemFacts {
  /** Path of the API: the page about errors is below it. */
  readonly basePath: string;
  /** On the provider's calendar: where a certificate stands depends on it. */
  readonly today: string;
  readonly requestId: string;
}

/** Faults in how a request is made, for which HTTP has a status of its own. */
export const REQUEST_FAULTS = {
  'json-malformed': 400,
  'multipart-malformed': 400,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'body-too-slow': 408,
} as const satisfies Readonly<Partial<Record<ServerIssueCode, number>>>;

/** Any error as the HTTP API says it. Nothing of what an unexpected error says of the server's inside. */
export function toProblem(error: unknown, { basePath, today, requestId }: ProblemFacts): Problem {
  const { code, issues, current, retryAfterMs, message } = expectedError(error);
  const spell = error instanceof RequestError ? (path: string) => path : toWirePath;
  const wireIssues = issues.map((issue) => ({ ...issue, path: spell(issue.path), help: textOf(issue).help }));
  const { title, help } = ERROR_TEXTS[code];
  const [only] = issues.length === 1 ? issues : [];
  return {
    type: `${basePath}/docs/errors#${code}`,
    title,
    status: (only && ownStatus(only)) ?? ERROR_CODES[code].httpStatus,
    code,
    detail: detailOf(code, wireIssues, { requestId, message }),
    help: only ? textOf(only).help : help,
    ...(issues.length > 0 && { errors: wireIssues }),
    ...(current !== undefined && { current: toWireRecord(current, today) }),
    ...(retryAfterMs !== undefined && { retry_after_ms: Math.ceil(retryAfterMs) }),
  };
}

function ownStatus({ code }: Issue): number | undefined {
  return Object.hasOwn(REQUEST_FAULTS, code) ? REQUEST_FAULTS[code as keyof typeof REQUEST_FAULTS] : undefined;
}

/** Whether an error says something about the request. Everything else is a fault of the server, for its log. */
export function isExpectedError(error: unknown): error is EnrollkitError {
  return (Object.keys(ERROR_CODES) as ErrorCode[]).some((code) => hasErrorCode(error, code));
}

/** What is wrong with a request as it was sent: its paths have the names of the wire already. */
export class RequestError extends EnrollkitError {}

/** One fault in how the request was made. */
export function badRequest(code: ServerIssueCode, path: string, params: Issue['params'] = {}): RequestError {
  return refused('invalid', code, path, params);
}

/** One fault, for an error with a code of its own. */
export function refused(
  errorCode: ErrorCode,
  code: ServerIssueCode,
  path: string,
  params: Issue['params'] = {},
): RequestError {
  const issues = [serverIssue(code, path, params)];
  return new RequestError(errorCode, `${path || 'request'}: ${code}`, { issues });
}

/** From another copy of the kit an error may lack what this one gives. */
function expectedError(
  error: unknown,
): Pick<EnrollkitError, 'code' | 'issues' | 'current' | 'retryAfterMs' | 'message'> {
  if (!isExpectedError(error)) return new EnrollkitError('internal', '', { cause: error });
  const { current, retryAfterMs, message } = error;
  // What a browser lacks is told in other words than a file store that is away for a while.
  const isAway = error.code === 'storage-unavailable';
  const code = isAway ? 'unavailable' : error.code;
  return { code, current, retryAfterMs, message, issues: Array.isArray(error.issues) ? error.issues : [] };
}

function detailOf(
  code: ErrorCode,
  issues: readonly WireIssue[],
  { requestId, message }: { readonly requestId: string; readonly message: string },
): string {
  if (issues.length > 0) return issues.map((issue) => sentenceOf(issue)).join(' ');
  if (code === 'internal') return `Something went wrong on the server. The request id is ${requestId}`;
  // Written for whoever makes the request: which part of a credential is not good, never what was sent.
  if (code === 'unauthorized' && message !== '') return message;
  return `${ERROR_TEXTS[code].title}.`;
}

function sentenceOf({ code, path }: Pick<Issue, 'code' | 'path'>): string {
  const { title } = textOf({ code });
  return path === '' ? `${title}.` : `${path}: ${title}.`;
}

/** What an issue is, and what to do about it. */
export function textOf({ code }: Pick<Issue, 'code'>): { readonly title: string; readonly help: string } {
  return Object.hasOwn(ISSUE_TEXTS, code) ? ISSUE_TEXTS[code as ServerIssueCode] : OTHER_ISSUE;
}
