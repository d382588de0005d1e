import type { AdditionalCost, Product, StartingDate } from '@enrollkit/core';
import { compareProducts } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from '../../read/product-xml.js';
import { readGood } from '../../read/read-all.js';

async function product(changes: Partial<Product> = {}): Promise<Product> {
  const [read] = await readGood(feedOf(productXml()));
  return { ...read!, ...changes };
}

function start(id: string | undefined, startDate: string, changes: Partial<StartingDate> = {}): StartingDate {
  const flags = { startDateIsMonthOnly: false, endDateIsMonthOnly: false };
  return { ...(id !== undefined && { id }), startDate, place: 'Utrecht', schedule: [], ...flags, ...changes };
}

function cost(id: string, type: AdditionalCost['type'], amountMinor: number): AdditionalCost {
  return { id, type, amountMinor, vat: 'excluded', vatMinor: 0, mandatory: true };
}

describe('two versions of a product', () => {
  it('have no changes when they are the same', async () => {
    expect(compareProducts(await product(), await product())).toEqual([]);
  });

  it('name each field that differs, with its old and new value', async () => {
    const before = await product({ level: 'HBO' });
    const after = await product({
      name: 'Lassen 2',
      priceInfo: 'Koffie',
      price: { ...before.price!, amountMinor: 12000 },
    });
    expect(compareProducts(before, after)).toEqual([
      { path: 'name', from: 'Lassen', to: 'Lassen 2' },
      { path: 'level', from: 'HBO' },
      { path: 'price.amountMinor', from: 10000, to: 12000 },
      { path: 'priceInfo', to: 'Koffie' },
    ]);
  });

  it('are compared whatever the order of lists in which order means nothing', async () => {
    const before = await product({
      moments: ['daytime', 'evening'],
      allowedSites: ['a', 'b'],
      trainerEmails: ['x', 'y'],
    });
    const after = await product({
      moments: ['evening', 'daytime'],
      allowedSites: ['b', 'a'],
      trainerEmails: ['y', 'x'],
    });
    expect(compareProducts(before, after)).toEqual([]);
  });

  it('differ when another image comes first', async () => {
    const before = await product({ imageUrls: ['https://a.test/1', 'https://a.test/2'] });
    const after = await product({ imageUrls: ['https://a.test/2', 'https://a.test/1'] });
    expect(compareProducts(before, after)).toEqual([
      { path: 'imageUrls', from: before.imageUrls, to: after.imageUrls },
    ]);
  });

  it('do not differ in the property order of a record', async () => {
    const before = await product({ contactPerson: { name: 'An', telephone: '1', email: 'an@a.test' } });
    const after = await product({ contactPerson: { email: 'an@a.test', telephone: '1', name: 'An' } });
    expect(compareProducts(before, after)).toEqual([]);
  });
});

describe('starting dates', () => {
  it('are the same one when their ID is, wherever they are in the list', async () => {
    const before = await product({ startingDates: [start('S1', '2027-01-04'), start('S2', '2027-02-01')] });
    const after = await product({ startingDates: [start('S2', '2027-02-08'), start('S1', '2027-01-04')] });
    expect(compareProducts(before, after)).toEqual([
      { path: 'startingDates[S2].startDate', from: '2027-02-01', to: '2027-02-08' },
    ]);
  });

  it('are found by day and place when they have no ID', async () => {
    const before = await product({ startingDates: [start(undefined, '2027-01-04', { maxSeats: 8 })] });
    const extra = start(undefined, '2026-12-01');
    const after = await product({ startingDates: [extra, start(undefined, '2027-01-04', { maxSeats: 9 })] });
    expect(compareProducts(before, after)).toEqual([
      { path: 'startingDates[0]', to: extra },
      { path: 'startingDates[1].maxSeats', from: 8, to: 9 },
    ]);
  });

  it('that are gone are named with all they were', async () => {
    const gone = start('S1', '2027-01-04');
    const before = await product({ startingDates: [gone, start('S2', '2027-02-01')] });
    const after = await product({ startingDates: [start('S2', '2027-02-01')] });
    expect(compareProducts(before, after)).toEqual([{ path: 'startingDates[S1]', from: gone }]);
  });

  it('tell which day of their schedule differs', async () => {
    const day = { date: '2027-01-04', place: 'Utrecht', name: 'Dag 1', startTime: '09:00' };
    const before = await product({ startingDates: [start('S1', '2027-01-04', { schedule: [day] })] });
    const after = await product({
      startingDates: [start('S1', '2027-01-04', { schedule: [{ ...day, startTime: '09:30' }] })],
    });
    expect(compareProducts(before, after)).toEqual([
      { path: 'startingDates[S1].schedule[0].startTime', from: '09:00', to: '09:30' },
    ]);
  });
});

describe('additional costs', () => {
  it('are the same in another order: their ids only say where they were', async () => {
    const before = await product({ additionalCosts: [cost('cost-1', 'lunch', 500), cost('cost-2', 'dinner', 900)] });
    const after = await product({ additionalCosts: [cost('cost-1', 'dinner', 900), cost('cost-2', 'lunch', 500)] });
    expect(compareProducts(before, after)).toEqual([]);
  });

  it('are found by their type when the amount differs', async () => {
    const before = await product({ additionalCosts: [cost('cost-1', 'lunch', 500), cost('cost-2', 'dinner', 900)] });
    const after = await product({ additionalCosts: [cost('cost-1', 'dinner', 950), cost('cost-2', 'lunch', 500)] });
    expect(compareProducts(before, after)).toEqual([{ path: 'additionalCosts[0].amountMinor', from: 900, to: 950 }]);
  });

  it('of one type that stay the same are not taken for the one that changed', async () => {
    const before = await product({ additionalCosts: [cost('cost-1', 'lunch', 500), cost('cost-2', 'lunch', 700)] });
    const after = await product({ additionalCosts: [cost('cost-1', 'lunch', 700), cost('cost-2', 'lunch', 600)] });
    expect(compareProducts(before, after)).toEqual([{ path: 'additionalCosts[1].amountMinor', from: 500, to: 600 }]);
  });
});
