import {
  enrollmentCsvHeading,
  enrollmentCsvRow,
  type Backend,
  type EnrollmentQuery,
  type Page,
  type Enrollment,
} from '@enrollkit/core';
import { problems } from '../http/operation.js';
import { readOptions } from '../http/request/call-options.js';
import { route, type Route } from '../http/route.js';
import type { ServerParts } from '../parts/server-parts.js';
import { bookingFilters, enrollmentQuery, statusesOf } from './booking-query.js';

/** Read at a time: what is sent has left memory before the next one is read. */
const PAGE_SIZE = 500;

/** `GET /bookings.csv`: all that a list finds, row by row. */
export function downloadBookings({ settings }: Pick<ServerParts, 'settings'>): Route {
  return route(
    {
      method: 'get',
      path: '/bookings.csv',
      tags: ['Bookings'],
      operationId: 'downloadBookings',
      summary: 'Download bookings for a spreadsheet',
      description:
        'Takes the filters and the order of `GET /bookings`, and sends all that they find. What would be a formula in a ' +
        'spreadsheet is text: it has a `’` before it.',
      request: { query: bookingFilters(settings.timeZone) },
      responses: {
        200: {
          description: 'The bookings as CSV, encoded in UTF-8',
          content: { 'text/csv': { schema: { type: 'string' } } },
        },
        ...problems(),
      },
    },
    async (c) => {
      const query = c.req.valid('query');
      const statuses = statusesOf(query);
      const backend = c.get('backend');
      const asked = { ...enrollmentQuery(query, statuses), size: PAGE_SIZE };
      const read = (more: EnrollmentQuery) => backend.listEnrollments({ ...asked, ...more }, readOptions(c));
      // Before anything is sent, so that a refusal is one.
      const first = statuses?.length === 0 ? { items: [], total: 0 } : await read({});
      return c.body(ReadableStream.from(csvOf(first, read)).pipeThrough(new TextEncoderStream()), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="bookings.csv"',
        'Cache-Control': 'private, no-store',
      });
    },
  );
}

type Read = (more: EnrollmentQuery) => ReturnType<Backend['listEnrollments']>;

async function* csvOf(first: Page<Enrollment>, read: Read): AsyncGenerator<string, void, undefined> {
  yield enrollmentCsvHeading();
  for (let page = first; ;) {
    if (page.items.length > 0) yield page.items.map((enrollment) => enrollmentCsvRow(enrollment)).join('');
    const last = page.items.at(-1);
    if (!last || page.items.length < PAGE_SIZE) return;
    page = await read({ afterId: last.id });
  }
}
