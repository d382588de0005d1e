'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent } from '@lit/react';
import * as React from 'react';
import { ProductDetails as ProductDetailsElement } from '../product-details/define.js';

interface OwnProps {
  /** The product that the backend is asked for. */
  productId?: ProductDetailsElement['productId'] | undefined;

  /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
  product?: ProductDetailsElement['product'] | undefined;

  /** The site of the page: the backend shows products of groups on their own sites only. */
  site?: ProductDetailsElement['site'] | undefined;

  /** The parts to show, and no others: `images`, `video`, `description`, `kind`, `level`, `language`, `duration`, `schedule`, `regions`, `participants`, `completion`, `points`, `registers`, `purpose`, `price-info`, `trainers`, `contact`, `brochure`, `website`. */
  only?: ProductDetailsElement['only'] | undefined;

  /** Who gives the course, for a host that knows. Without it the backend is asked for trainers who confirmed their profile. */
  trainers?: ProductDetailsElement['trainers'] | undefined;

  /** The organisations that PE points are of, by id and name: they are shown by that name. Without it: as the product says. */
  peOrganisations?: ProductDetailsElement['peOrganisations'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: ProductDetailsElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: ProductDetailsElement['locale'] | undefined;
}

/** What `<ProductDetails>` takes beside what every HTML element does. */
export interface ProductDetailsProps
  extends OwnProps, Omit<React.HTMLAttributes<ProductDetailsElement>, keyof OwnProps> {}

/** What a course is about, part by part. */
export const ProductDetails = createComponent({
  react: React,
  tagName: 'product-details',
  elementClass: ProductDetailsElement,
  displayName: 'ProductDetails',
}) as React.ForwardRefExoticComponent<ProductDetailsProps & React.RefAttributes<ProductDetailsElement>>;
