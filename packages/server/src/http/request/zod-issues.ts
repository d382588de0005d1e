import type { Issue } from '@enrollkit/core';
import type { z } from '@hono/zod-openapi';

/** What a wire schema found, in the words in which core says the same. Paths are already those of the wire. */
export function toIssues(error: z.ZodError, data: unknown): readonly Issue[] {
  return error.issues.flatMap((issue) => issuesOf(issue, data));
}

function issuesOf(issue: z.core.$ZodIssue, data: unknown): readonly Issue[] {
  const at = (code: string, params: Issue['params'] = {}, more: readonly PropertyKey[] = []): Issue => ({
    code,
    severity: 'error',
    path: pathOf([...issue.path, ...more]),
    params,
  });
  const isAbsent = valueAt(data, issue.path) === undefined;
  switch (issue.code) {
    case 'invalid_type':
      return [isAbsent ? at('required') : at('wrong-type', { expected: issue.expected })];
    case 'invalid_value':
      return [isAbsent ? at('required') : at('not-allowed', { allowed: issue.values.map(String).join(', ') })];
    case 'unrecognized_keys':
      return issue.keys.map((field) => at('unknown-field', { field }, [field]));
    case 'custom':
      return [at(issue.message, (issue.params ?? {}) as Issue['params'])];
    default:
      return [at('out-of-range')];
  }
}

/** `additional_costs[1].vat_minor` */
function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined | null)?.[step],
    data,
  );
}
