import { z } from '@hono/zod-openapi';
import {
  STATUSES,
  parseParticipationStatus,
  toWireName,
  type EnrollmentQuery,
  type ParticipationStatus,
} from '@enrollkit/core';
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
    status: z.enum(['accepted', 'cancelled']).optional().openapi({ example: 'accepted' }),
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
    status,
  });
}

/** The statuses that both filters allow; absent: any. */
export function statusesOf({ status, participation_status }: BookingQuery): readonly ParticipationStatus[] | undefined {
  if (status === undefined && participation_status === undefined) return undefined;
  const allowed = STATUSES.filter((one) => status === undefined || (one === 'cancelled') === (status === 'cancelled'));
  if (participation_status === undefined) return allowed;
  const names = [participation_status].flat().flatMap((text) => text.split(','));
  const asked = names.map((name) => statusOf(name, 'participation_status'));
  return allowed.filter((one) => asked.includes(one));
}

/** A status by its name in the API. What other systems call a status is read from them, never set or asked for. */
export function statusOf(name: string, field: string): ParticipationStatus {
  const { status, originalStatus } = parseParticipationStatus(name);
  if (originalStatus === undefined) return status;
  throw badRequest('not-allowed', field, { allowed: STATUSES.map(toWireName).join(', ') });
}
