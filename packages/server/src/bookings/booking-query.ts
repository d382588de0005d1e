import { z } from '@hono/zod-openapi';
import {
  STATUSES,
  parseParticipationStatus,
  toWireName,
  type BookingState,
  type EnrollmentQuery,
  type ParticipationStatus,
} from '@enrollkit/core';
import { bookingState } from './booking-schemas.js';
import { badRequest } from '../http/problem.js';
import { emailFilter, idList, momentOrDay, paging, present } from '../http/request/query-fields.js';

/** The filters of `GET /bookings`. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- The schema is its type.
export function bookingQuery(timeZone: string) {
  const text = z.string().optional();
  return z.strictObject({
    ...paging,
    ids: idList('bookings', 'b-1001,b-1002'),
    created_at: momentOrDay(timeZone, 'Created at this time or later.'),
    updated_at: momentOrDay(timeZone, 'Changed at this time or later, by a person or by a rule.'),
    external_id: text.openapi({ description: 'The participant’s id in your own system.', example: 'emp-17' }),
    email: emailFilter('The participant’s e-mail address, in upper or lower case.'),
    product_id: text.openapi({ example: 'prince2' }),
    status: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .openapi({
        type: 'array',
        items: { type: 'string', enum: bookingState.options },
        description: 'Where the bookings stand: repeat the parameter, or separate several with commas.',
        example: ['requested', 'accepted'],
      }),
    participation_status: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .openapi({
        type: 'array',
        items: { type: 'string' },
        description: 'One or more statuses: repeat the parameter, or separate them with commas.',
        example: ['enrolled', 'did not pass'],
      }),
  });
}

type BookingQuery = z.output<ReturnType<typeof bookingQuery>>;

/** The same, in the words of core. */
export function enrollmentQuery(
  query: BookingQuery,
  status: readonly ParticipationStatus[] | undefined,
): EnrollmentQuery {
  return present({
    // Whoever names bookings wants to see each of them.
    size: query.size ?? (query.ids && Math.max(1, query.ids.length)),
    offset: query.offset,
    ids: query.ids,
    createdFrom: query.created_at,
    updatedFrom: query.updated_at,
    externalId: query.external_id,
    email: query.email,
    productId: query.product_id,
    bookingState: bookingStatesOf(query),
    status,
  });
}

/** The participation statuses that are asked for; absent: any. */
export function statusesOf({ participation_status }: BookingQuery): readonly ParticipationStatus[] | undefined {
  if (participation_status === undefined) return undefined;
  const names = [participation_status].flat().flatMap((text) => text.split(','));
  return [...new Set(names.map((name) => statusOf(name, 'participation_status')))];
}

/** The booking states that are asked for; absent: any. */
function bookingStatesOf({ status }: BookingQuery): readonly BookingState[] | undefined {
  if (status === undefined) return undefined;
  const names = [status].flat().flatMap((text) => text.split(','));
  return [...new Set(names.map(bookingStateNamed))];
}

function bookingStateNamed(name: string): BookingState {
  const { data } = bookingState.safeParse(name);
  if (data === undefined) throw badRequest('not-allowed', 'status', { allowed: bookingState.options.join(', ') });
  return data;
}

/** A status by its name in the API. What other systems call a status is read from them, never set or asked for. */
export function statusOf(name: string, field: string): ParticipationStatus {
  const { status, originalStatus } = parseParticipationStatus(name);
  if (originalStatus === undefined) return status;
  throw badRequest('not-allowed', field, { allowed: STATUSES.map(toWireName).join(', ') });
}
