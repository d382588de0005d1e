import { addDays, foldText, type Backend, type CalendarDay, type Instant } from '@enrollkit/core';
import { FAMILY, GIVEN } from './names.js';

/** Two groups who were there yesterday, in a classroom and at a webinar. Nobody of them was marked yet, and no invoice was sent. */
const GROUPS = [
  { product: 'DW-402', start: 'DW-402-gisteren', place: 'Rotterdam', size: 24 },
  { product: 'DW-201', start: 'DW-201-gisteren', place: 'Online', size: 300 },
] as const;

/** Books them, three weeks before. */
export async function playGroups(
  provider: Backend,
  { setTime, today }: { readonly setTime: (now: Instant) => void; readonly today: CalendarDay },
): Promise<void> {
  const day = addDays(today, -1);
  setTime(`${addDays(day, -21)}T09:30:00.000Z`);
  for (const { product: id, start, place, size } of GROUPS) {
    const product = await provider.getProduct(id);
    const date = {
      id: start,
      startDate: day,
      startDateIsMonthOnly: false,
      endDate: day,
      endDateIsMonthOnly: false,
      place,
      maxSeats: size,
      schedule: [],
    };
    // Larger than the group that the feed speaks of.
    const maxParticipants = Math.max(product.maxParticipants ?? size, size);
    await provider.putProduct({ ...product, maxParticipants, startingDates: [...product.startingDates, date] });
    for (let seat = 0; seat < size; seat += 1) {
      const name = nameOf(seat);
      const email = `${foldText(name).replaceAll(/[^a-z]+/g, '.')}@voorbeeld.example`;
      await provider.createEnrollment({
        id: `${start}-${seat + 1}`,
        productId: id,
        startingDateId: start,
        participant: { name, email, externalId: `G${1000 + seat}` },
      });
    }
  }
}

/** Nobody is called the same: both lists turn, one faster than the other. */
function nameOf(seat: number): string {
  const round = Math.floor(seat / GIVEN.length);
  return `${GIVEN[seat % GIVEN.length]} ${FAMILY[(seat * 7 + round) % FAMILY.length]}`;
}
