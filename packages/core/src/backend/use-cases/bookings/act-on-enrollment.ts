import type { Action } from '../../../access/can.js';
import { BOOKING_STATES, bookingStateOf } from '../../../booking/booking-state.js';
import { dayOf } from '../../../calendar/time-zone.js';
import type { VersionedWriteOptions } from '../../../call-options.js';
import type { EnrollmentOutcome } from '../../../enrollment/acts/act-on-enrollment.js';
import type { Enrollment } from '../../../enrollment/enrollment.js';
import type { EvaluationOptions } from '../../../enrollment/rules/evaluate-status.js';
import type { Issue } from '../../../issue.js';
import { checkBookable } from '../../../product/check-bookable.js';
import type { StoredProduct } from '../../../product/product.js';
import type { AuditAction, WritingMethod } from '../../audit.js';
import { NOTE } from '../../input/enrollment-input.js';
import { parseInput } from '../../input/parse-input.js';
import type { Change } from '../../ports/change-port.js';
import { expectVersion } from '../../refusals.js';
import type { WriteTables } from '../../store.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { write } from '../../write.js';
import { answerAllowed } from './allowed.js';
import { bookedProduct, seatChanges } from './book-enrollment.js';
import { enrollmentChange, keepOutcome, loadEnrollment } from './enrollment-records.js';
import { withSeatsLeft } from './seats.js';

export interface ActRequest {
  readonly id: string;
  readonly method: WritingMethod;
  /** Of the policy and of the trail. */
  readonly action: Action & AuditAction<'enrollment'>;
  readonly args?: unknown;
  readonly options: VersionedWriteOptions;
  /** What the actor says about it. */
  readonly note?: string | undefined;
  /** What follows in other records. */
  readonly then?: (tables: WriteTables, result: Enrollment) => Promise<readonly Change[]>;
}

/** Does one thing to one enrollment. What changes nothing is no new version and nobody hears of it. */
export async function act(
  context: UseCaseContext,
  { id, method, action, args, options, note, then }: ActRequest,
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
    const others = then ? await then(tables, result) : [];
    return { result, changes: [enrollmentChange(result), ...seats, ...others] };
  });
  return answerAllowed(context, acted);
}

export function takesSeat(enrollment: Enrollment): boolean {
  return BOOKING_STATES[bookingStateOf(enrollment)].takesSeat;
}

/** Why a start of the product takes this enrollment not, or no longer. */
export async function seatIssues(
  tables: WriteTables,
  { product, enrollment }: { readonly product: StoredProduct; readonly enrollment: Enrollment },
  { now, timeZone, overbook }: EvaluationOptions & { readonly timeZone: string; readonly overbook: boolean },
): Promise<readonly Issue[]> {
  const { startingDateId, booked } = enrollment;
  return checkBookable(await withSeatsLeft(tables, product), {
    today: dayOf(now, timeZone),
    startingDateId,
    site: booked?.site,
    isProvider: true,
    overbook,
  });
}

/** A note as it is kept: nothing, when nothing is written in it. */
export function checkNote(note: string | undefined): string | undefined {
  return note === undefined || note.trim() === '' ? undefined : parseInput(NOTE, { note }).note;
}

/** Acts keep what they don't change, so identity of the parts tells. */
export function isSame(after: Enrollment, before: Enrollment): boolean {
  const fields = Object.keys({ ...before, ...after }) as (keyof Enrollment)[];
  return fields.every((field) => after[field] === before[field]);
}
