import { evaluateEnrollment, isCalendarDay, parseInstant, type Enrollment, type EnrollmentRow } from '@enrollkit/core';
import fc from 'fast-check';
import { anyEnrollment } from '../../core/enrollment/arbitrary-enrollment.js';

/** Any enrollments as a database keeps them, of several providers, with ids of their own. */
export function anyRows(timeZone: string): fc.Arbitrary<readonly EnrollmentRow[]> {
  const provider = fc.constantFrom(undefined, 'alfa', 'beta');
  return fc.array(fc.tuple(anyEnrollment(), provider), { minLength: 1, maxLength: 25 }).map((enrollments) =>
    enrollments.map(([enrollment, providerId], index) => {
      const row = { ...storable(enrollment), id: `e${index}`, ...(providerId && { providerId }) };
      const { next } = evaluateEnrollment(row, { now: WRITTEN_AT, timeZone });
      // What was due when it was written is due still: the writer was an older version, or the clock was wrong.
      const dueAt = evaluateEnrollment(row, { now: WRITTEN_AT, timeZone }).changes[0]?.at ?? next?.at;
      return { ...row, updatedAt: WRITTEN_AT, ...(dueAt && { nextRuleAt: dueAt }) };
    }),
  );
}

const WRITTEN_AT = '2026-10-15T00:00:00.000Z';

/** Without the dates that nobody can read: the use cases refuse them before a database sees them. */
function storable(enrollment: Enrollment): Enrollment {
  const isReadable = ([field, value]: [string, unknown]) =>
    typeof value !== 'string' ||
    (field.endsWith('Date') ? isCalendarDay(value) : !field.endsWith('At') || parseInstant(value) !== undefined);
  return Object.fromEntries(Object.entries(enrollment).filter(isReadable)) as unknown as Enrollment;
}
