import { z } from '@hono/zod-openapi';
import {
  ENROLLMENT_NEEDS,
  ENROLLMENT_ORDERS,
  STATUSES,
  parseParticipationStatus,
  toWireName,
  type BookingState,
  type EnrollmentNeed,
  type EnrollmentOrder,
  type EnrollmentQuery,
  type OrderBy,
  type ParticipationStatus,
} from '@enrollkit/core';
import { day } from '../http/schemas/fields.js';
import { bookingState } from './booking-schemas.js';
import { badRequest } from '../http/problem.js';
import {
  afterProvider,
  continueAfter,
  emailFilter,
  idList,
  momentOrDay,
  paging,
  sentOnly,
} from '../http/request/query-fields.js';

/** What bookings are found by, and their order. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- The schema is its type.
export function bookingFilters(timeZone: string) {
  const text = z.string().optional();
  return z.strictObject({
    provider_id: paging.provider_id,
    ids: idList('bookings', 'b-1001,b-1002'),
    created_at: momentOrDay(timeZone, 'Created at this time or later.'),
    updated_at: momentOrDay(timeZone, 'Changed at this time or later, by a person or by a rule.'),
    external_id: text.openapi({ description: 'The participant’s id in your own system.', example: 'emp-17' }),
    email: emailFilter('The participant’s email address, in upper or lower case.'),
    product_id: text.openapi({ example: 'prince2' }),
    starting_date_id: text.openapi({ example: 'autumn' }),
    search: text.openapi({
      description:
        'Words from the name, the email address or your own id, or their beginnings; or the whole id of the booking. ' +
        'Accents, capitals and order don’t matter.',
      example: 'smit anna',
    }),
    missing: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .openapi({
        type: 'array',
        items: { type: 'string', enum: missing.options },
        description:
          'Accepted bookings that lack this, or all of several: repeat the parameter, or separate them with commas.',
        example: ['certificate'],
      }),
    ends_before: day.optional().openapi({ description: 'The last day of the course lies before this one.' }),
    needs: z
      .enum(Object.keys(ENROLLMENT_NEEDS) as [EnrollmentNeed, ...EnrollmentNeed[]])
      .optional()
      .openapi({
        description:
          'What has to be done: `decision` on a request, an `invoice` or a `certificate` for a course that is over, the ' +
          '`verification` of what a certificate is for.',
      }),
    order_by: z
      .enum(ORDERS)
      .optional()
      .openapi({ description: 'Default: by id. With `-` before it, the last comes first.' }),
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

/** The same, page by page: the parameters of `GET /bookings`. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- The schema is its type.
export function bookingQuery(timeZone: string) {
  return bookingFilters(timeZone).extend({
    ...paging,
    after_id: continueAfter('booking'),
    after_provider_id: afterProvider,
  });
}

const missing = z.enum(['certificate', 'invoice']);
const orders = Object.keys(ENROLLMENT_ORDERS) as EnrollmentOrder[];
const ORDERS = orders.flatMap((order): OrderBy[] => [order, `-${order}`]) as [OrderBy, ...OrderBy[]];

type BookingQuery = z.output<ReturnType<typeof bookingFilters>> & Partial<z.output<ReturnType<typeof bookingQuery>>>;

/** The same, in the words of core. */
export function enrollmentQuery(
  query: BookingQuery,
  status: readonly ParticipationStatus[] | undefined,
): EnrollmentQuery {
  return sentOnly({
    // Whoever names bookings wants to see each of them.
    size: query.size ?? (query.ids && Math.max(1, query.ids.length)),
    offset: query.offset,
    ids: query.ids,
    createdFrom: query.created_at,
    updatedFrom: query.updated_at,
    externalId: query.external_id,
    email: query.email,
    productId: query.product_id,
    startingDateId: query.starting_date_id,
    search: query.search,
    missing: query.missing === undefined ? undefined : namesIn(missing, query.missing, 'missing'),
    endsBefore: query.ends_before,
    needs: query.needs,
    orderBy: query.order_by,
    afterId: query.after_id,
    afterProviderId: query.after_provider_id,
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
  return namesIn(bookingState, status, 'status');
}

/** Several of a few words, told apart by commas. */
function namesIn<Name extends string>(
  allowed: z.ZodEnum<Readonly<Record<Name, Name>>>,
  text: string | readonly string[],
  field: string,
): readonly Name[] {
  const names = [text].flat().flatMap((each) => each.split(','));
  return [...new Set(names)].map((name) => {
    const { data } = allowed.safeParse(name);
    if (data === undefined) throw badRequest('not-allowed', field, { allowed: allowed.options.join(', ') });
    return data;
  });
}

/** A status by its name in the API. What other systems call a status is read from them, never set or asked for. */
export function statusOf(name: string, field: string): ParticipationStatus {
  const { status, originalStatus } = parseParticipationStatus(name);
  if (originalStatus === undefined) return status;
  throw badRequest('not-allowed', field, { allowed: STATUSES.map(toWireName).join(', ') });
}
