import type { CalendarDay } from '../calendar/time.js';

/** How a list of certificates is ordered, when not by id: what expires first, or last. */
export type CertificateOrder = 'expires' | '-expires';

const NEVER: CalendarDay = '9999-12-31';

/** When it expires, as lists have it: what never does comes last. */
export function expiryOf({ validUntil }: { readonly validUntil?: CalendarDay }): CalendarDay {
  return validUntil ?? NEVER;
}
