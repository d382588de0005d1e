import type { EnrollmentOutcome } from '../../../enrollment/acts/act-on-enrollment.js';
import { changeStatusByHand } from '../../../enrollment/acts/change-status-by-hand.js';
import type { Enrollment } from '../../../enrollment/enrollment.js';
import type { EvaluationOptions } from '../../../enrollment/rules/evaluate-status.js';
import { STATUSES } from '../../../enrollment/participation-status.js';
import { STATUS_OPTIONS } from '../../input/enrollment-input.js';
import { parseInput } from '../../input/parse-input.js';
import type { StatusRequest } from '../../ports/many-port.js';
import { invalid } from '../../refusals.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { checkNote } from './act-on-enrollment.js';

/** A change by hand of one enrollment, alone or among many: what is asked is checked, and how it is done comes back. */
export function statusChange(
  { actor }: UseCaseContext,
  { to, cause: asked, note: said }: Pick<StatusRequest, 'to' | 'cause' | 'note'>,
): (enrollment: Enrollment, when: EvaluationOptions) => EnrollmentOutcome {
  if (!STATUSES.includes(to)) throw invalid('not-allowed', 'status', { allowed: STATUSES.join(', ') });
  const { cause } = parseInput(STATUS_OPTIONS, { cause: asked });
  const note = checkNote(said);
  const by = { by: actor.id, ...(actor.name !== undefined && { name: actor.name }), ...(cause && { cause }) };
  return (enrollment, when) => changeStatusByHand(enrollment, { ...when, ...by, to, note });
}
