import type { Actor } from './actor.js';
import type { CertificateResource, EnrollmentResource, Resource } from './resource.js';

/**
 * Which records an actor may know of. `can` asks it about one record; a store takes it as a filter, so that pages and
 * totals count nothing else. Every field that is present must match.
 */
export interface Scope {
  /** Records of this provider; `null`: records that name no provider, in a host with one provider only. */
  readonly providerId?: string | null;
  /** Personal records of people with this employer. */
  readonly employerId?: string;
  /** Personal records of the person with this address, in lower case; with `externalId` too, either tells who it is. */
  readonly email?: string;
  /** Personal records of the person with this key in the provider's system. */
  readonly externalId?: string;
  /** Personal records of these enrollments. */
  readonly enrollmentIds?: readonly string[];
  /** Certificates whose certification is verified. */
  readonly verifiedOnly?: true;
}

/**
 * Two spellings of one address are one person. Only A to Z have small letters here: other alphabets' rules make another
 * address of some (the Kelvin sign becomes a k), and with it another person's.
 */
export function normalizeEmail(email: string): string {
  return email.trim().replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * The records that `actor` may know of, or nothing when the actor doesn't say whose records are meant.
 * Source: domain.md section 2, privacy: the provider, the participant, HR of the employer, platform staff. `verifiedOnly` is
 * false where nobody verifies what certificates are for.
 *
 * @example
 * scopeOf({ id: 'u1', role: 'participant', email: 'Jan@Example.nl' }) // { email: 'jan@example.nl', verifiedOnly: true }
 */
export function scopeOf(actor: Actor, { verifiedOnly = true } = {}): Scope | undefined {
  const narrowed = actor.enrollmentIds === undefined ? {} : { enrollmentIds: actor.enrollmentIds };
  if (actor.role === 'provider') return { ...narrowed, providerId: actor.providerId || null };

  // Somebody from outside the provider may move between providers, unless the host says otherwise.
  const outsider = {
    ...narrowed,
    ...(actor.providerId === undefined ? {} : { providerId: actor.providerId || null }),
    ...(verifiedOnly && { verifiedOnly }),
  } as const;
  switch (actor.role) {
    case 'participant':
      return personOf(actor, outsider);
    case 'employer-hr':
      return actor.employerId === undefined ? undefined : { ...outsider, employerId: actor.employerId };
    case 'platform-staff':
      return outsider;
    // What is published is no record of anybody's: see publishedScope.
    case 'visitor':
      return undefined;
  }
}

/** The products of the provider on whose page a visitor is. Of all else a visitor may know nothing. */
export function publishedScope({ providerId }: Actor): Scope {
  return { providerId: providerId || null };
}

function personOf({ email, externalId, providerId }: Actor, outsider: Scope): Scope | undefined {
  if (email === undefined && externalId === undefined) return undefined;
  return {
    ...outsider,
    ...(email !== undefined && { email: normalizeEmail(email) }),
    // A key of one provider's system is another person's in the next one.
    ...(externalId !== undefined && { externalId, providerId: providerId || null }),
  };
}

/** Whether a record lies within a scope. */
export function isInScope(scope: Scope, resource: Resource): boolean {
  if (scope.providerId !== undefined && scope.providerId !== (resource.providerId ?? null)) return false;
  if (isShared(resource)) return true;
  if (scope.employerId !== undefined && scope.employerId !== resource.participant.employerId) return false;
  if (!isPerson(scope, resource.participant)) return false;
  if (scope.enrollmentIds !== undefined && !scope.enrollmentIds.includes(resource.enrollmentId)) return false;
  return resource.kind === 'enrollment' || scope.verifiedOnly === undefined || resource.certificationVerified;
}

function isPerson({ email, externalId }: Scope, participant: EnrollmentResource['participant']): boolean {
  if (email === undefined && externalId === undefined) return true;
  if (email !== undefined && email === normalizeEmail(participant.email)) return true;
  return externalId !== undefined && externalId === participant.externalId;
}

/**
 * Whether it is a provider's and no participant's. Products and certifications whoever deals with the provider may know;
 * who may do what with the others, the table of actions says.
 */
export function isShared(resource: Resource): resource is Exclude<Resource, EnrollmentResource | CertificateResource> {
  return resource.kind !== 'enrollment' && resource.kind !== 'certificate';
}
