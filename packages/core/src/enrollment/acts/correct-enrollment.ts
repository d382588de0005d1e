import { bookingStateOf, BOOKING_STATES } from '../../booking/booking-state.js';
import { errorIssue } from '../../issue.js';
import type { Instant } from '../../calendar/time.js';
import { actOnEnrollment, refuse, type EnrollmentOutcome } from './act-on-enrollment.js';
import type { BookingAct } from './decide-booking.js';
import { checkEnrollmentDates } from './check-enrollment-dates.js';
import type { CorrectedField, Correction, Enrollment, EnrollmentDates, Participant } from '../enrollment.js';

/** What is set right about a person. `null` takes away what needn't be there. */
export interface ParticipantCorrection {
  readonly name?: string;
  readonly email?: string;
  readonly externalId?: string | null;
  readonly employerId?: string | null;
}

/** The start that an enrollment goes to, and its days. */
export interface NewStart {
  readonly startingDateId: string;
  readonly days: EnrollmentDates;
}

/**
 * Corrects who takes part. What was there stays in `corrections`. Correcting nothing changes nothing.
 *
 * @example
 * correctEnrollment(enrollment, { name: 'Anna Smit' }, { now, by: 'p1' }).enrollment.corrections;
 * // [{ at: now, by: 'p1', changes: [{ field: 'name', from: 'Ana Smit', to: 'Anna Smit' }] }]
 */
export function correctEnrollment(
  enrollment: Enrollment,
  correction: ParticipantCorrection,
  act: BookingAct,
): EnrollmentOutcome {
  const changes = PARTICIPANT_FIELDS.flatMap((field): CorrectedField[] => {
    const to = correction[field];
    return to === undefined ? [] : changed(field, enrollment.participant[field], to ?? undefined);
  });
  if (changes.length === 0) return actOnEnrollment(enrollment, act, {});
  const participant: Participant = withoutNull({ ...enrollment.participant, ...correction });
  return actOnEnrollment(enrollment, act, {
    facts: (due, at) => ({ participant, corrections: [...(due.corrections ?? []), correctionOf(changes, at, act)] }),
  });
}

/**
 * Moves an enrollment to another start of its product, whose days it takes. What was due by the old days is recorded first.
 * Refused with `booking-already-decided` when it has ended. Whether there is a seat, its caller knows.
 *
 * @example
 * changeStart(enrollment, { startingDateId: 'autumn', days: { startDate: '2026-10-05' } }, { now, by: 'p1' });
 */
export function changeStart(
  enrollment: Enrollment,
  { startingDateId, days }: NewStart,
  act: BookingAct,
): EnrollmentOutcome {
  const changes = changed('startingDateId', enrollment.startingDateId, startingDateId);
  if (changes.length === 0) return actOnEnrollment(enrollment, act, {});
  const state = bookingStateOf(enrollment);
  if (!BOOKING_STATES[state].takesSeat) {
    return refuse(enrollment, errorIssue('booking-already-decided', 'bookingState', { state }));
  }
  const issues = checkEnrollmentDates(days);
  if (issues.length > 0) return refuse(enrollment, ...issues);
  const outcome = actOnEnrollment(enrollment, act, {
    facts: (due, at) => ({
      ...NO_DATES,
      ...days,
      startingDateId,
      corrections: [...(due.corrections ?? []), correctionOf(changes, at, act)],
    }),
  });
  // A start without an end has none: the old one is gone, and not there without a value.
  return { ...outcome, enrollment: withoutNull(outcome.enrollment) };
}

const PARTICIPANT_FIELDS = [
  'name',
  'email',
  'externalId',
  'employerId',
] as const satisfies readonly (keyof Participant)[];

const NO_DATES = {
  startDate: undefined,
  startDateIsMonthOnly: undefined,
  endDate: undefined,
  endDateIsMonthOnly: undefined,
} as unknown as EnrollmentDates;

function changed(field: CorrectedField['field'], from: string | undefined, to: string | undefined): CorrectedField[] {
  if (from === to) return [];
  return [{ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
}

function correctionOf(
  changes: readonly CorrectedField[],
  at: Instant,
  { by = '', name, note }: BookingAct,
): Correction {
  return { at, by, ...(name !== undefined && { name }), ...(note !== undefined && { note }), changes };
}

function withoutNull<Value extends object>(value: object): Value {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined && part !== null)) as Value;
}
