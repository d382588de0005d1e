import { enrollmentCsvHeading, enrollmentCsvRow, type Enrollment } from '@enrollkit/core';
import { problems } from '../http/operation.js';
import { readOptions } from '../http/request/call-options.js';
import { route, type Route } from '../http/route.js';
import type { ServerParts } from '../parts/server-parts.js';
import { bookingFilters, enrollmentQuery, statusesOf } from './booking-query.js';

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
        'Takes the filters and the order of `GET /bookings`, and sends all that they find: each booking once, in the order ' +
        'at the beginning, whatever changes meanwhile. What would be a formula in a spreadsheet is text: it has a `’` before it.',
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
      const { size: _, ...asked } = enrollmentQuery(query, statusesOf(query));
      const slices = c.get('backend').exportEnrollments(asked, readOptions(c))[Symbol.asyncIterator]();
      // Before anything is sent, so that a refusal is one.
      const first = await slices.next();
      return c.body(ReadableStream.from(csvOf(first, slices)).pipeThrough(new TextEncoderStream()), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="bookings.csv"',
        'Cache-Control': 'private, no-store',
      });
    },
  );
}

/** What is sent has left memory before the next slice is read. */
async function* csvOf(
  first: IteratorResult<readonly Enrollment[]>,
  slices: AsyncIterator<readonly Enrollment[]>,
): AsyncGenerator<string, void, undefined> {
  yield enrollmentCsvHeading();
  for (let slice = first; !slice.done; slice = await slices.next()) {
    yield slice.value.map((enrollment) => enrollmentCsvRow(enrollment)).join('');
  }
}
