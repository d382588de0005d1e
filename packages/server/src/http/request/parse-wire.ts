import type { z } from '@hono/zod-openapi';
import { issuesOfZod, type Issue } from '@enrollkit/core';
import { toCamelKeys, toWirePath } from '@enrollkit/core/wire';
import { RequestError } from '../problem.js';

/** What was sent, checked against a wire schema; rejects with `invalid` and one issue per fault. */
export function parseWire<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw invalidWire(parsed.error, data);
}

/**
 * The same, with what core finds in the same input: a wire schema stops at the shape, and whoever fills in a form wants to
 * hear of every field at once.
 */
export function invalidInput(
  error: z.ZodError,
  data: unknown,
  coreIssues: (input: unknown) => readonly Issue[],
): RequestError {
  const found = issuesOfZod(error.issues, data);
  const known = new Set(found.map(({ path }) => path));
  const more = coreIssues(toCamelKeys(data))
    // What a field is called here, only the wire schema knows.
    .filter(({ code }) => code !== 'unknown-field')
    .map((issue) => ({ ...issue, path: toWirePath(issue.path) }));
  return invalidRequest([...found, ...more.filter(({ path }) => !known.has(path))]);
}

/** The error for what a wire schema found. */
export function invalidWire(error: z.ZodError, data: unknown): RequestError {
  return invalidRequest(issuesOfZod(error.issues, data));
}

function invalidRequest(issues: readonly Issue[]): RequestError {
  const where = issues.map(({ code, path }) => `${path || 'request'}: ${code}`).join(', ');
  return new RequestError('invalid', where, { issues });
}
