import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { ACTIONS, type Actor } from '@enrollkit/core';
import { issueCode } from '../http/issue-codes.js';
import { expectRole } from '../access/expect-role.js';
import type { AppEnv } from '../http/app-env.js';
import { answer, problems } from '../http/operation.js';
import { readOptions } from '../http/request/call-options.js';
import { recordQuery } from '../http/request/query-fields.js';
import { respond, wholePage } from '../http/respond.js';
import { route, routesOf, type Route } from '../http/route.js';
import { count, day, moment, pageOf, text } from '../http/schemas/fields.js';
import type { ServerParts } from '../parts/server-parts.js';
import { planStarts, productsWithMinimum, type PlannedStart } from './start-plans.js';

/** Shown where a server cancels nothing by itself. */
const USUAL_DEADLINE_DAYS = 14;

const plan = z
  .object({
    product_id: text,
    product_name: text,
    starting_date_id: text,
    start_date: day.optional(),
    place: text.optional(),
    action: z.enum(['announce', 'withdraw', 'cancel']).openapi({ description: 'What will happen today.' }),
    booked: count,
    min_seats: count.optional(),
    deadline: day.openapi({ description: 'The day on which enough people must have booked.' }),
    announced_at: moment.optional(),
  })
  .openapi('StartCancellation');

const EXAMPLE = {
  product_id: 'prince2',
  product_name: 'PRINCE2 Foundation in three days',
  starting_date_id: 'autumn',
  start_date: '2026-08-24',
  place: 'Utrecht',
  action: 'announce',
  booked: 2,
  min_seats: 4,
  deadline: '2026-08-10',
};

/** `/start-cancellations`: the starts that too few people booked. */
export function startRoutes(parts: ServerParts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [listStartCancellations]);
}

function listStartCancellations(parts: ServerParts): Route {
  return route(
    {
      method: 'get',
      path: '/start-cancellations',
      operationId: 'listStartCancellations',
      summary: 'List starting dates that will be cancelled',
      description:
        'Starting dates with too few bookings whose deadline is near. The cancellation is announced first. From the ' +
        'deadline on, the starting date and its bookings are cancelled. The server does this by itself only if it is set ' +
        'up to.',
      tags: ['Products'],
      request: {
        query: z.strictObject({
          ...recordQuery.shape,
          deadline_days: z
            .string()
            .refine((word) => /^\d{1,3}$/.test(word) && Number(word) <= 365, issueCode('out-of-range'))
            .transform(Number)
            .optional()
            .openapi({
              type: 'integer',
              minimum: 0,
              maximum: 365,
              description:
                'How many days before the start the deadline is. If you leave it out: as the server is set up.',
              example: '14',
            }),
        }),
      },
      responses: {
        200: answer('The plan', {
          schema: pageOf(plan, 'StartCancellations'),
          example: wholePage([EXAMPLE]),
        }),
        ...problems('forbidden'),
      },
    },
    async (c) => {
      const roles: readonly Actor['role'][] = ACTIONS['product.cancel-start'];
      const { providerId = '', enrollmentIds } = expectRole(c, 'product.cancel-start', roles);
      const deadlineDays = c.req.valid('query').deadline_days ?? parts.settings.cancelStartDays ?? USUAL_DEADLINE_DAYS;
      // A widget's token deals with some bookings and no products.
      const products = enrollmentIds === undefined ? await productsWithMinimum(parts.database, providerId) : [];
      const items = [];
      const ids = products.map(({ id }) => id);
      for await (const planned of planStarts(c.get('backend'), ids, { deadlineDays, ...readOptions(c) })) {
        items.push(toWire(planned));
      }
      return respond(c, { root: 'start_cancellations', body: wholePage(items) });
    },
  );
}

function toWire({ product, startingDateId, action, booked, minSeats, deadline }: PlannedStart) {
  const start = product.startingDates.find(({ id }) => id === startingDateId);
  const state = product.startStates.find((each) => each.startingDateId === startingDateId);
  return {
    product_id: product.id,
    product_name: product.name,
    starting_date_id: startingDateId,
    ...(start && { start_date: start.startDate, place: start.place }),
    action,
    booked,
    ...(minSeats !== undefined && { min_seats: minSeats }),
    deadline,
    ...(state?.cancellationAnnouncedAt !== undefined && { announced_at: state.cancellationAnnouncedAt }),
  };
}
