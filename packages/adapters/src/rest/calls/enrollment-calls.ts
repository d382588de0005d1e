import {
  PARTICIPATION_STATUSES,
  throwIfAborted,
  toWireName,
  type Enrollment,
  type EnrollmentPort,
  type EnrollmentQuery,
  type ManyPort,
  type Page,
  type ParticipationStatus,
  type ReadOptions,
} from '@enrollkit/core';
import { toSnakeKeys, toWireNewBooking } from '@enrollkit/core/wire';
import type { Api } from './api.js';
import { EnrollmentReader } from './enrollment-reader.js';
import type { VersionedChange } from '../events/changes.js';
import type { ApiRequest, CallOptions } from '../http/client.js';
import { expectId, idsInQuery, idStep, withQuery } from '../http/paths.js';
import { readJson } from '../http/read-answer.js';
import { readEnrollment, readPage } from './shapes.js';

export interface EnrollmentCalls extends Omit<EnrollmentPort, keyof ManyPort | 'getEnrollment'> {
  readonly getEnrollment: EnrollmentPort['getEnrollment'];
  /** A record, or any, is no longer what it was. */
  readonly forget: (id?: string) => void;
}

/** Enrollments, which the API calls bookings. */
export function enrollmentCalls({ client, changes }: Api): EnrollmentCalls {
  const path = (id: string) => `bookings/${idStep('enrollment', id)}`;

  const write = (request: ApiRequest, options: CallOptions): Promise<Enrollment> =>
    changes.write(
      async () => {
        const answer = await client.send({ ...request, readCurrent: readEnrollment }, options);
        return readEnrollment(await readJson(answer));
      },
      (enrollment) => [changeOf(enrollment)],
    );

  async function readOne(id: string, options: ReadOptions): Promise<Enrollment> {
    const answer = await client.send({ method: 'GET', path: path(id) }, options);
    const enrollment = readEnrollment(await readJson(answer));
    changes.saw(changeOf(enrollment));
    return enrollment;
  }

  async function list(query: EnrollmentQuery, options?: ReadOptions): Promise<Page<Enrollment>> {
    const answer = await client.send({ method: 'GET', path: withQuery('bookings', wireQuery(query)) }, options);
    const page = readPage(readEnrollment)(await readJson(answer));
    for (const enrollment of page.items) changes.saw(changeOf(enrollment));
    return page;
  }

  const reader = new EnrollmentReader(readOne, async (ids, options) => (await list({ ids }, options)).items);

  return {
    forget: (id) => reader.forget(id),

    getEnrollment: async (id, options = {}) => {
      throwIfAborted(options.signal);
      expectId('enrollment', id);
      return reader.get(id, options);
    },

    listEnrollments: (query = {}, options) => reader.readList(() => list(query, options)),

    async createEnrollment(input, options = {}) {
      return write({ method: 'POST', path: 'bookings', body: toWireNewBooking(input) }, options);
    },

    async changeStatus(id, to, options = {}) {
      const { cause, note } = options;
      const body = {
        participation_status: wireStatus(to),
        ...(cause && { cause }),
        ...(note !== undefined && { note }),
      };
      return write({ method: 'PATCH', path: path(id), body }, options);
    },

    async acceptEnrollment(id, { note, overbook, ...options } = {}) {
      return write({ method: 'POST', path: `${path(id)}/accept`, body: given({ note, overbook }) }, options);
    },

    async declineEnrollment(id, { note, ...options } = {}) {
      return write({ method: 'POST', path: `${path(id)}/decline`, body: given({ note }) }, options);
    },

    async withdrawEnrollment(id, statement, options = {}) {
      return write({ method: 'POST', path: `${path(id)}/withdraw`, body: toSnakeKeys(statement) }, options);
    },

    async cancelEnrollment(id, { note, ...options } = {}) {
      return write({ method: 'POST', path: `${path(id)}/cancel`, body: given({ note }) }, options);
    },

    async recordInvoice(id, options = {}) {
      return write({ method: 'POST', path: `${path(id)}/invoice` }, options);
    },

    async correctEnrollment(id, correction, { note, ...options } = {}) {
      const body = { participant: toSnakeKeys(correction), ...(note !== undefined && { note }) };
      return write({ method: 'PATCH', path: path(id), body }, options);
    },

    async changeStart(id, startingDateId, { note, overbook, ...options } = {}) {
      const body = given({ starting_date_id: startingDateId, note, overbook });
      return write({ method: 'PATCH', path: path(id), ...(body && { body }) }, options);
    },

    async moveDates(id, dates, options = {}) {
      return write({ method: 'PATCH', path: path(id), body: toSnakeKeys(dates) }, options);
    },
  };
}

/** A page without types may say anything; the API says itself what it doesn't know. */
export function wireStatus(to: ParticipationStatus): string {
  return Object.hasOwn(PARTICIPATION_STATUSES, to) ? toWireName(to) : to;
}

/** A body without what isn't said; none at all when nothing is. */
function given(values: Readonly<Record<string, unknown>>): object | undefined {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

export function changeOf({ id, providerId, version }: Enrollment): VersionedChange {
  return { kind: 'enrollment', id, version, ...(providerId !== undefined && { providerId }) };
}

function wireQuery({ ids, status, bookingState, createdFrom, updatedFrom, ...query }: EnrollmentQuery): object {
  const participationStatus = status === undefined ? undefined : [status].flat().map((each) => toWireName(each));
  return {
    ...query,
    ids: ids && idsInQuery(ids),
    createdAt: createdFrom,
    updatedAt: updatedFrom,
    participationStatus,
    status: bookingState,
  };
}
