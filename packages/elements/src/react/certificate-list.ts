'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import { CertificateList as CertificateListElement, type CertificateOpenDetail } from '../certificate-list/define.js';

export type CertificateOpenEvent = CustomEvent<CertificateOpenDetail>;

interface OwnProps {
  /** Only those of this enrollment. */
  enrollmentId?: CertificateListElement['enrollmentId'] | undefined;

  /** Only those of the person with this e-mail address. */
  email?: CertificateListElement['email'] | undefined;

  /** Only those for this certification. */
  certificationId?: CertificateListElement['certificationId'] | undefined;

  /** How many days before its end one counts as expiring soon. */
  expiringWithin?: CertificateListElement['expiringWithin'] | undefined;

  /** Offers removing, to whoever may. */
  removable?: CertificateListElement['removable'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: CertificateListElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: CertificateListElement['locale'] | undefined;

  /** Before a certificate is shown or downloaded. `preventDefault()` leaves it to the page. */
  onCertificateOpen?: ((event: CustomEvent<CertificateOpenDetail>) => void) | undefined;
}

/** What `<CertificateList>` takes beside what every HTML element does. */
export interface CertificateListProps
  extends OwnProps, Omit<React.HTMLAttributes<CertificateListElement>, keyof OwnProps> {}

/** Lists certificates: whose they are, how long they are valid, and what expires soon. */
export const CertificateList = createComponent({
  react: React,
  tagName: 'certificate-list',
  elementClass: CertificateListElement,
  displayName: 'CertificateList',
  events: {
    onCertificateOpen: 'ek-certificate-open' as EventName<CustomEvent<CertificateOpenDetail>>,
  },
}) as React.ForwardRefExoticComponent<CertificateListProps & React.RefAttributes<CertificateListElement>>;
