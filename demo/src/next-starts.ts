import { offerOf, type CalendarDay, type StartingDate, type StoredProduct } from '@enrollkit/core';

/**
 * The starts that a list tells of, the first one first: those that can be booked, or else what is still to come. What is over
 * or cancelled is no start to come for.
 */
export function nextStarts(
  product: Pick<StoredProduct, 'startingDates' | 'startStates' | 'maxParticipants'>,
  today: CalendarDay,
): readonly StartingDate[] {
  const toCome = product.startingDates
    .map((start) => offerOf(product, start, today))
    .filter(({ availability }) => availability !== 'past' && availability !== 'cancelled');
  const open = toCome.filter(({ availability }) => availability === 'open');
  return (open.length > 0 ? open : toCome)
    .map(({ start }) => start)
    .toSorted((a, b) => a.startDate.localeCompare(b.startDate));
}
