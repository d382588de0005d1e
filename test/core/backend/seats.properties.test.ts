import { bookingStateOf, createBackend, hasErrorCode, type Actor, type Backend } from '@enrollkit/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newProduct } from '../../contract/records.js';
import { memoryStore } from '../../support/memory-store.js';

const PROVIDER: Actor = { id: 'p', role: 'provider' };
const NOW = '2026-08-20T10:00:00.000Z';

function open(): Backend {
  const { store, files } = memoryStore();
  let count = 0;
  return createBackend({ store, files, actor: PROVIDER, clock: () => NOW, ids: () => `id-${(count += 1)}` });
}

const limit = fc.option(fc.nat(4), { nil: undefined });
const limits = fc.record({ maxSeats: limit, availableSeats: fc.option(fc.integer({ min: 1, max: 4 })), most: limit });
const act = fc.record({
  what: fc.constantFrom('book', 'book', 'book', 'request', 'accept', 'decline', 'cancel'),
  /** Of the bookings that there are: which one. */
  which: fc.nat(12),
});
/** What some people do at the same time, and then others. */
const rounds = fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });

/** Does them all at once, and tells which went well. A refusal is one for want of a seat, or because it was decided before. */
async function doAtOnce(backend: Backend, acts: readonly { what: string; which: number }[], ids: readonly string[]) {
  const outcomes = await Promise.allSettled(
    acts.map(async ({ what, which }): Promise<unknown> => {
      const booking = {
        productId: 'itil',
        startingDateId: 'S1',
        participant: { name: 'Jan', email: 'jan@example.nl' },
      };
      const id = ids[which % Math.max(1, ids.length)];
      if (what === 'book') return backend.createEnrollment(booking);
      if (what === 'request') return backend.createEnrollment({ ...booking, request: true });
      if (id === undefined) return undefined;
      if (what === 'accept') return backend.acceptEnrollment(id);
      return what === 'decline' ? backend.declineEnrollment(id) : backend.cancelEnrollment(id);
    }),
  );
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected')
      expect(hasErrorCode(outcome.reason, 'invalid'), String(outcome.reason)).toBe(true);
  }
  return outcomes;
}

test('whatever people do at the same time, no start has more bookings than seats, and says what is left', async () => {
  await fc.assert(
    fc.asyncProperty(limits, rounds, async ({ maxSeats, availableSeats, most }, all) => {
      const backend = open();
      const start = { startDate: '2026-10-01', startDateIsMonthOnly: false, endDateIsMonthOnly: false, schedule: [] };
      const seats = { ...(maxSeats !== undefined && { maxSeats }), ...(availableSeats !== null && { availableSeats }) };
      await backend.putProduct({
        ...newProduct('itil'),
        ...(most !== undefined && { maxParticipants: most }),
        startingDates: [{ id: 'S1', place: 'Utrecht', ...start, ...seats }],
      });
      const given = [maxSeats, availableSeats ?? undefined, most].filter((each) => each !== undefined);
      const room = given.length > 0 ? Math.min(...given) : Infinity;

      let taken = 0;
      for (const acts of all) {
        const before = (await backend.listEnrollments({ size: 500 })).items;
        const outcomes = await doAtOnce(
          backend,
          acts,
          before.map(({ id }) => id),
        );
        const { items } = await backend.listEnrollments({ size: 500 });
        const left = room - taken;
        taken = items.filter((each) => ['requested', 'accepted'].includes(bookingStateOf(each))).length;
        expect(taken).toBeLessThanOrEqual(room);
        // Nobody is turned away while there is a seat.
        if (acts.every(({ what }) => what === 'book')) {
          const booked = outcomes.filter(({ status }) => status === 'fulfilled').length;
          expect(booked).toBe(Math.min(left, acts.length));
        }
        const { startStates } = await backend.getProduct('itil');
        expect(startStates[0]?.seatsLeft).toBe(room === Infinity ? undefined : room - taken);
      }
    }),
    { numRuns: 60 },
  );
});
