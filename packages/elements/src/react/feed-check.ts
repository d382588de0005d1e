'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import {
  FeedCheck as FeedCheckElement,
  type FeedAcceptDetail,
  type FeedCheckedDetail,
  type FeedErrorDetail,
  type FeedComparedDetail,
} from '../feed-check/define.js';

export type FeedAcceptEvent = CustomEvent<FeedAcceptDetail>;
export type FeedCheckedEvent = CustomEvent<FeedCheckedDetail>;
export type FeedErrorEvent = CustomEvent<FeedErrorDetail>;
export type FeedComparedEvent = CustomEvent<FeedComparedDetail>;

interface OwnProps {
  /** Who reads and checks. Without it: `setDefaultFeedChecker()`. */
  checker?: FeedCheckElement['checker'] | undefined;

  /** Checks exactly as the schema says, instead of as importers read. The person can choose too. */
  strict?: FeedCheckElement['strict'] | undefined;

  /** The site whose discounts the prices have. */
  site?: FeedCheckElement['site'] | undefined;

  /** The organisations that PE points may be of, by id and name: another one is a warning. Without a list any may. */
  peOrganisations?: FeedCheckElement['peOrganisations'] | undefined;

  /** Reads the bytes of feeds so, whatever they say themselves, as `windows-1252`. The person can choose too. */
  encoding?: FeedCheckElement['encoding'] | undefined;

  /** Largest feed, in bytes or as `500MB`, unpacked. Without it: 1 GB. */
  maxSize?: FeedCheckElement['maxSize'] | undefined;

  /** The feed that is being checked, or was. Setting it checks it; `undefined` forgets it. */
  file?: FeedCheckElement['file'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: FeedCheckElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: FeedCheckElement['locale'] | undefined;

  /** A person gave a feed. Cancelable, before it is checked. */
  onFeedAccept?: ((event: CustomEvent<FeedAcceptDetail>) => void) | undefined;

  /** A feed was checked. */
  onFeedChecked?: ((event: CustomEvent<FeedCheckedDetail>) => void) | undefined;

  /** A feed could not be checked. */
  onFeedError?: ((event: CustomEvent<FeedErrorDetail>) => void) | undefined;

  /** The feed was compared with a previous one. */
  onFeedCompared?: ((event: CustomEvent<FeedComparedDetail>) => void) | undefined;
}

/** What `<FeedCheck>` takes beside what every HTML element does. */
export interface FeedCheckProps extends OwnProps, Omit<React.HTMLAttributes<FeedCheckElement>, keyof OwnProps> {}

/** Checks a product feed, explains what is wrong, and shows prices and differences, without sending anything. */
export const FeedCheck = createComponent({
  react: React,
  tagName: 'feed-check',
  elementClass: FeedCheckElement,
  displayName: 'FeedCheck',
  events: {
    onFeedAccept: 'ek-feed-accept' as EventName<CustomEvent<FeedAcceptDetail>>,
    onFeedChecked: 'ek-feed-checked' as EventName<CustomEvent<FeedCheckedDetail>>,
    onFeedError: 'ek-feed-error' as EventName<CustomEvent<FeedErrorDetail>>,
    onFeedCompared: 'ek-feed-compared' as EventName<CustomEvent<FeedComparedDetail>>,
  },
}) as React.ForwardRefExoticComponent<FeedCheckProps & React.RefAttributes<FeedCheckElement>>;
