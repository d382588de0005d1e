import type { OpenAPIHono } from '@hono/zod-openapi';
import { ACTIONS, EnrollkitError, type Actor, type Certificate } from '@enrollkit/core';
import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { logFault } from '../http/log-fault.js';
import { answer, CREATED_HEADERS, problems, WRITE_HEADERS } from '../http/operation.js';
import { writeOptions } from '../http/request/call-options.js';
import { isJson } from '../http/request/json-body.js';
import { recordQuery } from '../http/request/query-fields.js';
import { mediaTypeOf, unsupportedType } from '../http/request/read-body.js';
import { respond } from '../http/respond.js';
import { route, routesOf, todayOf, type Route } from '../http/route.js';
import type { ServerParts } from '../parts/server-parts.js';
import { EXAMPLE_CERTIFICATE, EXAMPLE_FILE_BASE64 } from './certificate-example.js';
import { bundleAnswer, certificate, certificateForm, newCertificate } from './certificate-schemas.js';
import { readFormSubmissions } from './form-submissions.js';
import { readJsonSubmissions } from './json-submissions.js';
import { respondCertificate } from './respond-certificate.js';
import type { Submissions } from './submission.js';
import { uploadBundle } from './upload-bundle.js';
import { uploadSubmission } from './upload-submission.js';

type UploadParts = Pick<ServerParts, 'settings' | 'clock' | 'spool' | 'log'>;

const NEW_CERTIFICATE = {
  booking_id: 'b-1001',
  certification_id: 'prince2-foundation',
  valid_from: '2026-09-12',
  file: EXAMPLE_FILE_BASE64,
  file_name: 'diploma.pdf',
};

const NEW_CERTIFICATE_SCHEMA = { $ref: '#/components/schemas/NewCertificate' };

/** `POST /certificates`: one or many, in JSON or as a form. */
export function certificateUploadRoutes(parts: UploadParts): OpenAPIHono<AppEnv> {
  const routes = routesOf(parts, [uploadCertificates]);
  // Named, not handed over: the library would read a form into memory to check it.
  routes.openAPIRegistry.register('NewCertificate', newCertificate);
  routes.openAPIRegistry.register('CertificateForm', certificateForm);
  return routes;
}

function uploadCertificates(parts: UploadParts): Route {
  return route(
    {
      method: 'post',
      path: '/certificates',
      tags: ['Certificates'],
      operationId: 'uploadCertificates',
      summary: 'Upload one certificate, or many at once',
      description:
        'Send JSON with one certificate or an array of them, or a multipart form with one certificate (plain field ' +
        'names) or many (`certificates[0][booking_id]`, `certificates[0][file]`, ...). If you send many, each gets its ' +
        'own answer, and those that are right are stored even if others are not. A certificate completes its booking.',
      parameters: WRITE_HEADERS,
      request: {
        query: recordQuery,
        body: {
          required: true,
          content: {
            'application/json': {
              schema: { anyOf: [NEW_CERTIFICATE_SCHEMA, { type: 'array', items: NEW_CERTIFICATE_SCHEMA }] },
              examples: {
                one: { summary: 'One certificate', value: NEW_CERTIFICATE },
                byEmail: {
                  summary: 'Booking found by email address',
                  value: { ...NEW_CERTIFICATE, booking_id: undefined, email: 'jan@example.nl' },
                },
                bundle: {
                  summary: 'Several certificates',
                  value: [NEW_CERTIFICATE, { ...NEW_CERTIFICATE, booking_id: 'b-1002' }],
                },
              },
            },
            'multipart/form-data': {
              schema: { $ref: '#/components/schemas/CertificateForm' },
              examples: { one: { summary: 'One certificate', value: { ...NEW_CERTIFICATE, file: '(the file)' } } },
            },
          },
        },
      },
      responses: {
        201: answer('The certificate, or an answer for each certificate if you sent many and all were stored', {
          schema: certificate.or(bundleAnswer),
          example: EXAMPLE_CERTIFICATE,
          headers: CREATED_HEADERS,
        }),
        207: answer('An answer for each certificate: some of them were not stored', {
          schema: bundleAnswer,
          example: {
            items: [
              { index: 0, outcome: 'created', certificate: EXAMPLE_CERTIFICATE },
              { index: 1, outcome: 'duplicate', certificate: EXAMPLE_CERTIFICATE },
            ],
          },
        }),
        ...problems('forbidden', 'duplicate', 'too-large', 'unsupported-media-type', 'timeout', 'storage-full'),
      },
    },
    async (c) => {
      // Before anything is read: whoever may never do this fills no disk and no memory.
      const roles: readonly Actor['role'][] = ACTIONS['certificate.upload'];
      if (!roles.includes(c.get('actor').role))
        throw new EnrollkitError('forbidden', 'This role may not upload certificates');
      const sent = await readSubmissions(c, parts);
      try {
        return await (sent.isBundle ? answerBundle(c, sent, parts) : answerOne(c, sent, parts));
      } finally {
        await sent.discard();
      }
    },
  );
}

async function readSubmissions(c: Context<AppEnv>, parts: UploadParts): Promise<Submissions> {
  const type = mediaTypeOf(c);
  if (isJson(type)) return readJsonSubmissions(c, parts.settings);
  if (type === 'multipart/form-data') return readFormSubmissions(c, parts);
  throw unsupportedType('application/json', 'multipart/form-data');
}

async function answerOne(c: Context<AppEnv>, { items }: Submissions, parts: UploadParts): Promise<Response> {
  const [item] = items as readonly [Submissions['items'][number]];
  const stored: Certificate = await uploadSubmission(c.get('backend'), item, {
    ...writeOptions(c),
    owner: c.get('actor').providerId,
  });
  const headers = { Location: `${parts.settings.basePath}/certificates/${encodeURIComponent(stored.id)}` };
  return respondCertificate(c, stored, { today: todayOf(parts), status: 201, headers });
}

async function answerBundle(c: Context<AppEnv>, { items }: Submissions, parts: UploadParts): Promise<Response> {
  const requestId = c.get('requestId');
  const outcomes = await uploadBundle(c.get('backend'), items, {
    write: writeOptions(c),
    owner: c.get('actor').providerId,
    basePath: parts.settings.basePath,
    today: todayOf(parts),
    requestId,
    onFault: (error) => logFault(parts.log, requestId, error),
  });
  const status = outcomes.every(({ outcome }) => outcome === 'created') ? 201 : 207;
  return respond(c, { root: 'items', body: { items: outcomes }, status });
}
