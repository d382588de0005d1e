import type { Product, StartingDate } from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { newEnrollment, newProduct } from './records.js';
import type { ContractCase } from './world.js';

export function newStart(id: string, more: Partial<StartingDate> = {}): StartingDate {
  return {
    id,
    startDate: '2026-10-01',
    startDateIsMonthOnly: false,
    endDate: '2026-10-03',
    endDateIsMonthOnly: false,
    place: 'Utrecht',
    schedule: [],
    ...more,
  };
}

/** A product whose starts have these. */
export function productWith(...startingDates: readonly StartingDate[]): Product {
  return { ...newProduct('itil'), startingDates };
}

export function newBooking(startingDateId?: string) {
  const { participant } = newEnrollment();
  return { productId: 'itil', participant, ...(startingDateId !== undefined && { startingDateId }) };
}

/** What takes no bookings. */
export const bookingCases: readonly ContractCase[] = [
  {
    title: 'accepts no enrollment in a product that is full',
    async run({ provider }) {
      await provider.putProduct({ ...newProduct('itil'), maxParticipants: 0 });
      const refused = await expectRejection(provider.createEnrollment(newBooking()), 'invalid');
      expectEqual(issueCodes(refused), ['productId: product-full']);
      await provider.putProduct({ ...newProduct('itil'), maxParticipants: 1 });
      expectEqual((await provider.createEnrollment(newBooking())).status, 'enrolled');
    },
  },
  {
    title: 'accepts no enrollment in a start that is closed, but in the next one',
    async run({ provider }) {
      await provider.putProduct(productWith(newStart('S1', { availableSeats: 0 }), newStart('S2')));
      const refused = await expectRejection(provider.createEnrollment(newBooking('S1')), 'invalid');
      expectEqual(issueCodes(refused), ['startingDateId: start-closed']);
      expectEqual((await provider.createEnrollment(newBooking('S2'))).startDate, '2026-10-01');
      expectEqual((await provider.listEnrollments()).total, 1);
    },
  },
  {
    title: 'finds products by their ids, and page by page after an id',
    async run({ provider }) {
      for (const id of ['a', 'b', 'c', 'd']) await provider.putProduct(newProduct(id));
      const idsOf = async (query: Parameters<typeof provider.listProducts>[0]) => {
        const { items, total } = await provider.listProducts(query);
        return [items.map(({ id }) => id), total];
      };
      expectEqual(await idsOf({ ids: ['d', 'nothing', 'b'] }), [['b', 'd'], 2]);
      expectEqual(await idsOf({ ids: [] }), [[], 0]);
      expectEqual(await idsOf({ afterId: 'a', size: 2 }), [['b', 'c'], 3]);
      // What is left is counted no further than that there is a next page.
      expectEqual(await idsOf({ afterId: 'a', size: 1 }), [['b'], 2]);
      expectEqual(await idsOf({ afterId: 'a', size: 1, state: 'active' }), [['b'], 2]);
      expectEqual(await idsOf({ afterId: 'a', size: 1, ids: ['b', 'c', 'd'] }), [['b'], 2]);
      expectEqual(await idsOf({ afterId: 'a', size: 1, offset: 1 }), [['c'], 3]);
      expectEqual(await idsOf({ afterId: 'a', size: 1, offset: 7 }), [[], 3]);
      expectEqual(await idsOf({ afterId: 'b', size: 2 }), [['c', 'd'], 2]);
      expectEqual(await idsOf({ afterId: 'c', size: 2, state: 'active' }), [['d'], 1]);
      expectEqual(await idsOf({ afterId: 'b', ids: ['a', 'c'] }), [['c'], 1]);
      expectEqual(await idsOf({ size: 2, offset: 1 }), [['b', 'c'], 4]);
      expectEqual(await idsOf({ afterId: 'd', size: 2 }), [[], 0]);
      const odd = ['a,b', '50%', '50%2Cx'];
      for (const id of odd) await provider.putProduct(newProduct(id));
      expectEqual(await idsOf({ ids: odd }), [[...odd].sort(), 3]);
    },
  },
];
