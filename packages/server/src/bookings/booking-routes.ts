import type { OpenAPIHono } from '@hono/zod-openapi';
import { checkInput, type Enrollment, type Page } from '@enrollkit/core';
import { fromWireNewBooking, toWireBooking, type WireNewBooking } from '@enrollkit/core/wire';
import type { AppEnv } from '../http/app-env.js';
import {
  CREATED_HEADERS,
  ETAG_HEADER,
  NOT_MODIFIED,
  VERSIONED_HEADERS,
  WRITE_HEADERS,
  answer,
  examplePage,
  idOf,
  jsonOf,
  problems,
} from '../http/operation.js';
import { readOptions, versionedOptions, writeOptions } from '../http/request/call-options.js';
import { recordQuery } from '../http/request/query-fields.js';
import { respond, respondPage, wholePage } from '../http/respond.js';
import { route, routesOf, type Route } from '../http/route.js';
import { toXml } from '../http/to-xml.js';
import { EXAMPLE_BOOKING } from './booking-example.js';
import { changeOf } from './booking-change.js';
import { bookingQuery, enrollmentQuery, statusesOf } from './booking-query.js';
import { changeBookings, type ChangeManyParts } from './change-bookings-route.js';
import { booking, bookingPage, bookingPatch, newBooking, statusChangePage } from './booking-schemas.js';
import { downloadBookings } from './download-bookings-route.js';
import { respondBooking } from './respond-booking.js';

const path = '/bookings';
const onePath = `${path}/{id}`;
const tags = ['Bookings'];
const params = idOf('b-1001');
const page = examplePage(EXAMPLE_BOOKING);
const one = answer('The booking', {
  schema: booking,
  example: EXAMPLE_BOOKING,
  xml: toXml('booking', EXAMPLE_BOOKING),
  headers: ETAG_HEADER,
});

type Parts = ChangeManyParts;

/** `/bookings`: enrollments, in the words of the API. */
export function bookingRoutes(parts: Parts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [
    listBookings,
    downloadBookings,
    createBooking,
    changeBookings,
    getBooking,
    changeBooking,
    getBookingHistory,
  ]);
}

function listBookings({ settings }: Parts): Route {
  return route(
    {
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
    },
    async (c) => {
      const query = c.req.valid('query');
      const statuses = statusesOf(query);
      const found: Page<Enrollment> =
        statuses?.length === 0
          ? { items: [], total: 0 }
          : await c.get('backend').listEnrollments(enrollmentQuery(query, statuses), readOptions(c));
      const paging = { ...query, size: query.size ?? query.ids?.length };
      return respondPage(c, { ...found, root: 'bookings', items: found.items.map(toWireBooking) }, paging);
    },
  );
}

function createBooking({ settings }: Parts): Route {
  return route(
    {
      method: 'post',
      path,
      tags,
      operationId: 'createBooking',
      summary: 'Create a booking',
      description:
        'The booking is accepted right away, unless the price is on request or you set `request`. Its participation status ' +
        'becomes `enrolled`, or a later one if its dates have passed. The price is kept as it is now.',
      parameters: WRITE_HEADERS,
      request: {
        query: recordQuery,
        body: jsonOf(newBooking, NEW_BOOKING),
      },
      responses: {
        201: answer('The booking', { schema: booking, example: EXAMPLE_BOOKING, headers: CREATED_HEADERS }),
        ...problems('forbidden', 'conflict', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const input = fromWireNewBooking(c.req.valid('json') as WireNewBooking);
      const made = await c.get('backend').createEnrollment(input, writeOptions(c));
      const headers = { Location: `${settings.basePath}${path}/${encodeURIComponent(made.id)}` };
      return respondBooking(c, made, { status: 201, headers });
    },
    (input) => checkInput('createEnrollment', input),
  );
}

function getBooking(): Route {
  return route(
    {
      method: 'get',
      path: onePath,
      tags,
      operationId: 'getBooking',
      summary: 'Read a booking',
      description: 'The status is up to date: every rule that is due has been applied.',
      request: { params, query: recordQuery },
      responses: { 200: one, 304: NOT_MODIFIED, ...problems() },
    },
    async (c) => respondBooking(c, await c.get('backend').getEnrollment(c.req.valid('param').id, readOptions(c))),
  );
}

function changeBooking(): Route {
  return route(
    {
      method: 'patch',
      path: onePath,
      tags,
      operationId: 'changeBooking',
      summary: 'Change the status, the dates, the start, or who takes part',
      description:
        'One of them at a time: each is a change of its own. Dates and details that you leave out stay as they are; what ' +
        'you correct is kept in `corrections`, and certificates go along with the person.',
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
                status: { summary: 'Set the status', value: { participation_status: 'did not pass' } },
                dates: { summary: 'Move the end date', value: { end_date: '2026-10-03' } },
                person: {
                  summary: 'Correct a name',
                  value: { participant: { name: 'Jan Janssen' }, note: 'Typefout' },
                },
              },
            },
          },
        },
      },
      responses: { 200: one, ...problems('forbidden', 'conflict', 'unsupported-media-type') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const change = changeOf(c.req.valid('json'));
      return respondBooking(c, await change(c.get('backend'), id, versionedOptions(c)));
    },
  );
}

function getBookingHistory(): Route {
  return route(
    {
      method: 'get',
      path: `${onePath}/history`,
      tags,
      operationId: 'getBookingHistory',
      summary: 'Read the history of the participation status',
      description: 'Every change, oldest first: when it happened, and which person or rule made it.',
      request: { params, query: recordQuery },
      responses: {
        200: answer('The changes', {
          schema: statusChangePage,
          example: wholePage(EXAMPLE_BOOKING.history),
        }),
        ...problems(),
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { history } = toWireBooking(await c.get('backend').getEnrollment(id, readOptions(c)));
      return respond(c, { root: 'history', body: wholePage(history) });
    },
  );
}

const NEW_BOOKING = {
  product_id: 'prince2',
  starting_date_id: 'autumn',
  participant: { name: 'Ada de Boer', email: 'ada@example.nl', employer_id: 'acme' },
};
