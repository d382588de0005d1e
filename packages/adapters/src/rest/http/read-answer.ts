import { EnrollkitError, ERROR_CODES } from '@enrollkit/core';
import { codeForStatus, errorFromProblem, type Problem } from '@enrollkit/core/wire';
import { parseRetryAfter } from './retry.js';
import type { HttpAnswer } from './transport.js';

/** What came back isn't what a backend answers. */
export function badAnswer(message: string, cause?: unknown): EnrollkitError {
  return new EnrollkitError('bad-answer', message, { cause });
}

/** The data of an answer: JSON, or XML where that was asked for. */
export type ReadBody = (answer: HttpAnswer) => Promise<unknown>;

export const readJson: ReadBody = async ({ contentType, body }) => {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(contentType)) {
    throw badAnswer(`Expected JSON, got ${nameOf(contentType)}: is there a proxy or sign-in page before the server?`);
  }
  try {
    return JSON.parse(await body.text()) as unknown;
  } catch (error) {
    throw badAnswer('The answer is no whole JSON', error);
  }
};

/** What a status tells even when a proxy says it in its own words. Others it may say about itself, not about the record. */
const PLAIN_STATUSES = [401, 413, 415, 429];
/** A gateway that answers in the server's place: the server is down, or can't keep up. */
const AWAY_STATUSES = [502, 503, 504];

/**
 * The error that an answer stands for, or nothing when it is a success. `readCurrent` reads the record that is shown with a
 * `conflict` or `duplicate`.
 */
export async function errorOf(
  answer: HttpAnswer,
  readBody: ReadBody,
  readCurrent: (current: unknown) => unknown,
): Promise<EnrollkitError | undefined> {
  const { status, isRedirected, retryAfter } = answer;
  if (isRedirected) {
    const message = 'The server pointed to another page, which the API never does: is that where people sign in?';
    return new EnrollkitError('unauthorized', message);
  }
  if (status >= 200 && status < 300) return undefined;

  const retryAfterMs = parseRetryAfter(retryAfter, Date.now());
  const problem = asProblem(await readBody(answer).catch(() => undefined));
  if (!problem) {
    const code = AWAY_STATUSES.includes(status)
      ? 'unavailable'
      : PLAIN_STATUSES.includes(status)
        ? codeForStatus(status)
        : 'bad-answer';
    const message = `HTTP ${status} with ${nameOf(answer.contentType)} in place of a problem description`;
    return new EnrollkitError(code, message, { ...(retryAfterMs !== undefined && { retryAfterMs }) });
  }
  return errorFromProblem(
    {
      ...problem,
      // Several codes share 503; a gateway in between means that the server is away.
      ...(status >= 500 &&
        !isKnown(problem.code) && { code: AWAY_STATUSES.includes(status) ? 'unavailable' : 'internal' }),
      ...(problem.retry_after_ms === undefined && retryAfterMs !== undefined && { retry_after_ms: retryAfterMs }),
    },
    status,
    safely(readCurrent, problem.current),
  );
}

function isKnown(code: string | undefined): boolean {
  return code !== undefined && Object.hasOwn(ERROR_CODES, code);
}

/** A problem as RFC 9457 has it, with what isn't of the right kind left out. */
function asProblem(data: unknown): Partial<Problem> | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const { code, detail, title, errors, current, retry_after_ms } = data as Partial<Record<keyof Problem, unknown>>;
  const text = (name: string, value: unknown) => typeof value === 'string' && { [name]: value };
  return {
    ...text('code', code),
    ...text('detail', detail),
    ...text('title', title),
    ...(Array.isArray(errors) && { errors: errors.filter(isIssue) }),
    ...(current !== undefined && { current }),
    ...(typeof retry_after_ms === 'number' && { retry_after_ms }),
  };
}

function isIssue(issue: unknown): issue is NonNullable<Problem['errors']>[number] {
  const { code, path } = (issue ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  return typeof code === 'string' && typeof path === 'string';
}

/** A current record that can't be read must not hide the conflict itself. */
function safely(read: (value: unknown) => unknown, value: unknown): unknown {
  try {
    return value === undefined ? undefined : read(value);
  } catch {
    return undefined;
  }
}

function nameOf(contentType: string): string {
  return contentType.split(';')[0]?.trim() || 'nothing';
}
