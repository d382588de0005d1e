import type { Certificate, Enrollment } from '@enrollkit/core';
import { toSnakeKeys, toWireBooking, toWireCertificate } from '@enrollkit/core/wire';

/** A record of any kind as the HTTP API spells it. `today` is the day on the provider's calendar. */
export function toWireRecord(record: unknown, today: string): unknown {
  if (isRecord(record)) {
    if ('participant' in record && 'history' in record) return toWireBooking(record as unknown as Enrollment);
    if ('enrollmentId' in record && 'file' in record) return toWireCertificate(record as unknown as Certificate, today);
  }
  return toSnakeKeys(record);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
