import { EnrollkitError } from '../../errors.js';
import type { Issue } from '../../issue.js';
import { NEW_ENROLLMENT } from './enrollment-input.js';
import { parseInput } from './parse-input.js';
import { PRODUCT } from './product-input.js';

const SCHEMAS = { createEnrollment: NEW_ENROLLMENT, putProduct: PRODUCT } as const;

/**
 * What a backend's method would say of its input before it looks at any record: one issue per fault, none when all is well.
 *
 * @example
 * checkInput('createEnrollment', { productId: 'p1', participant: { name: 'Jan', email: 'jan' } });
 * // [{ code: 'email-invalid', severity: 'error', path: 'participant.email', params: {} }]
 */
export function checkInput(method: keyof typeof SCHEMAS, input: unknown): readonly Issue[] {
  try {
    parseInput<unknown>(SCHEMAS[method], input);
    return [];
  } catch (error) {
    if (error instanceof EnrollkitError) return error.issues;
    throw error;
  }
}
