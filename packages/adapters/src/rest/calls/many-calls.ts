import {
  EnrollkitError,
  hasErrorCode,
  MOST_AT_ONCE,
  type EnrollmentPort,
  type ManyPort,
  type StatusAnswer,
  type WriteProblem,
} from '@enrollkit/core';

/** Many enrollments at once. */
export function manyCalls(one: Pick<EnrollmentPort, 'getEnrollment' | 'changeStatus'>): ManyPort {
  return {
    async getEnrollments(ids, options) {
      expectAtMost(ids, 'ids');
      return Promise.all(
        ids.map((id) =>
          one.getEnrollment(id, options).catch((error: unknown) => {
            if (hasErrorCode(error, 'not-found')) return undefined;
            throw error;
          }),
        ),
      );
    },
    async changeStatuses(changes, options = {}) {
      expectAtMost(changes, 'changes');
      const answers: StatusAnswer[] = [];
      for (const [index, { id, to, ...same }] of changes.entries()) {
        const key = options.idempotencyKey;
        const own = { ...options, ...same, ...(key !== undefined && { idempotencyKey: `${key}.${index}` }) };
        answers.push(
          await one.changeStatus(id, to, own).then(
            (enrollment) => ({ enrollment }),
            (error: unknown) => ({ problem: error as WriteProblem }),
          ),
        );
      }
      return answers;
    },
  };
}

function expectAtMost(list: readonly unknown[], path: string): void {
  if (list.length <= MOST_AT_ONCE) return;
  const issue = {
    code: 'too-many-items',
    severity: 'error',
    path,
    params: { max: MOST_AT_ONCE, found: list.length },
  } as const;
  throw new EnrollkitError('invalid', `${path}: too-many-items`, { issues: [issue] });
}
