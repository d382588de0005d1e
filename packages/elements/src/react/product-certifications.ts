'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import {
  ProductCertifications as ProductCertificationsElement,
  type CertificationsChangedDetail,
} from '../product-certifications/define.js';

export type CertificationsChangedEvent = CustomEvent<CertificationsChangedDetail>;

interface OwnProps {
  /** Which product. */
  productId?: ProductCertificationsElement['productId'] | undefined;

  /** The site of the page: the backend shows products of groups on their own sites only. */
  site?: ProductCertificationsElement['site'] | undefined;

  /** Offers linking and making certifications, for the product's own provider. */
  editable?: ProductCertificationsElement['editable'] | undefined;

  /** Offers verifying, rejecting and undoing, for platform staff. */
  reviewable?: ProductCertificationsElement['reviewable'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: ProductCertificationsElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: ProductCertificationsElement['locale'] | undefined;

  /** The backend has stored a link, a new certification or a review. */
  onCertificationsChanged?: ((event: CustomEvent<CertificationsChangedDetail>) => void) | undefined;
}

/** What `<ProductCertifications>` takes beside what every HTML element does. */
export interface ProductCertificationsProps
  extends OwnProps, Omit<React.HTMLAttributes<ProductCertificationsElement>, keyof OwnProps> {}

/** Shows, links and reviews the certifications that a course leads to. */
export const ProductCertifications = createComponent({
  react: React,
  tagName: 'product-certifications',
  elementClass: ProductCertificationsElement,
  displayName: 'ProductCertifications',
  events: {
    onCertificationsChanged: 'ek-certifications-changed' as EventName<CustomEvent<CertificationsChangedDetail>>,
  },
}) as React.ForwardRefExoticComponent<ProductCertificationsProps & React.RefAttributes<ProductCertificationsElement>>;
