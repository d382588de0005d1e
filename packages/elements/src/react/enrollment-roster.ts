'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import {
  EnrollmentRoster as EnrollmentRosterElement,
  type RosterChangeDetail,
  type RosterChangedDetail,
  type RosterOpenDetail,
} from '../enrollment-roster/define.js';

export type RosterChangeEvent = CustomEvent<RosterChangeDetail>;
export type RosterChangedEvent = CustomEvent<RosterChangedDetail>;
export type RosterOpenEvent = CustomEvent<RosterOpenDetail>;

interface OwnProps {
  /** The course whose enrollments are shown. */
  productId?: EnrollmentRosterElement['productId'] | undefined;

  /** One starting date of it. */
  startingDateId?: EnrollmentRosterElement['startingDateId'] | undefined;

  /** Only these statuses, as in `enrolled started`. */
  status?: EnrollmentRosterElement['status'] | undefined;

  /** The columns, in this order: `participant status next start certificate invoice booked changed`. */
  fields?: EnrollmentRosterElement['fields'] | undefined;

  /** Lets people mark, correct and move, as far as the backend says. */
  editable?: EnrollmentRosterElement['editable'] | undefined;

  /** How many rows are asked for at a time, at most 500. */
  pageSize?: EnrollmentRosterElement['pageSize'] | undefined;

  /** Letters that set a status, as in `completed:a no-show:x`. Without it those of the language. */
  keys?: EnrollmentRosterElement['keys'] | undefined;

  /** Keeps filters and order in the page's address, each parameter with this name before it. */
  addressName?: EnrollmentRosterElement['addressName'] | undefined;

  /** `host`: shows the statuses as the backend has them; the kit's rules change nothing. */
  rules?: EnrollmentRosterElement['rules'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: EnrollmentRosterElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: EnrollmentRosterElement['locale'] | undefined;

  /** A person chose statuses. Cancelable, before anything is stored. */
  onRosterChange?: ((event: CustomEvent<RosterChangeDetail>) => void) | undefined;

  /** What was stored of it, and what was not. */
  onRosterChanged?: ((event: CustomEvent<RosterChangedDetail>) => void) | undefined;

  /** A person opens a row. Cancelable: then the page shows it itself. */
  onRosterOpen?: ((event: CustomEvent<RosterOpenDetail>) => void) | undefined;
}

/** What `<EnrollmentRoster>` takes beside what every HTML element does. */
export interface EnrollmentRosterProps
  extends OwnProps, Omit<React.HTMLAttributes<EnrollmentRosterElement>, keyof OwnProps> {}

/** Table of enrollments, to look through and to mark. */
export const EnrollmentRoster = createComponent({
  react: React,
  tagName: 'enrollment-roster',
  elementClass: EnrollmentRosterElement,
  displayName: 'EnrollmentRoster',
  events: {
    onRosterChange: 'ek-roster-change' as EventName<CustomEvent<RosterChangeDetail>>,
    onRosterChanged: 'ek-roster-changed' as EventName<CustomEvent<RosterChangedDetail>>,
    onRosterOpen: 'ek-roster-open' as EventName<CustomEvent<RosterOpenDetail>>,
  },
}) as React.ForwardRefExoticComponent<EnrollmentRosterProps & React.RefAttributes<EnrollmentRosterElement>>;
