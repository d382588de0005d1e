import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { WireCertificate } from '@enrollkit/core/wire';
import { toWireCertificate } from '@enrollkit/core/wire';
import type { Context } from 'hono';
import { EXAMPLE_FILE_BASE64 } from '../certificates/certificate-example.js';
import { uploadBundle, type BundleItem } from '../certificates/upload-bundle.js';
import type { AppEnv } from '../http/app-env.js';
import { logFault } from '../http/log-fault.js';
import { WRITE_HEADERS } from '../http/operation.js';
import { readOptions, writeOptions } from '../http/request/call-options.js';
import { emailFilter, momentOrDay, sentOnly } from '../http/request/query-fields.js';
import { route, routesOf, todayOf, type Route } from '../http/route.js';
import { sentencesOf, statusOf } from './answer-errors.js';
import { askingProvider } from './asking-provider.js';
import { numberedSubmissions } from './numbered-submissions.js';
import { readSubmissions } from './read-submissions.js';
import { numberOf } from './record-numbers.js';
import { respondCompatibly } from './respond.js';
import { compatibleAnswer, PAGING, refusals, SHARED } from './springest-operation.js';
import type { SpringestParts } from './springest-parts.js';
import { numberedBundle, numberedCertificate, numberedPage, sentAsForm, sentInJson } from './springest-schemas.js';

type Numbered = z.output<typeof numberedCertificate>;

const path = '/springest/certificates';

const EXAMPLE: Numbered = {
  id: 1,
  certification: { name: 'PRINCE2 Foundation', description: null },
  certification_id: 1,
  valid_from: '2026-09-12',
  valid_until: null,
  status: 'valid',
  created_at: '2026-09-14T08:31:00.000Z',
  user: { email: 'jan@example.nl', external_id: null },
};

const SENT = { certification_id: 1, email: 'jan@example.nl', valid_from: '2026-09-12', file: EXAMPLE_FILE_BASE64 };
const SENT_SCHEMA = { $ref: '#/components/schemas/SpringestNewCertificate' };

/** Certificates as the marketplace's API has them, on the use cases that `/certificates` has. */
export function springestCertificateRoutes(parts: SpringestParts): OpenAPIHono<AppEnv> {
  const routes = routesOf(parts, [listCertificates, uploadCertificates]);
  // Named, not handed over: the library would read a form into memory to check it.
  routes.openAPIRegistry.register('SpringestNewCertificate', sentInJson);
  routes.openAPIRegistry.register('SpringestCertificateForm', sentAsForm);
  return routes;
}

function listCertificates(parts: SpringestParts): Route {
  return route(
    {
      ...SHARED,
      method: 'get',
      path,
      operationId: 'listSpringestCertificates',
      summary: 'List verified certificates',
      description: 'Also available at /springest/users/certificates.',
      request: {
        query: z.object({
          ...PAGING,
          email: emailFilter('The participant’s email address, in upper or lower case.'),
          certification_id: z.string().optional().openapi({ example: '1' }),
          created_from: momentOrDay(parts.settings.timeZone, 'Uploaded on this day or later.'),
        }),
      },
      responses: {
        200: compatibleAnswer('A page of certificates', {
          schema: numberedPage('certificates', numberedCertificate),
          example: { meta: { results: 1, offset: 0 }, certificates: [EXAMPLE] },
          root: 'response',
        }),
        ...refusals(),
      },
    },
    async (c) => {
      const providerId = askingProvider(c);
      const { size, offset, email, created_from, certification_id } = c.req.valid('query');
      const certificationId = await certificationOf(parts, { providerId, sent: certification_id });
      const asked = sentOnly({ size, offset, email, createdFrom: created_from, certificationId });
      const { items, total } =
        certificationId === NONE
          ? { items: [], total: 0 }
          : await c.get('backend').listCertificates({ ...asked, isVerified: true }, readOptions(c));
      const today = todayOf(parts);
      const wire = items.map((item) => toWireCertificate(item, today));
      const numbered = await withNumbers(parts, providerId, wire);
      const body = {
        meta: { results: total, offset: offset ?? 0 },
        certificates: wire.map((one) => numbered(one)),
      };
      return respondCompatibly(c, { root: 'response', body });
    },
  );
}

/** No id of a certification: nothing is found then. */
const NONE = '';

async function certificationOf(
  { numbers }: SpringestParts,
  { providerId, sent }: { readonly providerId: string; readonly sent: string | undefined },
): Promise<string | undefined> {
  if (sent === undefined || sent === '') return undefined;
  const number = numberOf(sent);
  if (number === undefined) return NONE;
  return (await numbers.idsOf({ providerId, kind: 'certification' }, [number])).get(number) ?? NONE;
}

function uploadCertificates(parts: SpringestParts): Route {
  return route(
    {
      ...SHARED,
      method: 'post',
      path,
      operationId: 'uploadSpringestCertificates',
      summary: 'Upload one certificate, or many at once',
      description:
        'A form, JSON or XML. If you send many, each gets its own answer, those that are right are stored even if others ' +
        'are not, and the status is 201 only if all are. Sending the same file with the same dates again stores nothing ' +
        'new and answers the certificate that is there. Also available at /springest/users/certificates.',
      parameters: WRITE_HEADERS,
      request: {
        body: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: { $ref: '#/components/schemas/SpringestCertificateForm' },
              examples: { one: { summary: 'One certificate', value: { ...SENT, file: '(the file)' } } },
            },
            'application/json': {
              schema: {
                anyOf: [
                  SENT_SCHEMA,
                  { type: 'array', items: SENT_SCHEMA },
                  { type: 'object', properties: { certificates: { type: 'array', items: SENT_SCHEMA } } },
                ],
              },
              examples: {
                one: { summary: 'One certificate', value: SENT },
                bundle: { summary: 'Several certificates', value: { certificates: [SENT] } },
              },
            },
          },
        },
      },
      responses: {
        201: compatibleAnswer('The certificate, or all of them if you sent many', {
          schema: numberedCertificate.or(numberedBundle),
          example: EXAMPLE,
          root: 'certificate',
        }),
        ...refusals(),
      },
    },
    async (c) => {
      // Before anything is read: whoever may never do this fills no disk and no memory.
      const providerId = askingProvider(c);
      const sent = await readSubmissions(c, parts);
      try {
        const outcomes = await uploadBundle(c.get('backend'), sent.items, {
          prepare: await numberedSubmissions(parts.numbers, { providerId, items: sent.items }),
          write: writeOptions(c),
          owner: c.get('actor').providerId,
          basePath: parts.settings.basePath,
          today: todayOf(parts),
          requestId: c.get('requestId'),
          onFault: (error) => logFault(parts.log, c.get('requestId'), error),
        });
        return await answerOutcomes(c, { outcomes, sent: sent.items, isBundle: sent.isBundle, providerId, parts });
      } finally {
        await sent.discard();
      }
    },
  );
}

interface Uploaded {
  readonly outcomes: readonly BundleItem[];
  readonly sent: readonly { readonly fields: unknown }[];
  readonly isBundle: boolean;
  readonly providerId: string;
  readonly parts: SpringestParts;
}

/** 201 when everything that was sent is there now: these clients look at nothing but the status. */
async function answerOutcomes(
  c: Context<AppEnv>,
  { outcomes, sent, isBundle, providerId, parts }: Uploaded,
): Promise<Response> {
  const numbered = await withNumbers(
    parts,
    providerId,
    outcomes.flatMap(({ certificate }) => certificate ?? []),
  );
  const answers = outcomes.map(({ outcome, certificate, problem }, at) => {
    if (!certificate)
      return { status: problem ? statusOf(problem) : 400, body: { errors: problem ? sentencesOf(problem) : [] } };
    if (outcome === 'duplicate' && !hasDates(certificate, sent[at]?.fields))
      return { status: 400, body: { errors: [OTHER_DATES] } };
    return { status: 201, body: numbered(certificate) };
  });
  const status = Math.max(201, ...answers.map((one) => one.status));
  if (isBundle) {
    const body = { certificates: answers.map((one) => one.body) };
    return respondCompatibly(c, { root: 'response', body, status });
  }
  const [{ body } = { body: { errors: [] } }] = answers;
  if ('errors' in body) return respondCompatibly(c, { root: 'errors', body, xmlBody: body.errors, status });
  return respondCompatibly(c, { root: 'certificate', body, status });
}

const OTHER_DATES =
  'file: This file was already uploaded, with other dates. Remove that certificate first, or send another file.';

/** Whether a certificate that was there already is the one that was sent again. */
function hasDates({ valid_from, valid_until = '' }: WireCertificate, fields: unknown): boolean {
  const sent = fields as Readonly<Record<string, unknown>>;
  return valid_from === sent.valid_from && valid_until === (sent.valid_until ?? '');
}

/** Says certificates with numbers, which they have from now on. */
async function withNumbers(
  { numbers }: SpringestParts,
  providerId: string,
  certificates: readonly WireCertificate[],
): Promise<(certificate: WireCertificate) => Numbered> {
  const [own, certifications] = await Promise.all([
    numbers.of(
      { providerId, kind: 'certificate' },
      certificates.map(({ id }) => id),
    ),
    numbers.of(
      { providerId, kind: 'certification' },
      certificates.map((one) => one.certification_id),
    ),
  ]);
  return ({ id, certification, certification_id, valid_from, valid_until = null, status, created_at, user }) => ({
    id: own.get(id) ?? 0,
    certification: certification ? { name: certification.name, description: certification.description ?? null } : null,
    certification_id: certifications.get(certification_id) ?? 0,
    valid_from,
    valid_until,
    status,
    created_at,
    user: user ? { email: user.email, external_id: user.external_id ?? null } : null,
  });
}
