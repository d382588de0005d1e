import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../http/app-env.js';
import type { ServerParts } from '../parts/server-parts.js';
import { EXAMPLE_PROBLEMS } from './example-problems.js';
import { ERROR_TEXTS } from '../http/problem-texts.js';

/** The document that describes the API. */
export type OpenApiDocument = ReturnType<OpenAPIHono<AppEnv>['getOpenAPI31Document']>;

const INTRODUCTION = `
Certificates and bookings of a training provider. A booking is one person's place in one course; its participation status
says what came of it. A certification is what a course can lead to; a certificate is the file that one person received.

- Sign in with \`Authorization: Bearer\` and an API key (from your own server) or a short-lived token (in a page).
- Answers are JSON; certificates, certifications, bookings and products come as XML as well: put \`.xml\` after the path, or
  send \`Accept: application/xml\`.
- Lists answer \`items\`, \`total\`, \`size\` and \`offset\`. A filter or field that the API doesn't know is refused by its name.
- \`Idempotency-Key\` makes it safe to send a write again: the same key gives the first answer. Of a bundle, item *i* has the
  key \`<key>:<i>\`.
- A record's \`ETag\` begins with its version. Sent back as \`If-Match\` it refuses a write when somebody else was first (409, with
  the record as it is now).
- Days are \`yyyy-mm-dd\` on the provider's calendar, moments ISO 8601 with an offset, amounts whole cents.
- What goes wrong is answered as a problem (RFC 9457): its \`code\`, where it is, and what to do.
`.trim();

const TAGS = [
  { name: 'Certificates', description: 'The files that people received.' },
  { name: 'Certifications', description: 'What courses lead to.' },
  { name: 'Bookings', description: 'Places in courses, and what came of them.' },
  { name: 'Products', description: 'Courses as they are published.' },
  {
    name: 'Imports',
    description: 'Feeds of products and trainers: checked, compared, and applied when somebody says so.',
  },
  { name: 'Trainers', description: 'Who gives the courses, invited by mail to confirm.' },
  { name: 'Changes', description: 'Hearing of them as they happen.' },
  { name: 'Access', description: 'Who may ask.' },
  { name: 'Privacy', description: 'Who saw what, and how long it is kept.' },
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
    tags: TAGS,
    security: [{ bearer: [] }],
  });
}

/** What operations share. */
export function registerShared({ openAPIRegistry: registry }: OpenAPIHono<AppEnv>): void {
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key, a token of `POST /tokens`, or a token of your own identity provider where that is set up.',
  });
  registry.registerComponent('parameters', 'IdempotencyKey', {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'Any text without spaces, new for every new request. The same key again gives the first answer.',
    schema: { type: 'string', maxLength: 200 },
  });
  registry.registerComponent('parameters', 'IfMatch', {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: `The ETag that you saw. Another version is there: ${ERROR_TEXTS.conflict.title} (409).`,
    schema: { type: 'string' },
  });
  registry.registerComponent('headers', 'ETag', {
    description: 'Begins with the version: `"3"`, or `"3.x"` when the record shows what versions don’t count.',
    schema: { type: 'string' },
  });
  for (const [code, value] of Object.entries(EXAMPLE_PROBLEMS)) registry.registerComponent('examples', code, { value });
  registry.registerComponent('headers', 'Location', {
    description: 'Where the record is.',
    schema: { type: 'string', format: 'uri-reference' },
  });
}
