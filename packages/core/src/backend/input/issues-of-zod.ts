import type { core } from 'zod/mini';
import { errorIssue, type Issue } from '../../issue.js';
import type { IssueCode } from '../../issue-codes.js';

/**
 * What a schema found in `data`, as issues: `required`, `wrong-type` {expected}, `unknown-field` {field}, `not-allowed`
 * {allowed}, `out-of-range`, or the code (and params) that the schema names itself. Paths are those of the data.
 */
export function issuesOfZod(found: readonly core.$ZodIssue[], data: unknown): readonly Issue[] {
  return found.flatMap((issue) => issuesOf(issue, data));
}

function issuesOf(issue: core.$ZodIssue, data: unknown): readonly Issue[] {
  const at = (code: IssueCode, params: Issue['params'] = {}, more: readonly PropertyKey[] = []): Issue =>
    errorIssue(code, pathOf([...issue.path, ...more]), params);
  const isAbsent = valueAt(data, issue.path) === undefined;
  switch (issue.code) {
    case 'invalid_type':
      return [isAbsent ? at('required') : at('wrong-type', { expected: issue.expected })];
    case 'invalid_value':
      return [isAbsent ? at('required') : at('not-allowed', { allowed: issue.values.map(String).join(', ') })];
    case 'unrecognized_keys':
      return issue.keys.map((field) => at('unknown-field', { field }, [field]));
    case 'custom':
      // A schema's own code: {@link rule} has let no other text in.
      return [at(issue.message as IssueCode, (issue.params ?? {}) as Issue['params'])];
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
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined | null)?.[step],
    data,
  );
}
