import { BOOKING_STATES, bookingStateOf, type BookingFacts } from '../../booking/booking-state.js';
import { FINAL_STATUSES } from '../participation-status.js';

/** How many enrollments there are, and how many of them still lead somewhere. */
export interface EnrollmentCount {
  readonly total: number;
  readonly open: number;
}

/**
 * Counts enrollments by their product: for a store that counts rows one by one.
 *
 * @example
 * countEnrollmentsOf([{ productId: 'itil', status: 'no-show' }, { productId: 'itil', status: 'started' }]);
 * // [{ productId: 'itil', total: 2, open: 1 }]
 */
export function countEnrollmentsOf(
  enrollments: Iterable<BookingFacts & { readonly productId: string }>,
): readonly (EnrollmentCount & { readonly productId: string })[] {
  const counts = new Map<string, { total: number; open: number }>();
  for (const enrollment of enrollments) {
    const count = counts.get(enrollment.productId) ?? { total: 0, open: 0 };
    count.total += 1;
    const isOn = BOOKING_STATES[bookingStateOf(enrollment)].takesSeat;
    if (isOn && !FINAL_STATUSES.includes(enrollment.status)) count.open += 1;
    counts.set(enrollment.productId, count);
  }
  return [...counts].map(([productId, count]) => ({ productId, ...count }));
}
