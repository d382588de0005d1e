import {
  EnrollkitError,
  hasErrorCode,
  MOST_AT_ONCE,
  parseParticipationStatus,
  type HostCause,
  type ParticipationStatus,
  type StatusAnswer,
  type StatusRequest,
} from '@enrollkit/core';
import { toWireBooking } from '@enrollkit/core/wire';
import type { AppEnv } from '../http/app-env.js';
import { logFault } from '../http/log-fault.js';
import { answer, jsonOf, problems, WRITE_HEADERS } from '../http/operation.js';
import { badRequest, isExpectedError, toProblem, type ProblemFacts } from '../http/problem.js';
import { expectKey, writeOptions } from '../http/request/call-options.js';
import { recordQuery } from '../http/request/query-fields.js';
import { respond } from '../http/respond.js';
import { route, todayOf, type Route } from '../http/route.js';
import type { ServerParts } from '../parts/server-parts.js';
import type { Context } from 'hono';
import { EXAMPLE_BOOKING } from './booking-example.js';
import { bookingAnswers, bookingPatches } from './booking-schemas.js';

export type ChangeManyParts = Pick<ServerParts, 'settings' | 'clock' | 'log'>;

const EXAMPLE_CHANGES = [
  { id: 'b-1001', participation_status: 'completed' },
  { id: 'b-1002', participation_status: 'no-show', expected_version: 3, note: 'Ziek gemeld.' },
];
const EXAMPLE_ANSWERS = { items: [{ index: 0, id: 'b-1001', booking: EXAMPLE_BOOKING }] };

/** `PATCH /bookings`. */
export function changeBookings(parts: ChangeManyParts): Route {
  return route(
    {
      method: 'patch',
      path: '/bookings',
      tags: ['Bookings'],
      operationId: 'changeBookings',
      summary: 'Change the participation status of many bookings',
      description: `At most ${MOST_AT_ONCE}. Each is changed by itself: one that is refused stops none of the others.`,
      parameters: WRITE_HEADERS,
      request: { query: recordQuery, body: jsonOf(bookingPatches, EXAMPLE_CHANGES) },
      responses: {
        200: answer('An answer for each change: all were made', { schema: bookingAnswers, example: EXAMPLE_ANSWERS }),
        207: answer('An answer for each change: some were not made', {
          schema: bookingAnswers,
          example: EXAMPLE_ANSWERS,
        }),
        ...problems('forbidden', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const sent = c.req.valid('json');
      if (sent.length > MOST_AT_ONCE) throw badRequest('too-many-items', '', { max: MOST_AT_ONCE });
      for (const [index, { idempotency_key }] of sent.entries()) expectKey(idempotency_key, `${index}.idempotency_key`);
      const changes = sent.map(
        ({ id, participation_status: name, expected_version: expectedVersion, cause, note, idempotency_key }) => ({
          id,
          to: statusNamed(name),
          ...(expectedVersion !== undefined && { expectedVersion }),
          ...(cause && { cause: cause as HostCause }),
          ...(note !== undefined && { note }),
          ...(idempotency_key !== undefined && { idempotencyKey: idempotency_key }),
        }),
      ) satisfies StatusRequest[];
      const answers = await c.get('backend').changeStatuses(changes, writeOptions(c));
      const items = answers.map((one, index) => ({ index, id: sent[index]?.id, ...toWireAnswer(c, parts, one) }));
      const status = answers.every((one) => 'enrollment' in one) ? 200 : 207;
      return respond(c, { root: 'items', body: { items }, status });
    },
  );
}

/** What is no status of ours is refused with the change that names it, and not with the others. */
function statusNamed(name: string): ParticipationStatus {
  const { status, originalStatus } = parseParticipationStatus(name);
  return originalStatus === undefined ? status : (originalStatus as ParticipationStatus);
}

function toWireAnswer(c: Context<AppEnv>, parts: ChangeManyParts, answered: StatusAnswer): object {
  if ('enrollment' in answered) return { booking: toWireBooking(answered.enrollment) };
  const { problem } = answered;
  const requestId = c.get('requestId');
  const facts: ProblemFacts = { basePath: parts.settings.basePath, today: todayOf(parts), requestId };
  const { cause } = problem as { readonly cause?: unknown };
  const isFault = hasErrorCode(problem, 'internal') && cause !== undefined && !isExpectedError(cause);
  if (isFault) logFault(parts.log, requestId, cause);
  const { code, message, issues, current } = problem;
  const error = new EnrollkitError(code, message, { issues, ...(current !== undefined && { current }) });
  return { problem: toProblem(error, facts) };
}
