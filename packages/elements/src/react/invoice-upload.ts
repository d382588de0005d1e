'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import { InvoiceUpload as InvoiceUploadElement, type InvoiceUploadedDetail } from '../invoice-upload/define.js';

export type InvoiceUploadedEvent = CustomEvent<InvoiceUploadedDetail>;

interface OwnProps {
  /** Whose invoice it is. */
  enrollmentId?: InvoiceUploadElement['enrollmentId'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: InvoiceUploadElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: InvoiceUploadElement['locale'] | undefined;

  /** The backend has stored the invoice, or that there is one. */
  onInvoiceUploaded?: ((event: CustomEvent<InvoiceUploadedDetail>) => void) | undefined;
}

/** What `<InvoiceUpload>` takes beside what every HTML element does. */
export interface InvoiceUploadProps
  extends OwnProps, Omit<React.HTMLAttributes<InvoiceUploadElement>, keyof OwnProps> {}

/** Uploads the invoice of an enrollment, or records that there is one. */
export const InvoiceUpload = createComponent({
  react: React,
  tagName: 'invoice-upload',
  elementClass: InvoiceUploadElement,
  displayName: 'InvoiceUpload',
  events: {
    onInvoiceUploaded: 'ek-invoice-uploaded' as EventName<CustomEvent<InvoiceUploadedDetail>>,
  },
}) as React.ForwardRefExoticComponent<InvoiceUploadProps & React.RefAttributes<InvoiceUploadElement>>;
