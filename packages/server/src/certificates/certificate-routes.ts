import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { certificateFileName } from '@enrollkit/core';
import { toWireCertificate } from '@enrollkit/core/wire';
import { fileResponse } from '../files/send-file.js';
import type { AppEnv } from '../http/app-env.js';
import {
  ETAG_HEADER,
  NOT_MODIFIED,
  VERSIONED_HEADERS,
  answer,
  examplePage,
  fileAnswer,
  idOf,
  problems,
} from '../http/operation.js';
import { readOptions, versionedOptions } from '../http/request/call-options.js';
import {
  afterProvider,
  continueAfter,
  emailFilter,
  momentOrDay,
  paging,
  sentOnly,
  recordQuery,
} from '../http/request/query-fields.js';
import { day } from '../http/schemas/fields.js';
import { respondPage } from '../http/respond.js';
import { route, routesOf, todayOf, type Route } from '../http/route.js';
import { toXml } from '../http/to-xml.js';
import type { ServerParts } from '../parts/server-parts.js';
import { EXAMPLE_CERTIFICATE } from './certificate-example.js';
import { certificate, certificatePage } from './certificate-schemas.js';
import { respondCertificate } from './respond-certificate.js';

const path = '/certificates';
const onePath = `${path}/{id}`;
const tags = ['Certificates'];
const params = idOf('c-1001');
const page = examplePage(EXAMPLE_CERTIFICATE);

type Parts = Pick<ServerParts, 'settings' | 'clock'>;

/** `/certificates`: reading and removing them. Sending them is {@link certificateUploadRoutes}' part. */
export function certificateRoutes(parts: Parts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [listCertificates, getCertificate, removeCertificate, downloadCertificate]);
}

function listCertificates(parts: Parts): Route {
  const { settings } = parts;
  return route(
    {
      method: 'get',
      path,
      tags,
      operationId: 'listCertificates',
      summary: 'List certificates',
      description:
        'Lists the certificates that you may see. Participants and employers see a certificate once its certification is ' +
        'verified. Also available at /users/certificates, and with .json or .xml at the end of the path.',
      request: { query: certificateQuery(settings.timeZone) },
      responses: {
        200: answer('A page of certificates', {
          schema: certificatePage,
          example: page,
          xml: toXml('certificates', page),
        }),
        ...problems(),
      },
    },
    async (c) => {
      const query = c.req.valid('query');
      const { size, offset, email, certification_id, created_from, booking_id } = query;
      const asked = sentOnly({
        size,
        offset,
        email,
        certificationId: certification_id,
        sha256: query.sha256,
        createdFrom: created_from,
        enrollmentId: booking_id,
        search: query.search,
        expiresFrom: query.expires_from,
        expiresBefore: query.expires_before,
        isVerified: query.is_verified === undefined ? undefined : query.is_verified === 'true',
        orderBy: query.order_by,
        afterId: query.after_id,
        afterProviderId: query.after_provider_id,
      });
      const page = await c.get('backend').listCertificates(asked, readOptions(c));
      const today = todayOf(parts);
      const items = page.items.map((item) => toWireCertificate(item, today));
      return respondPage(c, { ...page, root: 'certificates', items }, { size, offset });
    },
  );
}

function getCertificate(parts: Parts): Route {
  return route(
    {
      method: 'get',
      path: onePath,
      tags,
      operationId: 'getCertificate',
      summary: 'Read a certificate',
      request: { params, query: recordQuery },
      responses: {
        200: answer('The certificate', {
          schema: certificate,
          example: EXAMPLE_CERTIFICATE,
          xml: toXml('certificate', EXAMPLE_CERTIFICATE),
          headers: ETAG_HEADER,
        }),
        304: NOT_MODIFIED,
        ...problems(),
      },
    },
    async (c) => {
      const found = await c.get('backend').getCertificate(c.req.valid('param').id, readOptions(c));
      return respondCertificate(c, found, { today: todayOf(parts) });
    },
  );
}

function removeCertificate(): Route {
  return route(
    {
      method: 'delete',
      path: onePath,
      tags,
      operationId: 'removeCertificate',
      summary: 'Remove a certificate and its file',
      description: 'The booking keeps its status and history.',
      parameters: VERSIONED_HEADERS,
      request: { params, query: recordQuery },
      responses: { 204: { description: 'The certificate was removed' }, ...problems('forbidden', 'conflict') },
    },
    async (c) => {
      await c.get('backend').removeCertificate(c.req.valid('param').id, versionedOptions(c));
      return c.body(null, 204);
    },
  );
}

function downloadCertificate(): Route {
  return route(
    {
      method: 'get',
      path: `${onePath}/file`,
      tags,
      operationId: 'downloadCertificate',
      summary: 'Download the file',
      description:
        'The file is sent as a download, never to be displayed in a page. Supports `Range` and `If-None-Match`.',
      request: { params, query: recordQuery },
      responses: {
        ...fileAnswer('*/*'),
        ...problems(),
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const backend = c.get('backend');
      const options = readOptions(c);
      const { file } = await backend.getCertificate(id, options);
      const content = await backend.openCertificateFile(id, options);
      return fileResponse(content, {
        request: c.req.raw,
        fileName: certificateFileName(file),
        mediaType: file.mediaType,
        sha256: file.sha256,
      });
    },
  );
}

function certificateQuery(timeZone: string) {
  const text = z.string().optional();
  return z.strictObject({
    ...paging,
    email: emailFilter('The participant’s email address, in upper or lower case.'),
    certification_id: text.openapi({ example: 'prince2-foundation' }),
    sha256: text.openapi({
      description: 'Of exactly these bytes, in lower-case hexadecimal.',
      example: EXAMPLE_CERTIFICATE.file.sha256,
    }),
    created_from: momentOrDay(timeZone, 'Uploaded at this time or later.'),
    booking_id: text.openapi({ example: 'b-1001' }),
    search: text.openapi({ description: 'Whose they are, as `search` of `GET /bookings`.', example: 'smit anna' }),
    expires_from: day.optional().openapi({ description: 'Valid until this day or later.' }),
    expires_before: day.optional().openapi({ description: 'Valid until a day before this one.' }),
    is_verified: z
      .enum(['true', 'false'])
      .optional()
      .openapi({ description: 'Only certificates whose certification is verified (`true`), or only the others.' }),
    order_by: z.enum(['expires', '-expires']).optional().openapi({
      description:
        'By expiry, earliest or latest first; what never expires counts as latest. By id if you leave it out.',
    }),
    after_id: continueAfter('certificate'),
    after_provider_id: afterProvider,
  });
}
