import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { EXAMPLE_BOOKING } from '../bookings/booking-example.js';
import { booking } from '../bookings/booking-schemas.js';
import { respondBooking } from '../bookings/respond-booking.js';
import { inUploadTurn } from '../files/at-most.js';
import { fileResponse } from '../files/send-file.js';
import type { AppEnv } from '../http/app-env.js';
import { answer, BINARY, ETAG_HEADER, fileAnswer, idOf, problems, VERSIONED_HEADERS } from '../http/operation.js';
import { badRequest } from '../http/problem.js';
import { readOptions, versionedOptions } from '../http/request/call-options.js';
import { isJson } from '../http/request/json-body.js';
import { parseJson } from '../http/request/parse-json.js';
import { parseWire } from '../http/request/parse-wire.js';
import { recordQuery } from '../http/request/query-fields.js';
import { mediaTypeOf, readText, unsupportedType } from '../http/request/read-body.js';
import { isSpooled, readForm, type Form } from '../http/request/read-form.js';
import { route, routesOf, type Route } from '../http/route.js';
import type { ServerParts } from '../parts/server-parts.js';
import { expectInvoicing, openInvoice } from './open-invoice.js';

const path = '/bookings/{id}/invoice';
const tags = ['Bookings'];
const params = idOf('b-1001');
const MAX_JSON_BYTES = 1024;

/** `/bookings/:id/invoice`: that it was uploaded, and the invoice itself. */
export function invoiceRoutes(parts: ServerParts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [uploadInvoice, downloadInvoice]);
}

function uploadInvoice(parts: ServerParts): Route {
  return route(
    {
      method: 'post',
      path,
      tags,
      operationId: 'uploadInvoice',
      summary: 'Upload an invoice, or record that it was uploaded elsewhere',
      description:
        'Send no body or `{}` to only record that there is an invoice. Send a form to store the PDF as well. The booking ' +
        'is completed now if its end date has passed, or else on the day after it.',
      parameters: VERSIONED_HEADERS,
      request: {
        params,
        query: recordQuery,
        body: {
          content: {
            'application/json': { schema: { type: 'object' as const, additionalProperties: false }, example: {} },
            'multipart/form-data': {
              schema: {
                type: 'object' as const,
                properties: { file_name: { type: 'string' as const }, file: BINARY },
                required: ['file'],
              },
            },
          },
        },
      },
      responses: {
        200: answer('The booking', {
          schema: booking,
          example: { ...EXAMPLE_BOOKING, invoice_uploaded_at: '2026-08-21T09:00:00.000Z', version: 2 },
          headers: ETAG_HEADER,
        }),
        ...problems('forbidden', 'conflict', 'too-large', 'unsupported-media-type', 'storage-full'),
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      // Before anything is read: who may not do this sends no file.
      const before = await c.get('backend').getEnrollment(id, readOptions(c));
      expectInvoicing(c.get('actor'), before);
      const type = mediaTypeOf(c);
      if (type !== 'multipart/form-data') {
        await expectNoBody(c, type, parts);
        return respondBooking(c, await c.get('backend').recordInvoice(id, versionedOptions(c)));
      }
      const form = await readForm(c, parts, { maxItems: 1 });
      try {
        return await storeInvoice(c, id, form);
      } finally {
        await form.discard();
      }
    },
  );
}

function downloadInvoice(parts: ServerParts): Route {
  return route(
    {
      method: 'get',
      path,
      tags,
      operationId: 'downloadInvoice',
      summary: 'Download the latest invoice',
      description: 'Only for the provider.',
      request: { params, query: recordQuery },
      responses: {
        ...fileAnswer('application/pdf'),
        ...problems('forbidden'),
      },
    },
    async (c) => {
      const enrollment = await c.get('backend').getEnrollment(c.req.valid('param').id, readOptions(c));
      expectInvoicing(c.get('actor'), enrollment);
      const { content, name, mediaType, sha256 } = await openInvoice(parts, enrollment);
      return fileResponse(content, { request: c.req.raw, fileName: name, mediaType, sha256 });
    },
  );
}

async function storeInvoice(c: Context<AppEnv>, id: string, form: Form): Promise<Response> {
  for (const name of form.fields.keys()) {
    if (name !== 'file_name') throw badRequest('unknown-field', name, { field: name });
  }
  for (const name of form.files.keys()) if (name !== 'file') throw badRequest('unknown-field', name, { field: name });
  const file = form.files.get('file');
  if (!file) throw badRequest('file-required', 'file');
  if (!isSpooled(file)) throw file;
  const name = form.fields.get('file_name');
  // On the file itself: the store takes over this object only.
  const named = name === undefined ? file : Object.assign(file, { name });
  const upload = () => c.get('backend').uploadInvoice(id, named, versionedOptions(c));
  return respondBooking(c, await inUploadTurn(upload, c.get('actor').providerId));
}

async function expectNoBody(c: Context<AppEnv>, type: string, { settings }: ServerParts): Promise<void> {
  if (type !== '' && !isJson(type)) throw unsupportedType('application/json', 'multipart/form-data');
  const text = await readText(c, { maxBytes: MAX_JSON_BYTES, timeoutMs: settings.requestTimeoutMs });
  if (text !== '') parseWire(z.strictObject({}), parseJson(text));
}
