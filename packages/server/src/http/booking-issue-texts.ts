import type { BookingIssueCode } from '@enrollkit/core';
import type { ProblemText } from './error-texts.js';

/** Why somebody can't book, and what becomes of a booking. */
export const BOOKING_ISSUE_TEXTS = {
  'after-id-unknown': {
    title: 'The record to continue after does not exist',
    help: 'It may have been removed in the meantime. Start again with the first page.',
  },
  'product-deleted': {
    title: 'This product is no longer offered',
    help: 'Book another product, or restore this one first.',
  },
  'product-full': {
    title: 'This product takes no more bookings',
    help: 'Book another product, or raise `max_participants`.',
  },
  'start-past': {
    title: 'This starting date is over',
    help: 'Book a later starting date. A booking that was made before it began can be recorded with `accepted_at`.',
  },
  'start-full': {
    title: 'There are no seats left on this starting date',
    help: 'Book another starting date. A provider may book all the same with `overbook`.',
  },
  'site-not-allowed': {
    title: 'This product can’t be booked on this site',
    help: 'Send one of the sites in `params.allowed` as `site`.',
  },
  'unknown-product': { title: 'There is no such product', help: 'Check the id, or send the product first.' },
  'selected-cost-unknown': {
    title: 'The product has no such optional cost',
    help: 'Read the product again and send the ids of its optional costs.',
  },
  'price-unknown': {
    title: 'The price of this product can’t be calculated',
    help: 'Ask the provider to complete the price of the product.',
  },
  'price-changed': {
    title: 'The total has changed',
    help: 'Show the person the total in `params.totalMinor` and let them choose again.',
  },
  'booking-not-accepted': {
    title: 'This booking was not accepted',
    help: 'Accept the booking first.',
  },
  'booking-already-decided': {
    title: 'This booking has already been accepted or declined',
    help: 'Read the booking again. To end an accepted one, cancel it.',
  },
  'withdrawal-for-consumers-only': {
    title: 'Only consumers can withdraw',
    help: 'Cancel the booking instead, if the provider agrees.',
  },
  'withdrawal-period-over': {
    title: 'The withdrawal period is over',
    help: 'Cancel the booking instead, if the provider agrees.',
  },
  'start-closed': {
    title: 'This starting date takes no more bookings',
    help: 'Book another starting date of the product.',
  },
  'start-cancelled': {
    title: 'This starting date is cancelled',
    help: 'Book another starting date. A cancelled one can’t be opened again.',
  },
  'start-required': {
    title: 'This product has starting dates, but the booking names none',
    help: 'Send the id of one of its starting dates, or ask for a place with `request`.',
  },
  'unknown-starting-date': {
    title: 'This product has no such starting date',
    help: 'Use the id of one of its starting dates.',
  },
} as const satisfies Readonly<Record<BookingIssueCode, ProblemText>> & Readonly<Record<string, ProblemText>>;
