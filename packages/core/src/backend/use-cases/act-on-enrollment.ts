import type { Action } from '../../access/can.js';
import { BOOKING_STATES, bookingStateOf } from '../../booking/booking-state.js';
import type { VersionedWriteOptions } from '../../call-options.js';
import type { EnrollmentOutcome } from '../../enrollment/act-on-enrollment.js';
import type { Enrollment } from '../../enrollment/enrollment.js';
import type { EvaluationOptions } from '../../enrollment/evaluate-enrollment.js';
import type { AuditAction, WritingMethod } from '../audit.js';
import { expectVersion } from '../refusals.js';
import type { WriteTables } from '../store.js';
import type { UseCaseContext } from '../use-case-context.js';
import { write } from '../write.js';
import { answerAllowed } from './allowed.js';
import { bookedProduct, seatChanges } from './book-enrollment.js';
import { enrollmentChange, keepOutcome, loadEnrollment } from './enrollment-records.js';

export interface ActRequest {
  readonly id: string;
  readonly method: WritingMethod;
  /** Of the policy and of the trail. */
  readonly action: Action & AuditAction<'enrollment'>;
  readonly args?: unknown;
  readonly options: VersionedWriteOptions;
  /** What the actor says about it. */
  readonly note?: string | undefined;
}

/** Does one thing to one enrollment. What changes nothing is no new version and nobody hears of it. */
export async function act(
  context: UseCaseContext,
  { id, method, action, args, options, note }: ActRequest,
  perform: (
    enrollment: Enrollment,
    when: EvaluationOptions,
    tables: WriteTables,
  ) => EnrollmentOutcome | Promise<EnrollmentOutcome>,
): Promise<Enrollment> {
  const { timeZone } = context;
  const acted = write(context, { method, args: [id, args], options, note }, async (tables, now) => {
    const enrollment = await loadEnrollment(tables, context, { id, action, now });
    expectVersion(enrollment, options);
    const outcome = await perform(enrollment, { now, timeZone }, tables);
    if (outcome.issues.length === 0 && isSame(outcome.enrollment, enrollment)) {
      return { result: enrollment, changes: [] };
    }
    const result = await keepOutcome(tables, outcome, { now, timeZone, action });
    const isSeatMoved = takesSeat(result) !== takesSeat(enrollment);
    const seats = isSeatMoved ? seatChanges(await bookedProduct(tables, result)) : [];
    return { result, changes: [enrollmentChange(result), ...seats] };
  });
  return answerAllowed(context, acted);
}

export function takesSeat(enrollment: Enrollment): boolean {
  return BOOKING_STATES[bookingStateOf(enrollment)].takesSeat;
}

/** Acts keep what they don't change, so identity of the parts tells. */
function isSame(after: Enrollment, before: Enrollment): boolean {
  const fields = Object.keys({ ...before, ...after }) as (keyof Enrollment)[];
  return fields.every((field) => after[field] === before[field]);
}
