import type { Context } from 'hono';
import type { Problem, WireIssue } from '@enrollkit/core/wire';
import { describeProblem } from '../http/answer-problem.js';
import type { AppEnv } from '../http/app-env.js';
import { textOf } from '../http/problem.js';
import type { ServerParts } from '../parts/server-parts.js';
import { respondCompatibly } from './respond.js';

/** What its clients know beside 400, and what tells any client to wait. */
const OTHER_REFUSALS: readonly number[] = [401, 403, 404, 429];

/** Answers any error with the statuses that clients of the marketplace's API know, and sentences. */
export function answerErrors(c: Context<AppEnv>, thrown: unknown, parts: ServerParts): Response {
  const { problem, headers } = describeProblem(c, thrown, parts);
  const errors = sentencesOf(problem);
  const status = OTHER_REFUSALS.includes(problem.status) ? problem.status : statusOf(problem);
  return respondCompatibly(c, { root: 'errors', body: { errors }, xmlBody: errors, status, headers });
}

/** Of what was sent: whatever is wrong with it is 400. */
export function statusOf({ status }: Problem): number {
  return status >= 500 ? status : 400;
}

/** What went wrong and what to do, a sentence or two for each field. */
export function sentencesOf({ errors = [], code, detail, help }: Problem): readonly string[] {
  if (errors.length > 0) return errors.map(sentenceOf);
  const advice = code === 'unauthorized' ? 'Send `api_key` with an API key of this server.' : help;
  return [`${detail.replace(/[.]?$/, '.')} ${advice}`];
}

function sentenceOf({ code, path, params }: WireIssue): string {
  const { title, help } = textOf({ code });
  // These clients get no `params` to look into: what needs one that isn't there is left out.
  const filled = help.replaceAll(/`params\.(\w+)`/g, (all, name: string) => String(params[name] ?? all));
  const advice = filled.split(/(?<=\.) /).filter((sentence) => !sentence.includes('`params.'));
  return [`${path === '' ? '' : `${path}: `}${title}.`, ...advice].join(' ');
}
