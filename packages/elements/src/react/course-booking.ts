'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import {
  CourseBooking as CourseBookingElement,
  type BookDetail,
  type BookedDetail,
  type BookingErrorDetail,
} from '../course-booking/define.js';

export type BookEvent = CustomEvent<BookDetail>;
export type BookedEvent = CustomEvent<BookedDetail>;
export type BookingErrorEvent = CustomEvent<BookingErrorDetail>;

interface OwnProps {
  /** The product that is booked. */
  productId?: CourseBookingElement['productId'] | undefined;

  /** The employer for whose people is booked: a company, so nobody is asked which it is. */
  employerId?: CourseBookingElement['employerId'] | undefined;

  /** `many`: a row for each participant, with paste from a spreadsheet. */
  participants?: CourseBookingElement['participants'] | undefined;

  /** Who buys. `vat-exempt` books at the exempt price of a product that has one. */
  audience?: CourseBookingElement['audience'] | undefined;

  /** The site on which is booked, for its discount and for products of groups. */
  site?: CourseBookingElement['site'] | undefined;

  /** Where somebody signs in; offered to whoever can't book yet. What was filled in is still there when they come back. */
  signInUrl?: CourseBookingElement['signInUrl'] | undefined;

  /** Who books for themselves, where the page knows them: filled in already, and theirs to change. */
  knownParticipant?: CourseBookingElement['knownParticipant'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: CourseBookingElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: CourseBookingElement['locale'] | undefined;

  /** A person wants to book. Cancelable, before anything is sent. */
  onBook?: ((event: CustomEvent<BookDetail>) => void) | undefined;

  /** One participant is booked, or asked for. */
  onBooked?: ((event: CustomEvent<BookedDetail>) => void) | undefined;

  /** One participant could not be booked. */
  onBookingError?: ((event: CustomEvent<BookingErrorDetail>) => void) | undefined;
}

/** What `<CourseBooking>` takes beside what every HTML element does. */
export interface CourseBookingProps
  extends OwnProps, Omit<React.HTMLAttributes<CourseBookingElement>, keyof OwnProps> {}

/** Form to book a course, for one participant or many, with a receipt. */
export const CourseBooking = createComponent({
  react: React,
  tagName: 'course-booking',
  elementClass: CourseBookingElement,
  displayName: 'CourseBooking',
  events: {
    onBook: 'ek-book' as EventName<CustomEvent<BookDetail>>,
    onBooked: 'ek-booked' as EventName<CustomEvent<BookedDetail>>,
    onBookingError: 'ek-booking-error' as EventName<CustomEvent<BookingErrorDetail>>,
  },
}) as React.ForwardRefExoticComponent<CourseBookingProps & React.RefAttributes<CourseBookingElement>>;
