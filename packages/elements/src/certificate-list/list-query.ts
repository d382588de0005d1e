import {
  addDays,
  certificateValidity,
  expiryOf,
  meetsSearch,
  parseSearch,
  searchWords,
  type CalendarDay,
  type Certificate,
  type CertificateQuery,
} from '@enrollkit/core';
import type { ExpiryState, ShownCertificates } from '../terms/certificate-list.js';

/** What the host and the person have chosen. */
export interface ListChoice {
  readonly enrollmentId: string | undefined;
  readonly email: string | undefined;
  readonly certificationId: string | undefined;
  readonly shown: ShownCertificates;
  readonly search: string;
  readonly expiringWithin: number;
  readonly today: CalendarDay;
}

/** What is asked of the backend: what expires first comes first. */
export function certificateQuery(choice: ListChoice): CertificateQuery {
  const { enrollmentId, email, certificationId, shown, search, today } = choice;
  return {
    orderBy: 'expires',
    ...(enrollmentId && { enrollmentId }),
    ...(email && { email }),
    ...(certificationId && { certificationId }),
    ...(search.trim() && { search: search.trim() }),
    ...(shown === 'expiring' && { expiresFrom: today, expiresBefore: dayAfterLast(choice) }),
    ...(shown === 'expired' && { expiresBefore: today }),
    ...(shown === 'pending' && { isVerified: false }),
  };
}

/** Whether one that has changed belongs to the list, as the backend would say. */
export function belongs(certificate: Certificate, choice: ListChoice): boolean {
  const { enrollmentId, email, certificationId, shown, search, today } = choice;
  const { participant, certification } = certificate;
  const { name, email: address = '', externalId } = participant ?? {};
  const expiry = stateOf(certificate, choice);
  return (
    (!enrollmentId || certificate.enrollmentId === enrollmentId) &&
    (!email || address.toLowerCase() === email.trim().toLowerCase()) &&
    (!certificationId || certificate.certificationId === certificationId) &&
    (shown !== 'expiring' || (expiry !== 'expired' && expiryOf(certificate) < dayAfterLast(choice))) &&
    (shown !== 'expired' || expiryOf(certificate) < today) &&
    (shown !== 'pending' || certification?.verified === false) &&
    meetsSearch(searchWords([name, address, externalId]), parseSearch(search))
  );
}

/** In the order of the backend. */
export function byExpiry(a: Certificate, b: Certificate): number {
  const [x, y] = [`${expiryOf(a)} ${a.id}`, `${expiryOf(b)} ${b.id}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

export function stateOf(certificate: Certificate, choice: Pick<ListChoice, 'today' | 'expiringWithin'>): ExpiryState {
  const validity = certificateValidity(certificate, choice.today);
  if (validity !== 'valid') return validity;
  return expiryOf(certificate) < dayAfterLast(choice) ? 'expiring' : 'valid';
}

function dayAfterLast({ today, expiringWithin }: Pick<ListChoice, 'today' | 'expiringWithin'>): CalendarDay {
  return addDays(today, expiringWithin + 1);
}
