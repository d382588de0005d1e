import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../http/app-env.js';
import { ETAG_HEADER, VERSIONED_HEADERS, answer, idOf, jsonOf, problems } from '../http/operation.js';
import { versionedOptions } from '../http/request/call-options.js';
import { sentOnly, recordQuery } from '../http/request/query-fields.js';
import { route, routesOf, type Route } from '../http/route.js';
import { toXml } from '../http/to-xml.js';
import type { ServerParts } from '../parts/server-parts.js';
import { EXAMPLE_BOOKING } from './booking-example.js';
import { booking, bookingAcceptance, bookingNote, withdrawal } from './booking-schemas.js';
import { respondBooking } from './respond-booking.js';

const onePath = '/bookings/{id}';
const tags = ['Bookings'];
const params = idOf('b-1001');
/** A request, where the documentation's examples are tried. */
const request = idOf('b-1003');
const one = answer('The booking', {
  schema: booking,
  example: EXAMPLE_BOOKING,
  xml: toXml('booking', EXAMPLE_BOOKING),
  headers: ETAG_HEADER,
});
const responses = { 200: one, ...problems('forbidden', 'conflict') };

/** What becomes of a booking: accepted, declined, withdrawn, cancelled. */
export function bookingDecisionRoutes(parts: Pick<ServerParts, 'settings'>): OpenAPIHono<AppEnv> {
  return routesOf(parts, [acceptBooking, declineBooking, withdrawBooking, cancelBooking]);
}

function acceptBooking(): Route {
  return route(
    {
      method: 'post',
      path: `${onePath}/accept`,
      tags,
      operationId: 'acceptBooking',
      summary: 'Accept a request',
      description:
        'The participant becomes `enrolled`. A request holds its seat from the start; one that was declined needs a free one again.',
      parameters: VERSIONED_HEADERS,
      request: { params: request, query: recordQuery, body: maybe(bookingAcceptance, {}) },
      responses,
    },
    async (c) => {
      const options = { ...sentOnly(c.req.valid('json')), ...versionedOptions(c) };
      return respondBooking(c, await c.get('backend').acceptEnrollment(c.req.valid('param').id, options));
    },
  );
}

function declineBooking(): Route {
  return route(
    {
      method: 'post',
      path: `${onePath}/decline`,
      tags,
      operationId: 'declineBooking',
      summary: 'Decline a request',
      description:
        'The note is kept with the booking, for whoever may read it. A booking that was accepted is cancelled instead.',
      parameters: VERSIONED_HEADERS,
      request: { params: request, query: recordQuery, body: maybe(bookingNote, { note: 'De groep is vol.' }) },
      responses,
    },
    async (c) => {
      const options = { ...sentOnly(c.req.valid('json')), ...versionedOptions(c) };
      return respondBooking(c, await c.get('backend').declineEnrollment(c.req.valid('param').id, options));
    },
  );
}

function withdrawBooking(): Route {
  return route(
    {
      method: 'post',
      path: `${onePath}/withdraw`,
      tags,
      operationId: 'withdrawBooking',
      summary: 'Withdraw from a booking',
      description:
        'For consumers, until 14 days after the day of the contract (Directive 2023/2673). A request that nobody accepted can be taken back at any time.',
      parameters: VERSIONED_HEADERS,
      request: {
        params: request,
        query: recordQuery,
        body: jsonOf(withdrawal, { name: 'Jan Jansen', email: 'jan@example.nl' }),
      },
      responses: { 200: one, ...problems('forbidden', 'conflict', 'unsupported-media-type') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      return respondBooking(c, await c.get('backend').withdrawEnrollment(id, c.req.valid('json'), versionedOptions(c)));
    },
  );
}

function cancelBooking(): Route {
  return route(
    {
      method: 'post',
      path: `${onePath}/cancel`,
      tags,
      operationId: 'cancelBooking',
      summary: 'Cancel a booking',
      description: 'This can’t be undone. Cancelling a second time changes nothing.',
      parameters: VERSIONED_HEADERS,
      request: { params, query: recordQuery, body: maybe(bookingNote, {}) },
      responses,
    },
    async (c) => {
      const options = { ...sentOnly(c.req.valid('json')), ...versionedOptions(c) };
      return respondBooking(c, await c.get('backend').cancelEnrollment(c.req.valid('param').id, options));
    },
  );
}

/** A body that may be left out: nothing is said then. */
function maybe<Schema extends z.ZodType>(schema: Schema, example: unknown) {
  return { content: { 'application/json': { schema, example } } } as const;
}
