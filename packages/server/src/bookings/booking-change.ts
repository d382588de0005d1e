import type { z } from '@hono/zod-openapi';
import type { Backend, Enrollment, EnrollmentDates, HostCause, VersionedWriteOptions } from '@enrollkit/core';
import { toCamelKeys } from '@enrollkit/core/wire';
import { badRequest } from '../http/problem.js';
import { sentOnly } from '../http/request/query-fields.js';
import { statusOf } from './booking-query.js';
import type { bookingPatch } from './booking-schemas.js';

type Change = (backend: Backend, id: string, options: VersionedWriteOptions) => Promise<Enrollment>;

/** What may stand beside each kind of change. */
const BESIDE = {
  status: ['cause', 'note'],
  participant: ['note'],
  start: ['note', 'overbook'],
  dates: [],
} as const;

/** The one thing that `PATCH /bookings/{id}` asks for: each is a use case, with its own moment and line in the trail. */
export function changeOf(patch: z.output<typeof bookingPatch>): Change {
  const { participation_status: status, participant, starting_date_id: start, cause, note, overbook, ...dates } = patch;
  const beside = sentOnly({ cause, note, overbook });
  const asked = Object.entries({ status, participant, start, dates: Object.keys(dates).length > 0 || undefined })
    .filter(([, value]) => value !== undefined)
    .map(([kind]) => kind as keyof typeof BESIDE);
  const [kind, ...others] = asked;
  const allowed: readonly string[] = kind ? BESIDE[kind] : [];
  if (others.length > 0 || Object.keys(beside).some((name) => !allowed.includes(name))) {
    throw badRequest('one-change-at-a-time', '');
  }
  if (status !== undefined) {
    const to = statusOf(status, 'participation_status');
    const options = sentOnly({ note, cause: cause && (toCamelKeys(cause) as HostCause) });
    return (backend, id, versioned) => backend.changeStatus(id, to, { ...versioned, ...options });
  }
  if (participant) {
    const correction = toCamelKeys(participant) as object;
    return (backend, id, versioned) =>
      backend.correctEnrollment(id, correction, { ...versioned, ...sentOnly({ note }) });
  }
  if (start !== undefined) {
    const options = sentOnly({ note, overbook });
    return (backend, id, versioned) => backend.changeStart(id, start, { ...versioned, ...options });
  }
  if (!kind) throw badRequest('one-change-at-a-time', '');
  return (backend, id, versioned) => backend.moveDates(id, toCamelKeys(dates) as EnrollmentDates, versioned);
}
