'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import { StartingDates as StartingDatesElement, type StartChangeDetail } from '../starting-dates/define.js';

export type StartChangeEvent = CustomEvent<StartChangeDetail>;

interface OwnProps {
  /** The product whose starts the backend is asked for. */
  productId?: StartingDatesElement['productId'] | undefined;

  /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
  product?: StartingDatesElement['product'] | undefined;

  /** The site of the page: the backend shows products of groups on their own sites only. */
  site?: StartingDatesElement['site'] | undefined;

  /** Lets people choose a start. */
  selectable?: StartingDatesElement['selectable'] | undefined;

  /** Id of the chosen start. The attribute is the choice to begin with, and after a reset. A start that can't be booked is never chosen; the only start of a product is, when it can be. */
  value?: StartingDatesElement['value'] | undefined;

  /** What a person has chosen, where clones and caches of the page find it. Removing it takes no choice back. */
  selectedStart?: StartingDatesElement['selectedStart'] | undefined;

  /** A form isn't sent until a start is chosen. Without any starts there is nothing to choose, and none is required. */
  required?: StartingDatesElement['required'] | undefined;

  /** Shows what is over too. */
  showPast?: StartingDatesElement['showPast'] | undefined;

  /** How many starts are shown at first. */
  limit?: StartingDatesElement['limit'] | undefined;

  /** Name under which a form sends what is chosen. */
  name?: StartingDatesElement['name'] | undefined;

  /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
  disabled?: StartingDatesElement['disabled'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: StartingDatesElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: StartingDatesElement['locale'] | undefined;

  /** The id of the form that it belongs to, when that isn't around it. */
  form?: string | undefined;

  /** A person chose another start. */
  onStartChange?: ((event: CustomEvent<StartChangeDetail>) => void) | undefined;
}

/** What `<StartingDates>` takes beside what every HTML element does. */
export interface StartingDatesProps
  extends OwnProps, Omit<React.HTMLAttributes<StartingDatesElement>, keyof OwnProps> {}

/** Starting dates of a course, to read or to choose from. */
export const StartingDates = createComponent({
  react: React,
  tagName: 'starting-dates',
  elementClass: StartingDatesElement,
  displayName: 'StartingDates',
  events: {
    onStartChange: 'ek-start-change' as EventName<CustomEvent<StartChangeDetail>>,
  },
}) as unknown as React.ForwardRefExoticComponent<StartingDatesProps & React.RefAttributes<StartingDatesElement>>;
