import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Certification, NewCertification } from '@enrollkit/core';
import { toCamelKeys, toSnakeKeys } from '@enrollkit/core/wire';
import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { etagOf, respondRecord } from '../http/etag.js';
import {
  ETAG_HEADER,
  NO_BODY,
  VERSIONED_HEADERS,
  WRITE_HEADERS,
  answer,
  examplePage,
  idOf,
  jsonOf,
  problems,
} from '../http/operation.js';
import { readOptions, versionedOptions, writeOptions } from '../http/request/call-options.js';
import { paging, present, recordQuery } from '../http/request/query-fields.js';
import { respondPage } from '../http/respond.js';
import { route, routesOf, type Route } from '../http/route.js';
import { toXml } from '../http/to-xml.js';
import type { ServerParts } from '../parts/server-parts.js';
import { EXAMPLE_CERTIFICATION } from './certification-example.js';
import { certification, certificationPage, newCertification } from './certification-schemas.js';

const path = '/certifications';
const tags = ['Certifications'];
const page = examplePage(EXAMPLE_CERTIFICATION);
const query = z.strictObject({
  ...paging,
  product_id: z
    .string()
    .optional()
    .openapi({ description: 'Only certifications that this product leads to.', example: 'prince2' }),
});

/** `/certifications`: what courses lead to. */
export function certificationRoutes(parts: Pick<ServerParts, 'settings'>): OpenAPIHono<AppEnv> {
  return routesOf(parts, [listCertifications, createCertification, verifyCertification]);
}

function listCertifications(): Route {
  return route(
    {
      method: 'get',
      path,
      tags,
      operationId: 'listCertifications',
      summary: 'List certifications',
      request: { query },
      responses: {
        200: answer('A page of certifications', {
          schema: certificationPage,
          example: page,
          xml: toXml('certifications', page),
        }),
        ...problems(),
      },
    },
    async (c) => {
      const { size, offset, product_id: productId } = c.req.valid('query');
      const asked = present({ size, offset, productId });
      const { items, total } = await c.get('backend').listCertifications(asked, readOptions(c));
      return respondPage(c, { root: 'certifications', items: toSnakeKeys(items), total }, { size, offset });
    },
  );
}

function createCertification(): Route {
  return route(
    {
      method: 'post',
      path,
      tags,
      operationId: 'createCertification',
      summary: 'Create a certification',
      description: 'Participants and employers see its certificates after platform staff have verified it.',
      parameters: WRITE_HEADERS,
      request: {
        query: recordQuery,
        body: jsonOf(newCertification, { name: 'PRINCE2 Practitioner', requires_valid_until: true }),
      },
      responses: {
        201: answer('The certification', {
          schema: certification,
          example: { ...EXAMPLE_CERTIFICATION, verified: false, version: 1 },
          headers: ETAG_HEADER,
        }),
        ...problems('forbidden', 'conflict', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const input = toCamelKeys(c.req.valid('json')) as NewCertification;
      return respondCertification(c, await c.get('backend').createCertification(input, writeOptions(c)), 201);
    },
  );
}

function verifyCertification(): Route {
  return route(
    {
      method: 'post',
      path: `${path}/{id}/verify`,
      tags,
      operationId: 'verifyCertification',
      summary: 'Verify a certification',
      description: 'Only for platform staff. From then on, participants and employers can see its certificates.',
      parameters: VERSIONED_HEADERS,
      request: {
        params: idOf('prince2-foundation'),
        query: recordQuery,
        body: NO_BODY,
      },
      responses: {
        200: answer('The certification', {
          schema: certification,
          example: EXAMPLE_CERTIFICATION,
          headers: ETAG_HEADER,
        }),
        ...problems('forbidden', 'conflict'),
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      return respondCertification(c, await c.get('backend').verifyCertification(id, versionedOptions(c)));
    },
  );
}

function respondCertification(c: Context<AppEnv>, record: Certification, status = 200): Response {
  return respondRecord(c, { root: 'certification', body: toSnakeKeys(record), etag: etagOf(record), status });
}
