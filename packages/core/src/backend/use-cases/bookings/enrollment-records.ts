import { can, type Action } from '../../../access/can.js';
import type { EnrollmentResource } from '../../../access/resource.js';
import { bringUpToDate, type EnrollmentOutcome } from '../../../enrollment/acts/act-on-enrollment.js';
import type { Enrollment } from '../../../enrollment/enrollment.js';
import { evaluateEnrollment } from '../../../enrollment/evaluate-enrollment.js';
import type { Instant } from '../../../calendar/time.js';
import type { Change } from '../../ports/change-port.js';
import { EnrollkitError } from '../../../errors.js';
import { findRow } from '../../find-row.js';
import { forbidden, notFound } from '../../refusals.js';
import type { EnrollmentRow, ReadTables, WriteTables } from '../../store.js';
import type { UseCaseContext } from '../../use-case-context.js';
import type { AuditAction } from '../../audit.js';

/** A row may have been written while the host's time zone was another one. Days begin less than this apart everywhere. */
const ZONES_DIFFER_MS = 2 * 86_400_000;

/** What keeping an enrollment is for. Every new status is in the trail besides. */
interface Keeping {
  readonly timeZone: string;
  readonly now: Instant;
  readonly action: AuditAction<'enrollment'>;
}

type ReadEnrollments = Pick<ReadTables, 'enrollments'>;

/** The enrollment as it is at `now`, when the actor may know of it and may do this with it. */
export async function loadEnrollment(
  tables: ReadEnrollments,
  context: UseCaseContext,
  { id, action, now }: { readonly id: string; readonly action: Action; readonly now: Instant },
): Promise<Enrollment> {
  return expectAllowed(await findRow(tables.enrollments, id), context, { id, action, now });
}

/** The same for a row that was read already. */
export function expectAllowed(
  row: EnrollmentRow | undefined,
  context: UseCaseContext,
  { id, action, now }: { readonly id: string; readonly action: Action; readonly now: Instant },
): Enrollment {
  if (!row) throw notFound('enrollment', id);
  const resource = enrollmentResource(row);
  if (!can(context.actor, 'enrollment.read', resource)) throw notFound('enrollment', id);
  if (!can(context.actor, action, resource)) throw forbidden(action);
  return upToDate(row, context, now);
}

/** The record that is asked for, with every rule applied that is due. Nothing of how it is kept. */
export function upToDate(row: EnrollmentRow, { timeZone }: UseCaseContext, now: Instant): Enrollment {
  const { nextRuleAt, ...enrollment } = row;
  // So a page of rows costs little. A row that names no rule is evaluated: it may have been written by somebody else.
  if (nextRuleAt !== undefined && Date.parse(nextRuleAt) - Date.parse(now) > ZONES_DIFFER_MS) return enrollment;
  return bringUpToDate(enrollment, { now, timeZone }).enrollment;
}

/**
 * Keeps an enrollment that is up to date. Applying rules doesn't count as a version: they follow from the record and the
 * calendar, so whoever saw the version before saw the same.
 */
export async function keepEnrollment(
  tables: WriteTables,
  enrollment: Enrollment,
  { timeZone, now, action }: Keeping,
): Promise<void> {
  await tables.enrollments.put(rowToKeep(enrollment, { timeZone, now }), action);
}

/** An enrollment that is up to date, as a database keeps it. */
export function rowToKeep(enrollment: Enrollment, { timeZone, now }: Omit<Keeping, 'action'>): EnrollmentRow {
  const { next } = evaluateEnrollment(enrollment, { now, timeZone });
  const row = { ...enrollment, updatedAt: now };
  // A year after 9999 is written with a sign, and sorts before everything: nobody waits for it.
  const isAwaited = next && !next.at.startsWith('+');
  return isAwaited ? { ...row, nextRuleAt: next.at } : row;
}

/** Keeps what an act made of an enrollment as its next version, or says why the act is refused. */
export async function keepOutcome(
  tables: WriteTables,
  outcome: EnrollmentOutcome,
  keeping: Keeping,
): Promise<Enrollment> {
  const next = nextVersion(outcome, keeping.now);
  await keepEnrollment(tables, next, keeping);
  return next;
}

/** What an act made of an enrollment, as its next version. Rejects with `invalid` when the act is refused. */
export function nextVersion({ enrollment, issues }: EnrollmentOutcome, now: Instant): Enrollment {
  if (issues.length > 0) {
    const codes = issues.map(({ code }) => code).join(', ');
    throw new EnrollkitError('invalid', `Enrollment ${enrollment.id}: ${codes}`, { issues });
  }
  return { ...enrollment, version: enrollment.version + 1, updatedAt: now };
}

export function enrollmentResource(enrollment: Enrollment): EnrollmentResource {
  const { id, providerId, participant } = enrollment;
  return { kind: 'enrollment', enrollmentId: id, participant, ...(providerId !== undefined && { providerId }) };
}

export function enrollmentChange({ id, providerId }: Enrollment): Change {
  return { kind: 'enrollment', id, ...(providerId !== undefined && { providerId }) };
}
