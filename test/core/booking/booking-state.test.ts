import { BOOKING_STATES, bookingStateOf, canBecome, parseBookingState, type BookingState } from '@enrollkit/core';
import { expect, test } from 'vitest';

const STATES = Object.keys(BOOKING_STATES) as BookingState[];

test('a record without a booking state was accepted, or cancelled when it has been', () => {
  expect(bookingStateOf({ status: 'enrolled' })).toBe('accepted');
  expect(bookingStateOf({ status: 'cancelled' })).toBe('cancelled');
  expect(bookingStateOf({ status: 'unknown', cancelledAt: '2026-08-25T09:00:00.000Z' })).toBe('cancelled');
});

test('what has ended stays ended', () => {
  for (const to of STATES) {
    expect(canBecome('cancelled', to), to).toBe(false);
    expect(canBecome('withdrawn', to), to).toBe(false);
  }
});

test.each([
  ['approved', 'accepted'],
  ['confirmed', 'accepted'],
  ['converted', 'accepted'],
  ['rejected', 'declined'],
  ['initialized', 'requested'],
  ['transferred', 'requested'],
  ['expired', 'cancelled'],
  ['what nobody knows', 'requested'],
  ['toString', 'requested'],
])('another system calls it %s', (word, bookingState) => {
  expect(parseBookingState(word)).toEqual({ bookingState, originalBookingState: word });
});

test('our own words need no original', () => {
  for (const state of STATES) expect(parseBookingState(state)).toEqual({ bookingState: state });
});

test('a state that only the host knows says nothing: the status tells where the booking stands', () => {
  for (const bookingState of ['paid', 'constructor'] as unknown as readonly BookingState[]) {
    expect(bookingStateOf({ bookingState, status: 'cancelled' })).toBe('cancelled');
    expect(bookingStateOf({ bookingState, status: 'enrolled' })).toBe('accepted');
  }
});
