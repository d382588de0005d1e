import { checkBookable, type BookableOptions, type StoredProduct } from '@enrollkit/core';
import { expect, test } from 'vitest';
import { newStart, productWith } from '../../contract/booking-cases.js';

const product = (more: Partial<StoredProduct> = {}): StoredProduct => ({
  ...productWith(newStart('S1'), newStart('closed', { availableSeats: 0 })),
  state: 'active',
  certificationIds: [],
  startStates: [],
  version: 1,
  ...more,
});
const codes = (given: StoredProduct, startingDateId?: string, more: BookableOptions = {}) =>
  checkBookable(given, { startingDateId, today: '2026-08-25', ...more }).map(({ code, path }) => [code, path]);

test('a product that is offered can be booked, with a start and without', () => {
  expect(codes(product())).toEqual([]);
  expect(codes(product({ maxParticipants: 12 }), 'S1')).toEqual([]);
  expect(codes(product(), 'a start of another system')).toEqual([]);
});

test('every reason is told at once', () => {
  expect(codes(product({ state: 'deleted', maxParticipants: 0 }), 'closed')).toEqual([
    ['product-deleted', 'productId'],
    ['product-full', 'productId'],
    ['start-closed', 'startingDateId'],
  ]);
});

test('a cancelled start is said to be cancelled, one that is only announced can be booked', () => {
  const announced = { startingDateId: 'S1', cancellationAnnouncedAt: '2026-08-20T10:00:00.000Z' };
  expect(codes(product({ startStates: [announced] }), 'S1')).toEqual([]);
  const cancelled = { ...announced, cancelledAt: '2026-08-27T10:00:00.000Z' };
  expect(codes(product({ startStates: [cancelled] }), 'S1')).toEqual([['start-cancelled', 'startingDateId']]);
});

test('a start that is full or over is refused, and a provider may overbook a full one only', () => {
  const full = { startStates: [{ startingDateId: 'S1', seatsLeft: 0 }] };
  expect(codes(product(full), 'S1')).toEqual([['start-full', 'startingDateId']]);
  expect(codes(product(full), 'S1', { overbook: true })).toEqual([]);
  expect(codes(product(full), 'S1', { overbook: true, today: '2036-01-01' })).toEqual([
    ['start-past', 'startingDateId'],
  ]);
  expect(codes(product(), 'closed', { overbook: true })).toEqual([['start-closed', 'startingDateId']]);
});

test.each(['group', 'open'])('a product for a group is booked on its own sites only, as %s too', (productType) => {
  const group = product({ productType, allowedSites: ['acme.example'] });
  expect(codes(group)).toEqual([['site-not-allowed', 'site']]);
  expect(codes(group, undefined, { site: 'other.example' })).toEqual([['site-not-allowed', 'site']]);
  expect(codes(group, 'S1', { site: 'acme.example' })).toEqual([]);
  expect(codes(group, 'S1', { isProvider: true })).toEqual([]);
  expect(codes(group, 'S1', { isProvider: true, site: 'other.example' })).toEqual([['site-not-allowed', 'site']]);
});
