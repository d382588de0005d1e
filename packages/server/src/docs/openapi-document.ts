import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../http/app-env.js';
import type { ServerParts } from '../parts/server-parts.js';
import { EXAMPLE_PROBLEMS } from './example-problems.js';

/** The document that describes the API. */
export type OpenApiDocument = ReturnType<OpenAPIHono<AppEnv>['getOpenAPI31Document']>;

const INTRODUCTION = `
Bookings and certificates of a training provider. A booking is one person's place in one course; its participation status
says how that went. A certification is what a course can lead to; a certificate is the file that one person received.

- Sign in with \`Authorization: Bearer\` and an API key (from your own server) or a short-lived token (in a page).
- Answers are JSON. Certificates, certifications, bookings and products are also available as XML: add \`.xml\` to the path, or
  send \`Accept: application/xml\`.
- Lists have \`items\`, \`total\`, \`size\` and \`offset\`. To read all of one, go on after its last item (\`after_id\`) as long as
  \`total\` is larger than the number of items that came.
- Filters and fields that do not exist are refused by name.
- Send an \`Idempotency-Key\` to repeat a write safely: the same key gets the first answer again. If you upload several
  certificates at once, number *i* has the key \`<key>:<i>\`.
- The \`ETag\` of a record begins with its version. Send it back as \`If-Match\`, and the server refuses your change if somebody
  else changed the record first (409, with the record as it is now).
- Dates are \`yyyy-mm-dd\` in the provider's time zone. Times are ISO 8601 with a UTC offset. Amounts are in euro cents.
- Errors are problems (RFC 9457): a \`code\`, where it went wrong, and what to do.
`.trim();

const TAGS = [
  { name: 'Certificates', description: 'The certificates that people earned, as files.' },
  { name: 'Certifications', description: 'The diplomas and other proofs that a course can lead to.' },
  { name: 'Bookings', description: 'One person’s place in one course, and its result.' },
  { name: 'Products', description: 'The courses that a provider offers.' },
  {
    name: 'Imports',
    description: 'Product and trainer feeds. A feed is checked and compared first, and applied when you say so.',
  },
  {
    name: 'Trainers',
    description: 'The people who teach the courses. They are invited by email to confirm their profile.',
  },
  { name: 'Changes', description: 'A live stream of changes.' },
  { name: 'Webhooks', description: 'Changes that the server sends to you, signed, until you have them.' },
  { name: 'Access', description: 'Tokens for signing in.' },
  {
    name: 'Springest',
    description:
      'For clients of Springest’s certificates API, if the server is set up for them: `api_key` in the query, whole numbers ' +
      'as ids, `meta.results`, `.json` or `.xml` at the end of every path.',
  },
  { name: 'Privacy', description: 'The audit trail, and exporting, erasing and keeping personal data.' },
];

/** Makes the document from the routes of an app, and the schemas that check its requests. */
export function openApiDocument(
  api: OpenAPIHono<AppEnv>,
  { settings }: Pick<ServerParts, 'settings'>,
): OpenApiDocument {
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Enrollkit',
      version: '1',
      description: INTRODUCTION,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: settings.basePath === '' ? '/' : settings.basePath }],
    tags: TAGS.filter(({ name }) => name !== 'Springest' || settings.springestApi),
    security: [{ bearer: [] }],
  });
}

/** What operations share. */
export function registerShared({ openAPIRegistry: registry }: OpenAPIHono<AppEnv>): void {
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key, a token from `POST /tokens`, or a token from your own identity provider if the server is set up for ' +
      'it.',
  });
  registry.registerComponent('parameters', 'IdempotencyKey', {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Any text without spaces. Use a new one for every new request. A repeated key gets the first answer again.',
    schema: { type: 'string', maxLength: 200 },
  });
  registry.registerComponent('parameters', 'IfMatch', {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The ETag that you received. If the record has changed since, the request is refused (409).',
    schema: { type: 'string' },
  });
  registry.registerComponent('headers', 'ETag', {
    description:
      'Begins with the version: `"3"`, or `"3.x"` if the record also shows something that changes without a new ' +
      'version.',
    schema: { type: 'string' },
  });
  for (const [code, value] of Object.entries(EXAMPLE_PROBLEMS)) registry.registerComponent('examples', code, { value });
  registry.registerComponent('headers', 'Location', {
    description: 'The address of the record.',
    schema: { type: 'string', format: 'uri-reference' },
  });
}
