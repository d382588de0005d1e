import type { z } from '@hono/zod-openapi';
import { RequestError } from '../problem.js';
import { toIssues } from './zod-issues.js';

/** What was sent, checked against a wire schema; rejects with `invalid` and one issue per fault. */
export function parseWire<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw invalidWire(parsed.error, data);
}

/** The error for what a wire schema found. */
export function invalidWire(error: z.ZodError, data: unknown): RequestError {
  const issues = toIssues(error, data);
  const where = issues.map(({ code, path }) => `${path || 'request'}: ${code}`).join(', ');
  return new RequestError('invalid', where, { issues });
}
