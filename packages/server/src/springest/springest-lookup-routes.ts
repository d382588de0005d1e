import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { EnrollkitError, type Enrollment } from '@enrollkit/core';
import { toWireBooking } from '@enrollkit/core/wire';
import { bookingFilters, enrollmentQuery, statusesOf } from '../bookings/booking-query.js';
import type { AppEnv } from '../http/app-env.js';
import { readOptions } from '../http/request/call-options.js';
import { sentOnly } from '../http/request/query-fields.js';
import { route, routesOf, type Route } from '../http/route.js';
import { askingProvider } from './asking-provider.js';
import { numberOf } from './record-numbers.js';
import { respondCompatibly } from './respond.js';
import { compatibleAnswer, PAGING, refusals, SHARED } from './springest-operation.js';
import type { SpringestParts } from './springest-parts.js';
import { numberedBooking, numberedCertification, numberedPage } from './springest-schemas.js';

type NumberedBooking = z.output<typeof numberedBooking>;

const EXAMPLE_BOOKING: NumberedBooking = {
  id: 1,
  status: 'accepted',
  participation_status: 'enrolled',
  created_at: '2026-08-20T10:00:00.000Z',
  updated_at: '2026-08-20T10:00:00.000Z',
  user: { email: 'jan@example.nl', external_id: 'emp-17' },
};

/** Where clients of the marketplace's API find the numbers that uploads name: of certifications and bookings. */
export function springestLookupRoutes(parts: SpringestParts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [listCertifications, listBookings, getBooking]);
}

function listCertifications({ numbers }: SpringestParts): Route {
  return route(
    {
      ...SHARED,
      method: 'get',
      path: '/springest/certifications',
      operationId: 'listSpringestCertifications',
      summary: 'List certifications with their numbers',
      request: { query: z.object(PAGING) },
      responses: {
        200: compatibleAnswer('A page of certifications', {
          schema: numberedPage('certifications', numberedCertification),
          example: {
            meta: { results: 1, offset: 0 },
            certifications: [
              { id: 1, name: 'PRINCE2 Foundation', description: null, requires_valid_until: false, verified: true },
            ],
          },
          root: 'response',
        }),
        ...refusals(),
      },
    },
    async (c) => {
      const providerId = askingProvider(c);
      const { size, offset } = c.req.valid('query');
      const { items, total } = await c.get('backend').listCertifications(sentOnly({ size, offset }), readOptions(c));
      const given = await numbers.of(
        { providerId, kind: 'certification' },
        items.map(({ id }) => id),
      );
      const certifications = items.map(({ id, name, description = null, requiresValidUntil, verified }) => ({
        id: given.get(id) ?? 0,
        name,
        description,
        requires_valid_until: requiresValidUntil,
        verified,
      }));
      const body = { meta: { results: total, offset: offset ?? 0 }, certifications };
      return respondCompatibly(c, { root: 'response', body });
    },
  );
}

function listBookings({ settings, numbers }: SpringestParts): Route {
  const { created_at, updated_at, external_id, status, participation_status } = bookingFilters(settings.timeZone).shape;
  return route(
    {
      ...SHARED,
      method: 'get',
      path: '/springest/bookings',
      operationId: 'listSpringestBookings',
      summary: 'List bookings with their numbers',
      request: {
        query: z.object({ ...PAGING, created_at, updated_at, external_id, status, participation_status }),
      },
      responses: {
        200: compatibleAnswer('A page of bookings', {
          schema: numberedPage('bookings', numberedBooking),
          example: { meta: { results: 1, offset: 0 }, bookings: [EXAMPLE_BOOKING] },
          root: 'response',
        }),
        ...refusals(),
      },
    },
    async (c) => {
      const providerId = askingProvider(c);
      const query = c.req.valid('query');
      const asked = enrollmentQuery(query, statusesOf(query));
      const { items, total } = await c.get('backend').listEnrollments(asked, readOptions(c));
      const given = await numbers.of(
        { providerId, kind: 'booking' },
        items.map(({ id }) => id),
      );
      const bookings = items.map((item) => toNumberedBooking(item, given.get(item.id) ?? 0));
      return respondCompatibly(c, {
        root: 'response',
        body: { meta: { results: total, offset: query.offset ?? 0 }, bookings },
      });
    },
  );
}

function getBooking({ numbers }: SpringestParts): Route {
  return route(
    {
      ...SHARED,
      method: 'get',
      path: '/springest/bookings/{id}',
      operationId: 'getSpringestBooking',
      summary: 'Read a booking by its number',
      request: { params: z.object({ id: z.string().openapi({ example: '1' }) }) },
      responses: {
        200: compatibleAnswer('The booking', { schema: numberedBooking, example: EXAMPLE_BOOKING, root: 'booking' }),
        ...refusals(),
      },
    },
    async (c) => {
      const providerId = askingProvider(c);
      const number = numberOf(c.req.valid('param').id) ?? 0;
      const id = (await numbers.idsOf({ providerId, kind: 'booking' }, [number])).get(number);
      if (id === undefined) throw new EnrollkitError('not-found', 'No booking has this number');
      const found = await c.get('backend').getEnrollment(id, readOptions(c));
      return respondCompatibly(c, { root: 'booking', body: toNumberedBooking(found, number) });
    },
  );
}

function toNumberedBooking(enrollment: Enrollment, id: number): NumberedBooking {
  const { status, participation_status, created_at = null, updated_at = null, participant } = toWireBooking(enrollment);
  const { email, external_id = null } = participant;
  return { id, status, participation_status, created_at, updated_at, user: { email, external_id } };
}
