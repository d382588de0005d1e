import type { Actor } from './actor.js';
import type { Resource } from './resource.js';
import { isInScope, isShared, publishedScope, scopeOf } from './scope.js';

const ANYONE = ['provider', 'participant', 'employer-hr', 'platform-staff'] as const;

/** Who may do what with records in their scope: one table, which everything reads. Source: domain.md section 2. */
export const ACTIONS = {
  'enrollment.read': ANYONE,
  // Whoever books for themselves, or for their employees: scopes see to it.
  'enrollment.create': ['provider', 'participant', 'employer-hr'],
  'enrollment.overbook': ['provider'],
  'enrollment.accept': ['provider'],
  'enrollment.decline': ['provider'],
  'enrollment.withdraw': ['provider', 'participant'],
  'enrollment.change-status': ['provider'],
  'enrollment.cancel': ['provider'],
  'enrollment.record-invoice': ['provider'],
  'enrollment.move-dates': ['provider'],
  'enrollment.correct': ['provider'],
  'enrollment.change-start': ['provider'],
  'certificate.read': ANYONE,
  'certificate.upload': ['provider'],
  'certificate.remove': ['provider'],
  'certification.read': ANYONE,
  'certification.create': ['provider'],
  'certification.verify': ['platform-staff'],
  'certification.reject': ['platform-staff'],
  'certification.reset-verification': ['platform-staff'],
  'product.read': [...ANYONE, 'visitor'],
  'product.put': ['provider'],
  'product.link-certifications': ['provider'],
  'product.remove': ['provider'],
  'product.cancel-start': ['provider'],
  'trainer.read': ['provider'],
  'trainer.put': ['provider'],
  'trainer.confirm': ['provider'],
  'trainer.ask-link': ['provider'],
  'trainer.accept-link': ['provider'],
  'trainer.decline-link': ['provider'],
  'import.read': ['provider'],
  'import.create': ['provider'],
  'import.apply': ['provider'],
  'import.cancel': ['provider'],
} as const satisfies Record<`${Resource['kind']}.${string}`, readonly Actor['role'][]>;

export type Action = keyof typeof ACTIONS;

/** Of what isn't one person's. */
const WIDGET_READS: readonly Action[] = ['product.read', 'certification.read'];

/**
 * Whether `actor` may do `action` with `resource`. An action with a resource of another kind is never allowed.
 *
 * @example
 * can({ id: 'hr1', role: 'employer-hr', employerId: 'acme' }, 'certificate.read', {
 *   kind: 'certificate', enrollmentId: 'e1', certificationVerified: true,
 *   participant: { email: 'jan@example.nl', employerId: 'acme' },
 * }); // true
 */
export function can(actor: Actor, action: Action, resource: Resource): boolean {
  if (!action.startsWith(`${resource.kind}.`)) return false;
  const roles: readonly Actor['role'][] = ACTIONS[action];
  if (!roles.includes(actor.role)) return false;
  // A widget's token reads what its enrollment needs and writes nothing that others share.
  if (actor.enrollmentIds !== undefined && isShared(resource) && !WIDGET_READS.includes(action)) return false;
  const scope = actor.role === 'visitor' ? publishedScope(actor) : scopeOf(actor);
  return scope !== undefined && isInScope(scope, resource);
}
