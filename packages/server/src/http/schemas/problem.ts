import { z } from '@hono/zod-openapi';
import { ERROR_CODES, type ErrorCode } from '@enrollkit/core';
import { count, text } from './fields.js';

const codes = Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]];

/** What went wrong. Source: RFC 9457. */
export const problem = z
  .object({
    type: text.openapi({ format: 'uri-reference', description: 'Address of the page that explains this code.' }),
    title: text,
    status: count,
    code: z.enum(codes),
    detail: text,
    help: text.optional().openapi({ description: 'What to do.' }),
    errors: z
      .array(
        z.object({
          code: text.openapi({ example: 'valid-until-required' }),
          path: text.openapi({ example: 'valid_until' }),
          params: z.record(text, z.union([text, z.number()])),
          severity: z.enum(['error', 'warning']).optional(),
          line: count.optional(),
          help: text.optional(),
        }),
      )
      .optional()
      .openapi({ description: 'What is wrong with the data, one entry per mistake.' }),
    current: z
      .unknown()
      .optional()
      .openapi({ description: 'With `conflict` and `duplicate`: the record as it is now.' }),
    retry_after_ms: count.optional(),
  })
  .openapi('Problem');
