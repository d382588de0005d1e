import { throwIfAborted } from '../../abort.js';
import type { WriteOptions } from '../../call-options.js';
import { EnrollkitError, ERROR_CODES } from '../../errors.js';
import { MOST_AT_ONCE, type ManyPort, type StatusAnswer, type StatusRequest } from '../ports/many-port.js';
import { invalid } from '../refusals.js';
import { presentMoment, type UseCaseContext } from '../use-case-context.js';
import { allowedWith } from './bookings/allowed.js';
import { changeGroup, type KeyedChange } from './bookings/change-group.js';
import { upToDate } from './bookings/enrollment-records.js';
import { uploadCertificates } from './certificates/upload-certificates.js';

/** Changes in one transaction: few statements for many, and nobody else waits long. */
const GROUP_SIZE = 100;

/** Many in one call. */
export function manyUseCases(context: UseCaseContext): ManyPort {
  return {
    async getEnrollments(ids, options = {}) {
      expectAtMost(ids, 'ids');
      throwIfAborted(options.signal);
      const { scope, store } = context;
      if (!scope) return ids.map(() => undefined);
      const now = presentMoment(context);
      const { items } = await store.read(({ enrollments }) => enrollments.list({ ids: [...new Set(ids)], scope }), {
        isList: true,
      });
      const found = new Map(items.map((row) => [row.id, allowedWith(context, upToDate(row, context, now))]));
      return ids.map((id) => found.get(id));
    },

    async changeStatuses(changes, options = {}) {
      expectAtMost(changes, 'changes');
      const keyed = changes.map((change, index) => ({ change, ...keyOf(change, index, options) }));
      const answers: StatusAnswer[] = [];
      // One group after the other: two changes of one enrollment come in their order.
      for (let begin = 0; begin < keyed.length; begin += GROUP_SIZE) {
        throwIfAborted(options.signal);
        answers.push(...(await answerGroup(context, keyed.slice(begin, begin + GROUP_SIZE))));
      }
      return answers;
    },

    async uploadCertificates(uploads, options = {}) {
      expectAtMost(uploads, 'uploads');
      return uploadCertificates(context, uploads, options);
    },
  };
}

/**
 * All of a group in one transaction. When that fails for another reason than the database itself, each is tried alone: one
 * that can't be written stops none of the others.
 */
async function answerGroup(context: UseCaseContext, group: readonly KeyedChange[]): Promise<readonly StatusAnswer[]> {
  try {
    return await changeGroup(context, group);
  } catch (error) {
    const problem = problemOf(error);
    if (group.length === 1 || ERROR_CODES[problem.code].retryable) return group.map(() => ({ problem }));
    const answers: StatusAnswer[] = [];
    for (const each of group) answers.push(...(await answerGroup(context, [each])));
    return answers;
  }
}

/** Each change has a key of its own, so that a call that was cut off halfway goes on where it stopped. */
function keyOf(
  { idempotencyKey: own }: StatusRequest,
  index: number,
  { idempotencyKey }: WriteOptions,
): { readonly idempotencyKey?: string } {
  if (own !== undefined) return { idempotencyKey: own };
  return idempotencyKey === undefined ? {} : { idempotencyKey: `${idempotencyKey}.${index}` };
}

function expectAtMost(list: unknown, path: string): void {
  if (!Array.isArray(list)) throw invalid('wrong-type', path, { expected: 'array' });
  if (list.length > MOST_AT_ONCE) throw invalid('too-many-items', path, { max: MOST_AT_ONCE, found: list.length });
}

/** Whatever isn't the kit's error is a fault of this place, and known only to whoever looks for its cause. */
function problemOf(error: unknown): EnrollkitError {
  if (error instanceof EnrollkitError) return error;
  return new EnrollkitError('internal', 'The change could not be made', { cause: error });
}
