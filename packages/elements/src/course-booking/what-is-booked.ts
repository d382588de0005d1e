import type {
  CalendarDay,
  NewEnrollment,
  PriceAudience,
  PriceCalculation,
  StartingDate,
  StoredProduct,
} from '@enrollkit/core';
import { isBookable, offersOf } from '../starting-dates/offered-product.js';
import type { Row } from './booking-draft.js';
import type { BookDetail } from './course-booking-events.js';

interface Choice {
  readonly price: PriceCalculation;
  readonly start: StartingDate | undefined;
  readonly selectedCosts: readonly string[];
  readonly employerId: string | undefined;
  readonly audience: PriceAudience;
  readonly site: string | undefined;
  readonly isConsumer: boolean;
}

/** What the backend is asked for one participant. */
export function bookingOf({ id, providerId }: StoredProduct, { name, email }: Row, choice: Choice): NewEnrollment {
  const { price, start, selectedCosts, employerId, audience, site, isConsumer } = choice;
  return {
    productId: id,
    ...(providerId !== undefined && { providerId }),
    ...(start?.id !== undefined && { startingDateId: start.id }),
    participant: { name: name.trim(), email: email.trim(), ...(employerId && { employerId }) },
    ...(selectedCosts.length > 0 && { selectedCosts }),
    ...(audience !== 'standard' && { audience }),
    ...(site !== undefined && { site }),
    ...(price.display !== 'on-request' && { expectedTotalMinor: price.totalMinor }),
    consumer: isConsumer,
  };
}

/** What the page is told before anything is sent. */
export function detailOf(
  bookings: readonly (readonly [Row, NewEnrollment])[],
  selectedCosts: readonly string[],
  { totalMinor }: PriceCalculation,
): BookDetail {
  const [{ productId, startingDateId }] = bookings.map(([, booking]) => booking) as [NewEnrollment];
  const participants = bookings.map(([{ name, email }]) => ({ name, email }));
  return {
    productId,
    ...(startingDateId !== undefined && { startingDateId }),
    selectedCosts,
    participants,
    totalMinor,
  };
}

/** The chosen start, while it can be booked. What is booked keeps its start. */
export function chosenStart(
  product: StoredProduct,
  chosenId: string,
  { today, isBooked }: { readonly today: CalendarDay; readonly isBooked: boolean },
): StartingDate | undefined {
  if (isBooked) return product.startingDates.find(({ id }) => id && id === chosenId);
  const all = offersOf(product, today, false);
  const offers = all.filter(isBookable);
  // <starting-dates> takes the only one there is.
  const only = all.length === 1 && chosenId === '' ? offers[0] : undefined;
  return (offers.find(({ start }) => start.id === chosenId) ?? only)?.start;
}

/** The same price for several participants. */
export function timesOf(price: PriceCalculation, count: number): PriceCalculation {
  const { totalMinor, recurringMinor, oneOffMinor } = price;
  return {
    ...price,
    totalMinor: totalMinor * count,
    ...(recurringMinor !== undefined && { recurringMinor: recurringMinor * count }),
    ...(oneOffMinor !== undefined && { oneOffMinor: oneOffMinor * count }),
  };
}
