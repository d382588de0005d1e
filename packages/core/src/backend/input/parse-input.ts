import { safeParse, type core } from 'zod/mini';
import type { Issue } from '../../issue.js';
import { EnrollkitError } from '../errors.js';

/**
 * Input from outside as the plain data that it must be: checked, copied, without properties that hold `undefined`.
 * Rejects with `invalid` and one issue per fault: `required`, `wrong-type` {expected}, `unknown-field` {field},
 * `not-allowed` {allowed}, `out-of-range`, or the code that the schema names.
 */
export function parseInput<Output>(schema: core.$ZodType<Output>, input: unknown): Output {
  const data = withoutUndefined(input);
  const parsed = safeParse(schema, data);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.flatMap((issue) => toIssues(issue, data));
  const where = issues.map(({ code, path }) => `${path || 'input'}: ${code}`).join(', ');
  throw new EnrollkitError('invalid', `The input can't be accepted (${where})`, { issues });
}

/** Hosts without TypeScript write an absent property as `undefined`. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(present.map(([key, part]) => [key, withoutUndefined(part)]));
}

function toIssues(issue: core.$ZodIssue, data: unknown): Issue[] {
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
      return [at(issue.message)];
    default:
      return [at('out-of-range')];
  }
}

/** `additionalCosts[1].vatMinor` */
function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], data);
}
