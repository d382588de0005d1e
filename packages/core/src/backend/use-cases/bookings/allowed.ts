import { ACTIONS, can, type Action } from '../../../access/can.js';
import type { Enrollment } from '../../../enrollment/enrollment.js';
import { EnrollkitError } from '../../../errors.js';
import type { UseCaseContext } from '../../use-case-context.js';
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

/** The same for whatever a use case answers of one enrollment, also when it refuses with the record as it is now. */
export async function answerAllowed(context: UseCaseContext, work: Promise<Enrollment>): Promise<Enrollment> {
  try {
    return await withInvoiceFile(context, allowedWith(context, await work));
  } catch (error) {
    if (!(error instanceof EnrollkitError) || !isEnrollment(error.current)) throw error;
    const { code, message, issues } = error;
    throw new EnrollkitError(code, message, { cause: error, issues, current: allowedWith(context, error.current) });
  }
}

/** Says where the invoice is, so that nobody is offered a file that is elsewhere. */
async function withInvoiceFile({ store }: UseCaseContext, enrollment: Enrollment): Promise<Enrollment> {
  const { id, invoiceUploadedAt, allowed = [] } = enrollment;
  if (invoiceUploadedAt === undefined || !allowed.includes('enrollment.record-invoice')) return enrollment;
  const invoice = await store.read((tables) => tables.invoices.latest(id), { isOneQuestion: true });
  return { ...enrollment, invoiceFile: invoice ? 'here' : 'elsewhere' };
}

function isEnrollment(current: unknown): current is Enrollment {
  return typeof current === 'object' && current !== null && 'participant' in current && 'history' in current;
}
