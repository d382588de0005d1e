import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { checkInput, type Enrollment, type EnrollmentDates, type NewEnrollment, type Page } from '@enrollkit/core';
import { toCamelKeys, toWireBooking } from '@enrollkit/core/wire';
import type { Context } from 'hono';
import type { ServerParts } from '../parts/server-parts.js';
import type { AppEnv } from '../http/app-env.js';
import { bookingEtag, respondRecord } from '../http/etag.js';
import {
  answer,
  CREATED_HEADERS,
  ETAG_HEADER,
  problems,
  VERSIONED_HEADERS,
  WRITE_HEADERS,
} from '../http/openapi/operation.js';
import { EXAMPLE_BOOKING, examplePage } from '../http/openapi/examples.js';
import { badRequest } from '../http/problem.js';
import { jsonBody } from '../http/request/json-body.js';
import { bookingQuery, enrollmentQuery, statusesOf, statusOf } from './booking-query.js';
import { invalidInput, invalidWire, sentIn } from '../http/request/parse-wire.js';
import { pagingOf, recordQuery } from '../http/request/query-fields.js';
import { versionedOptions, writeOptions } from '../http/request/write-options.js';
import { respond } from '../http/respond.js';
import { booking, bookingPage, bookingPatch, newBooking, statusChangePage } from './booking-schemas.js';
import { toXml } from '../http/to-xml.js';
import { newRoutes } from '../http/route-module.js';

const path = '/bookings';
const onePath = `${path}/{id}`;
const tags = ['Bookings'];
const params = z.object({ id: z.string().openapi({ example: 'b-1001' }) });
const page = examplePage(EXAMPLE_BOOKING);
const one = answer('The booking', {
  schema: booking,
  example: EXAMPLE_BOOKING,
  xml: toXml('booking', EXAMPLE_BOOKING),
  headers: ETAG_HEADER,
});
const noBody = { content: { 'application/json': { schema: z.strictObject({}), example: {} } } };

/** `/bookings`: enrollments, in the words of the API. */
export function bookingRoutes({ settings }: Pick<ServerParts, 'settings'>): OpenAPIHono<AppEnv> {
  const routes = newRoutes();
  const body = jsonBody(settings);

  routes.openapi(
    createRoute({
      method: 'get',
      path,
      tags,
      operationId: 'listBookings',
      summary: 'List bookings',
      request: { query: bookingQuery(settings.timeZone) },
      responses: {
        200: answer('A page of bookings', { schema: bookingPage, example: page, xml: toXml('bookings', page) }),
        ...problems(),
      },
    }),
    async (c) => {
      const query = c.req.valid('query');
      const statuses = statusesOf(query);
      const found: Page<Enrollment> =
        statuses?.length === 0
          ? { items: [], total: 0 }
          : await c.get('backend').listEnrollments(enrollmentQuery(query, statuses), { signal: c.req.raw.signal });
      const items = found.items.map(toWireBooking);
      return respond(c, { root: 'bookings', body: { items, total: found.total, ...pagingOf(query) } });
    },
  );

  routes.openapi(
    createRoute({
      method: 'post',
      path,
      tags,
      operationId: 'createBooking',
      summary: 'Accept a booking',
      description: 'It becomes `enrolled`, or what its dates make of it.',
      middleware: [body] as const,
      parameters: WRITE_HEADERS,
      request: {
        query: recordQuery,
        body: { required: true, content: { 'application/json': { schema: newBooking, example: NEW_BOOKING } } },
      },
      responses: {
        201: answer('The booking', { schema: booking, example: EXAMPLE_BOOKING, headers: CREATED_HEADERS }),
        ...problems('forbidden', 'conflict', 'unsupported-media-type'),
      },
    }),
    async (c) => {
      const input = toCamelKeys(c.req.valid('json')) as NewEnrollment;
      const made = await c.get('backend').createEnrollment(input, writeOptions(c));
      const headers = { Location: `${settings.basePath}${path}/${encodeURIComponent(made.id)}` };
      return respondBooking(c, made, { status: 201, headers });
    },
    (result) => {
      if (result.success) return;
      if (result.target !== 'json') throw invalidWire(result.error, sentIn(result));
      throw invalidInput(result.error, sentIn(result), (input) => checkInput('createEnrollment', input));
    },
  );

  routes.openapi(
    createRoute({
      method: 'get',
      path: onePath,
      tags,
      operationId: 'getBooking',
      summary: 'Read a booking',
      description: 'With every rule applied that is due by now.',
      request: { params, query: recordQuery },
      responses: { 200: one, 304: { description: 'As you have it already' }, ...problems() },
    }),
    async (c) =>
      respondBooking(c, await c.get('backend').getEnrollment(c.req.valid('param').id, { signal: c.req.raw.signal })),
  );

  routes.openapi(
    createRoute({
      method: 'patch',
      path: onePath,
      tags,
      operationId: 'changeBooking',
      summary: 'Change the participation status, or the dates',
      description: 'One of the two: each is a change of its own. A date that is not named stays.',
      middleware: [body] as const,
      parameters: VERSIONED_HEADERS,
      request: {
        params,
        query: recordQuery,
        body: {
          required: true,
          content: {
            'application/json': {
              schema: bookingPatch,
              examples: {
                status: { summary: 'By hand', value: { participation_status: 'did not pass' } },
                dates: { summary: 'The course ends later', value: { end_date: '2026-10-03' } },
              },
            },
          },
        },
      },
      responses: { 200: one, ...problems('forbidden', 'conflict', 'unsupported-media-type') },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { participation_status: status, ...dates } = c.req.valid('json');
      if ((status === undefined) === (Object.keys(dates).length === 0)) throw badRequest('one-change-at-a-time', '');
      const backend = c.get('backend');
      const options = versionedOptions(c);
      return respondBooking(
        c,
        status === undefined
          ? await backend.moveDates(id, toCamelKeys(dates) as EnrollmentDates, options)
          : await backend.changeStatus(id, statusOf(status, 'participation_status'), options),
      );
    },
  );

  routes.openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/cancel`,
      tags,
      operationId: 'cancelBooking',
      summary: 'Cancel a booking',
      description: 'Final. Cancelling again changes nothing.',
      middleware: [jsonBody(settings, { optional: true })] as const,
      parameters: VERSIONED_HEADERS,
      request: { params, query: recordQuery, body: noBody },
      responses: { 200: one, ...problems('forbidden', 'conflict') },
    }),
    async (c) =>
      respondBooking(c, await c.get('backend').cancelEnrollment(c.req.valid('param').id, versionedOptions(c))),
  );

  routes.openapi(
    createRoute({
      method: 'get',
      path: `${onePath}/history`,
      tags,
      operationId: 'getBookingHistory',
      summary: 'Read how the participation status came to be',
      description: 'All of it, oldest first: who or which rule changed it, and when.',
      request: { params, query: recordQuery },
      responses: {
        200: answer('The changes', {
          schema: statusChangePage,
          example: { items: EXAMPLE_BOOKING.history, total: 1, size: 1, offset: 0 },
        }),
        ...problems(),
      },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { history } = toWireBooking(await c.get('backend').getEnrollment(id, { signal: c.req.raw.signal }));
      const { length } = history;
      return respond(c, { root: 'history', body: { items: history, total: length, size: length, offset: 0 } });
    },
  );

  return routes;
}

const NEW_BOOKING = {
  product_id: 'prince2',
  starting_date_id: 'autumn',
  participant: { name: 'Ada de Boer', email: 'ada@example.nl', employer_id: 'acme' },
};

/** Answers a booking as it is now. */
export function respondBooking(
  c: Context<AppEnv>,
  enrollment: Enrollment,
  more: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  const body = toWireBooking(enrollment);
  return respondRecord(c, { root: 'booking', body, etag: bookingEtag(body), ...more });
}
