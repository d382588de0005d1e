import type { CalendarDay } from '../calendar/time.js';
import type { Certificate } from './certificate.js';

/** Where a day stands in the life of a certificate. */
export type CertificateValidity = 'not-yet-valid' | 'valid' | 'expired';

/**
 * Tells whether a certificate is valid on a day (`yyyy-mm-dd`, in the provider's time zone). The first and the last day
 * both count. Without a last day it stays valid.
 *
 * @example
 * certificateValidity({ validFrom: '2026-09-12', validUntil: '2029-09-12' }, '2029-09-12'); // 'valid'
 */
export function certificateValidity(
  certificate: Pick<Certificate, 'validFrom' | 'validUntil'>,
  today: CalendarDay,
): CertificateValidity {
  if (today < certificate.validFrom) return 'not-yet-valid';
  return certificate.validUntil !== undefined && today > certificate.validUntil ? 'expired' : 'valid';
}
