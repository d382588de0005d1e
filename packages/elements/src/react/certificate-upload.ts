'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import {
  CertificateUpload as CertificateUploadElement,
  type CertificateAcceptDetail,
  type CertificateProgressDetail,
  type CertificateUploadedDetail,
  type CertificateErrorDetail,
} from '../certificate-upload/define.js';

export type CertificateAcceptEvent = CustomEvent<CertificateAcceptDetail>;
export type CertificateProgressEvent = CustomEvent<CertificateProgressDetail>;
export type CertificateUploadedEvent = CustomEvent<CertificateUploadedDetail>;
export type CertificateErrorEvent = CustomEvent<CertificateErrorDetail>;

interface OwnProps {
  /** Whose certificates these are. */
  enrollmentId?: CertificateUploadElement['enrollmentId'] | undefined;

  /** Where a certification is linked to the product; offered while there is none. */
  setupUrl?: CertificateUploadElement['setupUrl'] | undefined;

  /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
  accept?: CertificateUploadElement['accept'] | undefined;

  /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
  maxSize?: CertificateUploadElement['maxSize'] | undefined;

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend?: CertificateUploadElement['backend'] | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale?: CertificateUploadElement['locale'] | undefined;

  /** A file was chosen. Cancelable, before it is taken. */
  onCertificateAccept?: ((event: CustomEvent<CertificateAcceptDetail>) => void) | undefined;

  /** More bytes of a file were sent. */
  onCertificateProgress?: ((event: CustomEvent<CertificateProgressDetail>) => void) | undefined;

  /** The backend has stored a certificate. */
  onCertificateUploaded?: ((event: CustomEvent<CertificateUploadedDetail>) => void) | undefined;

  /** A file was refused or couldn't be sent. */
  onCertificateError?: ((event: CustomEvent<CertificateErrorDetail>) => void) | undefined;
}

/** What `<CertificateUpload>` takes beside what every HTML element does. */
export interface CertificateUploadProps
  extends OwnProps, Omit<React.HTMLAttributes<CertificateUploadElement>, keyof OwnProps> {}

/** Uploads the certificates of an enrollment, after which the participant has completed the course. */
export const CertificateUpload = createComponent({
  react: React,
  tagName: 'certificate-upload',
  elementClass: CertificateUploadElement,
  displayName: 'CertificateUpload',
  events: {
    onCertificateAccept: 'ek-certificate-accept' as EventName<CustomEvent<CertificateAcceptDetail>>,
    onCertificateProgress: 'ek-certificate-progress' as EventName<CustomEvent<CertificateProgressDetail>>,
    onCertificateUploaded: 'ek-certificate-uploaded' as EventName<CustomEvent<CertificateUploadedDetail>>,
    onCertificateError: 'ek-certificate-error' as EventName<CustomEvent<CertificateErrorDetail>>,
  },
}) as React.ForwardRefExoticComponent<CertificateUploadProps & React.RefAttributes<CertificateUploadElement>>;
