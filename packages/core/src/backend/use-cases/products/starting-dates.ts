import { moveDates } from '../../../enrollment/acts/record-facts.js';
import type { Enrollment } from '../../../enrollment/enrollment.js';
import type { StartingDate, StoredProduct } from '../../../product/product.js';
import type { Instant } from '../../../calendar/time.js';
import type { Change } from '../../ports/change-port.js';
import type { EnrollmentDates } from '../../../enrollment/enrollment.js';
import type { WriteTables } from '../../store.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { enrollmentChange, keepOutcome, upToDate } from '../bookings/enrollment-records.js';

/** The days that an enrollment copies from a starting date. */
export function startingDateDays(date: StartingDate): EnrollmentDates {
  const { startDate, startDateIsMonthOnly, endDate, endDateIsMonthOnly } = date;
  return { startDate, startDateIsMonthOnly, ...(endDate !== undefined && { endDate, endDateIsMonthOnly }) };
}

/**
 * Moves the enrollments of a product along with its starting dates. One that was given other days by hand keeps them, and
 * so does one whose starting date is no longer offered.
 */
export async function moveEnrollmentsAlong(
  tables: WriteTables,
  context: UseCaseContext,
  { before, after, now }: { before: StoredProduct | undefined; after: StoredProduct; now: Instant },
): Promise<readonly Change[]> {
  const { timeZone } = context;
  const changes: Change[] = [];
  for (const startingDate of after.startingDates) {
    if (startingDate.id === undefined) continue;
    const old = before?.startingDates.find(({ id }) => id === startingDate.id);
    const days = startingDateDays(startingDate);
    const oldDays = old ? startingDateDays(old) : {};
    if (haveSameDays(days, oldDays)) continue;

    const { items } = await tables.enrollments.list({ productId: after.id, startingDateId: startingDate.id });
    for (const row of items) {
      if (row.providerId !== after.providerId || !haveSameDays(row, oldDays)) continue;
      const outcome = moveDates(upToDate(row, context, now), days, { now, timeZone });
      // A date that a product may have and an enrollment may not is a matter of that product's check.
      if (outcome.issues.length > 0) continue;
      changes.push(
        enrollmentChange(await keepOutcome(tables, outcome, { now, timeZone, action: 'enrollment.move-dates' })),
      );
    }
  }
  return changes;
}

function haveSameDays(a: EnrollmentDates | Enrollment, b: EnrollmentDates): boolean {
  return (
    a.startDate === b.startDate &&
    a.endDate === b.endDate &&
    (a.startDateIsMonthOnly ?? false) === (b.startDateIsMonthOnly ?? false) &&
    (a.endDateIsMonthOnly ?? false) === (b.endDateIsMonthOnly ?? false)
  );
}
