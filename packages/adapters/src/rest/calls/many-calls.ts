import {
  EnrollkitError,
  errorIssue,
  hasErrorCode,
  MOST_AT_ONCE,
  type ManyPort,
  type StatusAnswer,
} from '@enrollkit/core';
import { errorFromProblem, type Problem } from '@enrollkit/core/wire';
import type { Api } from './api.js';
import { changeOf, wireStatus, type EnrollmentCalls } from './enrollment-calls.js';
import { badAnswer, readJson } from '../http/read-answer.js';
import { readEnrollment } from './shapes.js';

/** Many enrollments at once. Those that are read are read as single ones are: together, as far as an address goes. */
export function manyCalls(
  { client, changes }: Api,
  { getEnrollment }: Pick<EnrollmentCalls, 'getEnrollment'>,
): ManyPort {
  return {
    async getEnrollments(ids, options) {
      expectAtMost(ids, 'ids');
      return Promise.all(
        ids.map((id) =>
          getEnrollment(id, options).catch((error: unknown) => {
            if (hasErrorCode(error, 'not-found')) return undefined;
            throw error;
          }),
        ),
      );
    },

    async changeStatuses(asked, options = {}) {
      expectAtMost(asked, 'changes');
      if (asked.length === 0) return [];
      const body = asked.map(({ id, to, expectedVersion, cause, note, idempotencyKey }) => ({
        id,
        participation_status: wireStatus(to),
        ...(expectedVersion !== undefined && { expected_version: expectedVersion }),
        ...(cause && { cause }),
        ...(note !== undefined && { note }),
        ...(idempotencyKey !== undefined && { idempotency_key: idempotencyKey }),
      }));
      return changes.write(
        async () =>
          readAnswers(await readJson(await client.send({ method: 'PATCH', path: 'bookings', body }, options))),
        (answers) => answers.flatMap((answer) => ('enrollment' in answer ? [changeOf(answer.enrollment)] : [])),
      );
    },
  };
}

function readAnswers(data: unknown): readonly StatusAnswer[] {
  const { items } = (data ?? {}) as { readonly items?: unknown };
  if (!Array.isArray(items)) throw badAnswer('Expected what became of each change');
  return (items as { readonly booking?: unknown; readonly problem?: Partial<Problem> }[]).map(
    ({ booking, problem }) => {
      if (booking !== undefined) return { enrollment: readEnrollment(booking) };
      if (typeof problem !== 'object') throw badAnswer('Expected a booking or a problem');
      const current = problem.current === undefined ? undefined : readEnrollment(problem.current);
      const { code, message, issues } = errorFromProblem(problem, problem.status ?? 500);
      return { problem: { code, message, issues, ...(current && { current }) } };
    },
  );
}

function expectAtMost(list: readonly unknown[], path: string): void {
  if (list.length <= MOST_AT_ONCE) return;
  const issue = errorIssue('too-many-items', path, { max: MOST_AT_ONCE, found: list.length });
  throw new EnrollkitError('invalid', `${path}: ${issue.code}`, { issues: [issue] });
}
