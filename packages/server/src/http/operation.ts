import { z } from '@hono/zod-openapi';
import { ERROR_CODES, type ErrorCode } from '@enrollkit/core';
import { ERROR_TEXTS } from './error-texts.js';
import { ISSUE_TEXTS } from './issue-texts.js';
import { REQUEST_FAULTS } from './problem.js';

/** Headers that a write understands. */
export const WRITE_HEADERS = [{ $ref: '#/components/parameters/IdempotencyKey' }];
/** Headers that a write to a record that exists understands. */
export const VERSIONED_HEADERS = [...WRITE_HEADERS, { $ref: '#/components/parameters/IfMatch' }];

/** An answer with a record or a page of them, in both representations. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- The routes' types follow from its literals.
export function answer<Schema extends z.ZodType>(
  description: string,
  {
    schema,
    example,
    xml,
    headers,
  }: {
    readonly schema: Schema;
    readonly example: unknown;
    /** The same example as XML, where XML is offered. */
    readonly xml?: string;
    readonly headers?: Record<string, { readonly $ref: string }>;
  },
) {
  return {
    description,
    ...(headers && { headers }),
    content: {
      'application/json': { schema, examples: { example: { value: example } } },
      ...(xml !== undefined && {
        'application/xml': { schema: { type: 'string' as const }, examples: { example: { value: xml } } },
      }),
    },
  };
}

/** Whoever has the record in this state already. */
export const NOT_MODIFIED = { description: 'Unchanged since you last read it' };

/** A file, which is sent as it is. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- As above.
export function fileAnswer(mediaType: string) {
  return {
    200: { description: 'The file', content: { [mediaType]: { schema: BINARY } } },
    206: { description: 'The part of the file that `Range` asked for' },
    304: NOT_MODIFIED,
  };
}

/** The path of one record. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- As above.
export function idOf(example: string) {
  const description = 'Write the dot of an id that ends in .json or .xml as %2E.';
  return z.object({ id: z.string().openapi({ example, description }) });
}

/** The JSON body that a route asks for. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- As above.
export function jsonOf<Schema extends z.ZodType>(schema: Schema, example: unknown) {
  return { required: true, content: { 'application/json': { schema, example } } } as const;
}

/** Of what needs no body: `{}` is as good as none. */
export const NO_BODY = { content: { 'application/json': { schema: z.strictObject({}), example: {} } } };

/** How the documentation says that a part is a file. */
export const BINARY = { type: 'string' as const, format: 'binary' };

export const ETAG_HEADER = { ETag: { $ref: '#/components/headers/ETag' } };
export const CREATED_HEADERS = { ...ETAG_HEADER, Location: { $ref: '#/components/headers/Location' } };

/** One page with one record. */
export function examplePage(item: unknown): unknown {
  return { items: [item], total: 1, size: 50, offset: 0 };
}

/** What any operation may answer instead. */
const ANYWHERE: readonly ErrorCode[] = ['unauthorized', 'not-found', 'invalid', 'rate-limited', 'internal'];

/** Faults of a request that have a status of their own, and that an operation says it answers so. */
export const DESCRIBED_FAULTS = ['not-acceptable', 'json-malformed'] as const;
export type DescribedFault = (typeof DESCRIBED_FAULTS)[number];

interface Refusal {
  readonly description: string;
  readonly content: Record<
    string,
    { readonly schema: { readonly $ref: string }; readonly examples: Record<string, { readonly $ref: string }> }
  >;
}

/** The refusals of an operation: what every operation has, and these. One that reads a body names `unsupported-media-type`. */
export function problems(...codes: readonly ErrorCode[]): Record<number, Refusal> {
  const readsBody = codes.includes('unsupported-media-type');
  const all = [...new Set([...ANYWHERE, ...codes, ...(readsBody ? (['too-large'] as const) : [])])];
  const statuses = [...new Set(all.map((code) => ERROR_CODES[code].httpStatus))];
  const responses: Record<number, Refusal> = {};
  for (const fault of DESCRIBED_FAULTS) {
    if (fault === 'json-malformed' && !readsBody) continue;
    responses[REQUEST_FAULTS[fault]] = refusal(`${ISSUE_TEXTS[fault].title} (\`invalid\`).`, [fault]);
  }
  for (const status of statuses) {
    const same = all.filter((code) => ERROR_CODES[code].httpStatus === status);
    const description = same.map((code) => `${ERROR_TEXTS[code].title} (\`${code}\`).`).join(' ');
    responses[status] = refusal(description, same);
  }
  return responses;
}

function refusal(description: string, examples: readonly (ErrorCode | DescribedFault)[]): Refusal {
  return {
    description,
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(examples.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}
