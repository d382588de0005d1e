import type { Instant } from '../../../calendar/time.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { keepEnrollment, upToDate } from './enrollment-records.js';

/** How many are written in one go, so that nobody else waits long. */
const BATCH = 200;

/**
 * Writes down what the rules have changed by now, in the records that this actor may know of. A database can look for a status only when it is written, so a query by
 * status comes after this; everything else applies the rules while reading. Costs one look at an index when nothing is due.
 */
export async function settleDueEnrollments(context: UseCaseContext, now: Instant): Promise<void> {
  const { store, timeZone, scope, actor } = context;
  if (!scope) return;
  const { id, role } = actor;
  const intent = { useCase: 'applyRules', actor: { id, role }, at: now } as const;
  const action = 'enrollment.change-status';
  const due = { scope, ruleDueBy: now };
  const countDue = () => store.read(async ({ enrollments }) => (await enrollments.list({ ...due, size: 1 })).total);

  while ((await countDue()) > 0) {
    await store.write(intent, async (tables) => {
      const { items } = await tables.enrollments.list({ ...due, size: BATCH });
      for (const row of items) await keepEnrollment(tables, upToDate(row, context, now), { timeZone, now, action });
    });
  }
}
