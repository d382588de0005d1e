import { throwIfAborted } from '../../abort.js';
import type { EnrollmentPort } from '../ports/enrollment-port.js';
import { EnrollkitError } from '../../errors.js';
import {
  MOST_AT_ONCE,
  type ManyPort,
  type StatusAnswer,
  type StatusRequest,
  type WriteProblem,
} from '../ports/many-port.js';
import { invalid } from '../refusals.js';
import { presentMoment, type UseCaseContext } from '../use-case-context.js';
import { allowedWith } from './allowed.js';
import { upToDate } from './enrollment-records.js';

/** Many enrollments in one call. What is done with one of them is done by `one`. */
export function manyEnrollmentUseCases(context: UseCaseContext, one: Pick<EnrollmentPort, 'changeStatus'>): ManyPort {
  return {
    async getEnrollments(ids, options = {}) {
      expectAtMost(ids, 'ids');
      throwIfAborted(options.signal);
      const { scope, store } = context;
      if (!scope) return ids.map(() => undefined);
      const now = presentMoment(context);
      const { items } = await store.read(({ enrollments }) => enrollments.list({ ids: [...new Set(ids)], scope }));
      const found = new Map(items.map((row) => [row.id, allowedWith(context, upToDate(row, context, now))]));
      return ids.map((id) => found.get(id));
    },

    async changeStatuses(changes, options = {}) {
      expectAtMost(changes, 'changes');
      const answers: StatusAnswer[] = [];
      // One after the other: two changes of one enrollment come in their order, and each has its own transaction.
      for (const [index, change] of changes.entries()) {
        throwIfAborted(options.signal);
        answers.push(await changeOne(change, keyOf(options.idempotencyKey, index)));
      }
      return answers;
    },
  };

  async function changeOne(
    { id, to, expectedVersion, cause }: StatusRequest,
    own: { readonly idempotencyKey?: string },
  ): Promise<StatusAnswer> {
    const options = { ...own, ...(expectedVersion !== undefined && { expectedVersion }), ...(cause && { cause }) };
    try {
      return { enrollment: await one.changeStatus(id, to, options) };
    } catch (error) {
      return { problem: problemOf(error) };
    }
  }
}

/** Each change has a key of its own, so that a call that was cut off halfway goes on where it stopped. */
function keyOf(idempotencyKey: string | undefined, index: number): { readonly idempotencyKey?: string } {
  return idempotencyKey === undefined ? {} : { idempotencyKey: `${idempotencyKey}.${index}` };
}

function expectAtMost(list: unknown, path: string): void {
  if (!Array.isArray(list)) throw invalid('wrong-type', path, { expected: 'array' });
  if (list.length > MOST_AT_ONCE) throw invalid('too-many-items', path, { max: MOST_AT_ONCE, found: list.length });
}

/** Whatever isn't the kit's error is a fault of this place, and known only to whoever looks for its cause. */
function problemOf(error: unknown): WriteProblem {
  if (error instanceof EnrollkitError) return error;
  return new EnrollkitError('internal', 'The change could not be made', { cause: error });
}
