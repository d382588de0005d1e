'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import { PriceBreakdown as PriceBreakdownElement, type PriceChangeDetail } from '../price-breakdown/define.js';

export type PriceChangeEvent = CustomEvent<PriceChangeDetail>;

interface OwnProps {
  /** The product whose price the backend is asked for. */
  productId?: PriceBreakdownElement['productId'] | undefined;

  /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
  product?: PriceBreakdownElement['product'] | undefined;

  /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked. */
  enrollment?: PriceBreakdownElement['enrollment'] | undefined;

  /** The enrollment whose price as booked is shown. Goes before the product. */
  enrollmentId?: PriceBreakdownElement['enrollmentId'] | undefined;

  /** Who buys. `vat-exempt` shows the exempt price of a product that has one. */
  audience?: PriceBreakdownElement['audience'] | undefined;

  /** The site that shows the price, for its discount and for products of groups. */
  site?: PriceBreakdownElement['site'] | undefined;

  /** Lets people choose optional costs. */
  selectable?: PriceBreakdownElement['selectable'] | undefined;

  /** Tells search engines of the product, its starts and its price, as schema.org JSON-LD in the head of the page. */
  jsonLd?: PriceBreakdownElement['jsonLd'] | undefined;

  /** Name of the training provider, for `json-ld`. */
  provider?: PriceBreakdownElement['provider'] | undefined;

  /** Ids of the chosen optional costs. Emptied when another product comes, and when the form is reset. The attribute carries them over when the page is cloned, and is no way to take them back. */
  selectedCosts?: PriceBreakdownElement['selectedCosts'] | undefined;

  /** Name under which a form sends what is chosen. */
  name?: PriceBreakdownElement['name'] | undefined;

  /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
  disabled?: PriceBreakdownElement['disabled'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: PriceBreakdownElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: PriceBreakdownElement['locale'] | undefined;

  /** The id of the form that it belongs to, when that isn't around it. */
  form?: string | undefined;

  /** A person chose or dropped an optional cost. */
  onPriceChange?: ((event: CustomEvent<PriceChangeDetail>) => void) | undefined;
}

/** What `<PriceBreakdown>` takes beside what every HTML element does. */
export interface PriceBreakdownProps
  extends OwnProps, Omit<React.HTMLAttributes<PriceBreakdownElement>, keyof OwnProps> {}

/** Price of a course with VAT, mandatory and optional costs. */
export const PriceBreakdown = createComponent({
  react: React,
  tagName: 'price-breakdown',
  elementClass: PriceBreakdownElement,
  displayName: 'PriceBreakdown',
  events: {
    onPriceChange: 'ek-price-change' as EventName<CustomEvent<PriceChangeDetail>>,
  },
}) as unknown as React.ForwardRefExoticComponent<PriceBreakdownProps & React.RefAttributes<PriceBreakdownElement>>;
