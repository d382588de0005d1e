import { dayOf } from '@enrollkit/core';
import type { Problem } from '@enrollkit/core/wire';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { fromDatabase } from '../database/database-error.js';
import type { ServerParts } from '../parts/server-parts.js';
import type { AppEnv } from './app-env.js';
import { logFault } from './log-fault.js';
import { isExpectedError, refused, toProblem } from './problem.js';
import { problemRepresentation } from './representation.js';
import { write } from './respond.js';

/** Answers any error as a problem. */
export function answerProblem(c: Context<AppEnv>, thrown: unknown, parts: ServerParts): Response {
  const { problem, headers } = describeProblem(c, thrown, parts);
  const answer = { root: 'problem', body: problem, status: problem.status, headers };
  return write(c, problemRepresentation(c), answer, 'problem+');
}

/** Any error as a problem, with what its answer says in headers. Logs what is a fault of the server. */
export function describeProblem(
  c: Context<AppEnv>,
  thrown: unknown,
  parts: ServerParts,
): { readonly problem: Problem; readonly headers: Readonly<Record<string, string>> } {
  const given = fromHono(thrown);
  // What is asked outside of a transaction comes as the database said it.
  const error = fromDatabase(given);
  const { settings, clock, log } = parts;
  const requestId = (c.get('requestId') as string | undefined) ?? '';
  const { basePath, timeZone } = settings;
  const problem = toProblem(error, { basePath, today: dayOf(clock(), timeZone), requestId });
  if (!isExpectedError(error) || problem.status >= 500) logFault(log, requestId, given);

  const headers: Record<string, string> = { 'Cache-Control': 'no-store' };
  if (problem.retry_after_ms !== undefined) headers['Retry-After'] = String(Math.ceil(problem.retry_after_ms / 1000));
  if (problem.code === 'unauthorized') headers['WWW-Authenticate'] = 'Bearer';
  const isPassing = problem.code === 'rate-limited' || problem.code === 'unavailable';
  if (isPassing && problem.retry_after_ms === undefined)
    headers['Retry-After'] = problem.code === 'unavailable' ? '5' : '60';
  const allowed = problem.status === 405 ? problem.errors?.[0]?.params.allowed : undefined;
  if (allowed !== undefined) headers.Allow = String(allowed);
  return { problem, headers };
}

/** Hono throws errors of its own when a body isn't what its validators expect. */
function fromHono(error: unknown): unknown {
  if (!(error instanceof HTTPException)) return error;
  if (error.status === 415) {
    return refused('unsupported-media-type', 'content-type-unsupported', 'Content-Type', {
      accepted: 'application/json',
    });
  }
  return error.status === 400 ? refused('invalid', 'json-malformed', '') : error;
}
