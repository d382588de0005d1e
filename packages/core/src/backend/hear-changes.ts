import { can } from '../access/can.js';
import type { Change, ChangeListener } from './ports/change-port.js';
import { tenantOf } from './tenant.js';
import { presentMoment, type UseCaseContext } from './use-case-context.js';
import { loadCertificate } from './use-cases/certificates/certificate-records.js';
import { loadEnrollment } from './use-cases/bookings/enrollment-records.js';

/**
 * Calls `listener` with every change that is the actor's business. A provider hears at once: the change says all that
 * decides. Anybody else hears of a personal record only when it can be read, so that nobody gets so much as the id of
 * another person's; it is looked up first, and what changed before is told before.
 */
export function hearChanges(context: UseCaseContext, listener: ChangeListener): () => void {
  const { changes } = context.store;
  const mayConcern = (change: Change): boolean => isWithinScope(context, change);
  if (context.actor.role === 'provider') {
    return changes.subscribe((change) => mayConcern(change) && listener(change));
  }

  let isOver = false;
  let previous: Promise<unknown> = Promise.resolve();
  const unsubscribe = changes.subscribe((change) => {
    if (!mayConcern(change)) return;
    const isTold = previous.then(() => canRead(context, change));
    previous = isTold;
    // A listener's own fault is left to the host, as every uncaught one is.
    void isTold.then((isReadable) => isReadable && !isOver && listener(change));
  });
  return () => {
    isOver = true;
    unsubscribe();
  };
}

/** What the change itself tells. It carries ids only. */
function isWithinScope({ actor, scope }: UseCaseContext, change: Change): boolean {
  const { kind, id, enrollmentId, providerId } = change;
  // What visitors may read is published, and is nobody's record.
  if (actor.role === 'visitor') return kind === 'product' && can(actor, 'product.read', { kind, ...tenantOf(change) });
  if (!scope) return false;
  if (kind !== 'enrollment' && kind !== 'certificate') return can(actor, `${kind}.read`, { kind, ...tenantOf(change) });
  if (scope.providerId !== undefined && scope.providerId !== (providerId ?? null)) return false;
  if (!scope.enrollmentIds) return true;
  return scope.enrollmentIds.includes(enrollmentId ?? id);
}

/** A certificate that was removed can't be read: that its enrollment changed is told apart. */
async function canRead(context: UseCaseContext, { kind, id }: Change): Promise<boolean> {
  if (kind === 'product' && context.actor.role === 'visitor') {
    const product = await context.store.read(({ products }) => products.get(id)).catch(() => undefined);
    // That it is no longer offered they may know, but nothing of what is a group's.
    return product?.allowedSites.length === 0;
  }
  if (kind !== 'enrollment' && kind !== 'certificate') return true;
  try {
    await context.store.read<unknown>((tables) =>
      kind === 'enrollment'
        ? loadEnrollment(tables, context, { id, action: 'enrollment.read', now: presentMoment(context) })
        : loadCertificate(tables, context, { id, action: 'certificate.read' }),
    );
    return true;
  } catch {
    // Not there, not theirs, or not to be found out now.
    return false;
  }
}
