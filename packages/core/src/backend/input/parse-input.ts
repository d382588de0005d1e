import { safeParse, type core } from 'zod/mini';
import { EnrollkitError } from '../../errors.js';
import { issuesOfZod } from './issues-of-zod.js';

/**
 * Input from outside as the plain data that it must be: checked, copied, without properties that hold `undefined`.
 * Rejects with `invalid` and one issue per fault, as `issuesOfZod` names them.
 */
export function parseInput<Output>(schema: core.$ZodType<Output>, input: unknown): Output {
  const data = withoutUndefined(input);
  const parsed = safeParse(schema, data);
  if (parsed.success) return parsed.data;
  const issues = issuesOfZod(parsed.error.issues, data);
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
