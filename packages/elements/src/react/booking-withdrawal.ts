'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import { BookingWithdrawal as BookingWithdrawalElement, type WithdrawDetail } from '../booking-withdrawal/define.js';

export type WithdrawEvent = CustomEvent<WithdrawDetail>;
export type WithdrawnEvent = CustomEvent<WithdrawDetail>;

interface OwnProps {
  /** Which enrollment. */
  enrollmentId?: BookingWithdrawalElement['enrollmentId'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: BookingWithdrawalElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: BookingWithdrawalElement['locale'] | undefined;

  /** A person has confirmed. Cancelable, before anything is done. */
  onWithdraw?: ((event: CustomEvent<WithdrawDetail>) => void) | undefined;

  /** The backend has stored the withdrawal. */
  onWithdrawn?: ((event: CustomEvent<WithdrawDetail>) => void) | undefined;
}

/** What `<BookingWithdrawal>` takes beside what every HTML element does. */
export interface BookingWithdrawalProps
  extends OwnProps, Omit<React.HTMLAttributes<BookingWithdrawalElement>, keyof OwnProps> {}

/** Lets a consumer withdraw from a booking, in two steps. */
export const BookingWithdrawal = createComponent({
  react: React,
  tagName: 'booking-withdrawal',
  elementClass: BookingWithdrawalElement,
  displayName: 'BookingWithdrawal',
  events: {
    onWithdraw: 'ek-withdraw' as EventName<CustomEvent<WithdrawDetail>>,
    onWithdrawn: 'ek-withdrawn' as EventName<CustomEvent<WithdrawDetail>>,
  },
}) as React.ForwardRefExoticComponent<BookingWithdrawalProps & React.RefAttributes<BookingWithdrawalElement>>;
