import { certificateValidity, type CertificateValidity } from '../certificate/certificate-validity.js';
import type { Certificate, CertificateDraft } from '../certificate/certificate.js';
import type { CalendarDay } from '../calendar/time.js';
import { toCamelKeys, toSnakeKeys, type SnakeKeys } from './keys.js';

/** A certificate as the HTTP API says it. Source: domain.md section 2, API. */
export interface WireCertificate extends SnakeKeys<Omit<Certificate, 'enrollmentId' | 'participant'>> {
  readonly booking_id: string;
  /** Where the certificate stands today, in the provider's time zone. */
  readonly status: CertificateValidity;
  readonly user?: { readonly name?: string; readonly email: string; readonly external_id?: string };
}

/** What is sent with the file to store one certificate. */
export interface WireCertificateDraft extends Partial<
  SnakeKeys<Omit<CertificateDraft, 'enrollmentId' | 'file' | 'certificationId' | 'validFrom'>>
> {
  /** May be absent when the e-mail address and the certification tell which booking is meant. */
  readonly booking_id?: string;
  readonly certification_id: string;
  /** The participant's. Must be the booking's when both are given. */
  readonly email?: string;
  readonly valid_from: CalendarDay;
  /** Of this one of a bundle. */
  readonly idempotency_key?: string;
}

export function toWireCertificate(certificate: Certificate, today: CalendarDay): WireCertificate {
  const { enrollmentId, participant, ...same } = certificate;
  return {
    ...toSnakeKeys(same),
    booking_id: enrollmentId,
    status: certificateValidity(certificate, today),
    ...(participant && { user: toSnakeKeys(participant) }),
  };
}

/** The way back. `certificate` is known to be a certificate: the reader of the answer checks its shape. */
export function fromWireCertificate(certificate: WireCertificate): Certificate {
  const { booking_id, status: _, user, ...same } = certificate;
  return {
    ...(toCamelKeys(same) as Omit<Certificate, 'enrollmentId' | 'participant'>),
    enrollmentId: booking_id,
    ...(user && { participant: toCamelKeys(user) as NonNullable<Certificate['participant']> }),
  };
}
