'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import {
  CertificateBundle as CertificateBundleElement,
  type BundleMatchedDetail,
  type BundleProgressDetail,
  type BundleDoneDetail,
} from '../certificate-bundle/define.js';

export type BundleMatchedEvent = CustomEvent<BundleMatchedDetail>;
export type BundleProgressEvent = CustomEvent<BundleProgressDetail>;
export type BundleDoneEvent = CustomEvent<BundleDoneDetail>;

interface OwnProps {
  /** The product whose participants get certificates. */
  productId?: CertificateBundleElement['productId'] | undefined;

  /** One start of it. Without it: everybody who is enrolled for the product. */
  startingDateId?: CertificateBundleElement['startingDateId'] | undefined;

  /** The certification that all of them are for. Without it: what the product leads to. */
  certificationId?: CertificateBundleElement['certificationId'] | undefined;

  /** Where a certification is linked to the product; offered while there is none. */
  setupUrl?: CertificateBundleElement['setupUrl'] | undefined;

  /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
  accept?: CertificateBundleElement['accept'] | undefined;

  /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
  maxSize?: CertificateBundleElement['maxSize'] | undefined;

  /** Who reads the text of PDFs. Without it: `setDefaultPdfReader()`, else only names are looked at. */
  pdfReader?: CertificateBundleElement['pdfReader'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: CertificateBundleElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: CertificateBundleElement['locale'] | undefined;

  /** Every file that was given has been looked at. */
  onBundleMatched?: ((event: CustomEvent<BundleMatchedDetail>) => void) | undefined;

  /** One more file has come to its end. */
  onBundleProgress?: ((event: CustomEvent<BundleProgressDetail>) => void) | undefined;

  /** Everything that was to be sent has come to its end. */
  onBundleDone?: ((event: CustomEvent<BundleDoneDetail>) => void) | undefined;
}

/** What `<CertificateBundle>` takes beside what every HTML element does. */
export interface CertificateBundleProps
  extends OwnProps, Omit<React.HTMLAttributes<CertificateBundleElement>, keyof OwnProps> {}

/** Matches many certificates to the participants of a course, has them checked, and sends them. */
export const CertificateBundle = createComponent({
  react: React,
  tagName: 'certificate-bundle',
  elementClass: CertificateBundleElement,
  displayName: 'CertificateBundle',
  events: {
    onBundleMatched: 'ek-bundle-matched' as EventName<CustomEvent<BundleMatchedDetail>>,
    onBundleProgress: 'ek-bundle-progress' as EventName<CustomEvent<BundleProgressDetail>>,
    onBundleDone: 'ek-bundle-done' as EventName<CustomEvent<BundleDoneDetail>>,
  },
}) as React.ForwardRefExoticComponent<CertificateBundleProps & React.RefAttributes<CertificateBundleElement>>;
