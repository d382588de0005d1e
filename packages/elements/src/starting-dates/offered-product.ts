import {
  hasStarted,
  offerOf,
  type CalendarDay,
  type StartingDate,
  type StartOffer,
  type StoredProduct,
} from '@enrollkit/core';

/** The part of a product that its starts are shown from. A page that has no more can hand in just this. */
export type OfferedProduct = Pick<StoredProduct, 'id' | 'startingDates'> &
  Partial<Pick<StoredProduct, 'name' | 'productType' | 'startStates' | 'maxParticipants' | 'webAddress' | 'state'>>;

/** The starts of a product, the first one first, with what is over left out unless it is asked for. */
export function offersOf(product: OfferedProduct, today: CalendarDay, showPast: boolean): readonly StartOffer[] {
  const { startStates = [], maxParticipants } = product;
  const seats = { startStates, ...(maxParticipants !== undefined && { maxParticipants }) };
  return (
    product.startingDates
      // One that was cancelled is over as well once its day has passed.
      .filter((start) => showPast || !hasStarted(start, today))
      .map((start) => offerOf(seats, start, today))
      .sort((a, b) => byDay(a.start.startDate, b.start.startDate))
  );
}

/** What tells a start from the others of its product, also when it is read anew. */
export function keyOf({ id, startDate, place }: StartingDate): string {
  return id ?? `${startDate} ${place}`;
}

/** Whether somebody can choose it. A start without an id can't be named in a booking. */
export function isBookable({ availability, start }: StartOffer): boolean {
  return availability === 'open' && start.id !== undefined && start.id !== '';
}

function byDay(a: CalendarDay, b: CalendarDay): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
