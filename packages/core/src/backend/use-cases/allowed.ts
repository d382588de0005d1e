import { ACTIONS, can, type Action } from '../../access/can.js';
import type { Enrollment } from '../../enrollment/enrollment.js';
import { EnrollkitError } from '../../errors.js';
import type { UseCaseContext } from '../use-case-context.js';
import { enrollmentResource } from './enrollment-records.js';

/** What can be done with one person's enrollment; reading it is allowed to whoever has it. */
const PERSONAL_ACTIONS = (Object.keys(ACTIONS) as Action[]).filter(
  (action) => /^(enrollment|certificate)\./.test(action) && !/\.(read|create)$/.test(action),
);

/** The enrollment, with what the one who asks may do with it. */
export function allowedWith({ actor }: UseCaseContext, enrollment: Enrollment): Enrollment {
  const resource = enrollmentResource(enrollment);
  const certificate = { ...resource, kind: 'certificate', certificationVerified: true } as const;
  const allowed = PERSONAL_ACTIONS.filter((action) =>
    can(actor, action, action.startsWith('enrollment.') ? resource : certificate),
  );
  return { ...enrollment, allowed };
}

/** The same for whatever a use case answers, also when it refuses with the record as it is now. */
export async function answerAllowed(context: UseCaseContext, work: Promise<Enrollment>): Promise<Enrollment> {
  try {
    return allowedWith(context, await work);
  } catch (error) {
    if (!(error instanceof EnrollkitError) || !isEnrollment(error.current)) throw error;
    const { code, message, issues } = error;
    throw new EnrollkitError(code, message, { cause: error, issues, current: allowedWith(context, error.current) });
  }
}

function isEnrollment(current: unknown): current is Enrollment {
  return typeof current === 'object' && current !== null && 'participant' in current && 'history' in current;
}
