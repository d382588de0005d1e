import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Certification, FullBackend, NewCertification, VersionedWriteOptions } from '@enrollkit/core';
import { toCamelKeys, toSnakeKeys, type WireCertification } from '@enrollkit/core/wire';
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
import { continueAfter, paging, sentOnly, recordQuery } from '../http/request/query-fields.js';
import { respondPage } from '../http/respond.js';
import { route, routesOf, type Route } from '../http/route.js';
import { toXml } from '../http/to-xml.js';
import type { ServerParts } from '../parts/server-parts.js';
import { EXAMPLE_CERTIFICATION } from './certification-example.js';
import { certification, certificationPage, certificationRejection, newCertification } from './certification-schemas.js';

const path = '/certifications';
const tags = ['Certifications'];
const params = idOf('prince2-foundation');
const page = examplePage(EXAMPLE_CERTIFICATION);
const query = z.strictObject({
  ...paging,
  after_id: continueAfter('certification'),
  product_id: z
    .string()
    .optional()
    .openapi({ description: 'Only certifications that this product leads to.', example: 'prince2' }),
});

/** `/certifications`: what courses lead to. */
export function certificationRoutes(parts: Pick<ServerParts, 'settings'>): OpenAPIHono<AppEnv> {
  return routesOf(parts, [
    listCertifications,
    createCertification,
    verifyCertification,
    rejectCertification,
    resetCertification,
  ]);
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
      const { size, offset, product_id: productId, after_id: afterId } = c.req.valid('query');
      const asked = sentOnly({ size, offset, productId, afterId });
      const page = await c.get('backend').listCertifications(asked, readOptions(c));
      return respondPage(c, { ...page, root: 'certifications', items: toSnakeKeys(page.items) }, { size, offset });
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
          example: { ...EXAMPLE_CERTIFICATION, verified: false, verification: 'pending', version: 1 },
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
  return judging(
    {
      word: 'verify',
      summary: 'Verify a certification',
      description: 'Only for platform staff. From then on, participants and employers can see its certificates.',
      example: EXAMPLE_CERTIFICATION,
    },
    (backend, id, options) => backend.verifyCertification(id, options),
  );
}

function resetCertification(): Route {
  return judging(
    {
      word: 'reset',
      summary: 'Undo a verification or a rejection',
      description: 'Only for platform staff. The certification is pending again, as when it was made.',
      example: { ...EXAMPLE_CERTIFICATION, verified: false, verification: 'pending', version: 3 },
    },
    (backend, id, options) => backend.resetCertification(id, options),
  );
}

function rejectCertification(): Route {
  return route(
    {
      method: 'post',
      path: `${path}/{id}/reject`,
      tags,
      operationId: 'rejectCertification',
      summary: 'Reject a certification',
      description: 'Only for platform staff. Only the provider sees its certificates then, and reads the reason.',
      parameters: VERSIONED_HEADERS,
      request: {
        params,
        query: recordQuery,
        body: jsonOf(certificationRejection, { reason: 'There is an official name for it.' }),
      },
      responses: {
        200: answer('The certification', {
          schema: certification,
          example: {
            ...EXAMPLE_CERTIFICATION,
            verified: false,
            verification: 'rejected',
            rejection: { reason: 'There is an official name for it.', at: '2026-08-20T10:00:00.000Z' },
            version: 4,
          },
          headers: ETAG_HEADER,
        }),
        ...problems('forbidden', 'conflict', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const options = { ...c.req.valid('json'), ...versionedOptions(c) };
      return respondCertification(c, await c.get('backend').rejectCertification(c.req.valid('param').id, options));
    },
  );
}

/** What platform staff make of a certification without a word of their own. */
function judging(
  {
    word,
    summary,
    description,
    example,
  }: {
    readonly word: 'verify' | 'reset';
    readonly summary: string;
    readonly description: string;
    readonly example: WireCertification;
  },
  judge: (backend: FullBackend, id: string, options: VersionedWriteOptions) => Promise<Certification>,
): Route {
  return route(
    {
      method: 'post',
      path: `${path}/{id}/${word}`,
      tags,
      operationId: `${word}Certification`,
      summary,
      description,
      parameters: VERSIONED_HEADERS,
      request: { params, query: recordQuery, body: NO_BODY },
      responses: {
        200: answer('The certification', { schema: certification, example, headers: ETAG_HEADER }),
        ...problems('forbidden', 'conflict'),
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      return respondCertification(c, await judge(c.get('backend'), id, versionedOptions(c)));
    },
  );
}

function respondCertification(c: Context<AppEnv>, record: Certification, status = 200): Response {
  return respondRecord(c, { root: 'certification', body: toSnakeKeys(record), etag: etagOf(record), status });
}
