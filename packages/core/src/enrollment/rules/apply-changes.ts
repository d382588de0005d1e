import type { Enrollment, StatusChange } from '../enrollment.js';

/**
 * The enrollment after `changes`: they are added to its history and the last one gives its status. Its version stays as it
 * is: who stores it counts.
 *
 * @example
 * applyChanges(enrollment, evaluateEnrollment(enrollment, { now }).changes);
 */
export function applyChanges(enrollment: Enrollment, changes: readonly StatusChange[]): Enrollment {
  const last = changes.at(-1);
  return last ? { ...enrollment, status: last.to, history: [...enrollment.history, ...changes] } : enrollment;
}
