import { seatsLeft } from '../../../product/start-offer.js';
import type { StartingDate, StartState, StoredProduct } from '../../../product/product.js';
import type { ReadTables } from '../../store.js';

type Seats = Pick<ReadTables, 'enrollments'>;

/** How many people booked a start: requests too, see `BOOKING_STATES`. */
export async function countBooked(
  { enrollments }: Seats,
  product: StoredProduct,
  startingDateId: string,
): Promise<number> {
  const counts = await enrollments.countSeats(seatQuery(product));
  return counts.find((count) => count.startingDateId === startingDateId)?.booked ?? 0;
}

/** The product as people read it: with what is left of each start that has a limit. One count, however many bookings. */
export async function withSeatsLeft({ enrollments }: Seats, product: StoredProduct): Promise<StoredProduct> {
  const limited = product.startingDates.filter((start) => hasLimit(product, start));
  if (limited.length === 0) return product;
  const counts = new Map(
    (await enrollments.countSeats(seatQuery(product))).map((count) => [count.startingDateId, count]),
  );
  const states = new Map(product.startStates.map((state) => [state.startingDateId, state]));
  for (const start of limited) {
    const { id: startingDateId = '' } = start;
    const { booked, bookedSincePublished } = counts.get(startingDateId) ?? { booked: 0, bookedSincePublished: 0 };
    const left = seatsLeft(start, product, { booked, bookedSincePublished });
    const state: StartState = states.get(startingDateId) ?? { startingDateId };
    if (left !== undefined) states.set(startingDateId, { ...state, seatsLeft: left });
  }
  return { ...product, startStates: [...states.values()] };
}

/** Whether bookings change what visitors are told about any start of it. */
export function hasSeats(product: StoredProduct): boolean {
  return product.startingDates.some((start) => hasLimit(product, start));
}

function hasLimit({ maxParticipants }: StoredProduct, { id, maxSeats, availableSeats }: StartingDate): boolean {
  return id !== undefined && (maxSeats ?? availableSeats ?? maxParticipants) !== undefined;
}

function seatQuery({ id: productId, providerId, publishedAt }: StoredProduct) {
  return {
    providerId: providerId ?? null,
    productId,
    ...(publishedAt !== undefined && { publishedAt }),
  };
}
