'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import {
  EnrollmentStatus as EnrollmentStatusElement,
  type StatusChangeDetail,
  type BookingDecisionDetail,
} from '../enrollment-status/define.js';

export type StatusChangeEvent = CustomEvent<StatusChangeDetail>;
export type StatusChangedEvent = CustomEvent<StatusChangeDetail>;
export type BookingDecideEvent = CustomEvent<BookingDecisionDetail>;
export type BookingDecidedEvent = CustomEvent<BookingDecisionDetail>;

interface OwnProps {
  /** Which enrollment to show. */
  enrollmentId?: EnrollmentStatusElement['enrollmentId'] | undefined;

  /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked until it changes. */
  enrollment?: EnrollmentStatusElement['enrollment'] | undefined;

  /** Offers the pencil, and the decision on a request, to whoever may change it as far as the backend says. */
  editable?: EnrollmentStatusElement['editable'] | undefined;

  /** Always shows the history, not only after asking why. */
  showHistory?: EnrollmentStatusElement['showHistory'] | undefined;

  /** Label and pencil only, for lists. */
  compact?: EnrollmentStatusElement['compact'] | undefined;

  /** `host`: shows the status as the backend has it; the kit's rules change nothing. Else as the backend says. */
  rules?: EnrollmentStatusElement['rules'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: EnrollmentStatusElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: EnrollmentStatusElement['locale'] | undefined;

  /** A person chose another status. Cancelable. */
  onStatusChange?: ((event: CustomEvent<StatusChangeDetail>) => void) | undefined;

  /** The backend has stored the change. */
  onStatusChanged?: ((event: CustomEvent<StatusChangeDetail>) => void) | undefined;

  /** A person accepts or declines a request. Cancelable. */
  onBookingDecide?: ((event: CustomEvent<BookingDecisionDetail>) => void) | undefined;

  /** The backend has stored the decision. */
  onBookingDecided?: ((event: CustomEvent<BookingDecisionDetail>) => void) | undefined;
}

/** What `<EnrollmentStatus>` takes beside what every HTML element does. */
export interface EnrollmentStatusProps
  extends OwnProps, Omit<React.HTMLAttributes<EnrollmentStatusElement>, keyof OwnProps> {}

/** Shows the participation status of an enrollment, why it is so and what comes next; with a pencil to change it. A
request that nobody has decided on yet says so, and can be accepted or declined here. */
export const EnrollmentStatus = createComponent({
  react: React,
  tagName: 'enrollment-status',
  elementClass: EnrollmentStatusElement,
  displayName: 'EnrollmentStatus',
  events: {
    onStatusChange: 'ek-status-change' as EventName<CustomEvent<StatusChangeDetail>>,
    onStatusChanged: 'ek-status-changed' as EventName<CustomEvent<StatusChangeDetail>>,
    onBookingDecide: 'ek-booking-decide' as EventName<CustomEvent<BookingDecisionDetail>>,
    onBookingDecided: 'ek-booking-decided' as EventName<CustomEvent<BookingDecisionDetail>>,
  },
}) as React.ForwardRefExoticComponent<EnrollmentStatusProps & React.RefAttributes<EnrollmentStatusElement>>;
