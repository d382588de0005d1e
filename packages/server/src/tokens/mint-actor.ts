import { EnrollkitError, errorIssue, normalizeEmail, type Actor, type IssueCode } from '@enrollkit/core';
import { isReservedSubject } from '../access/actor-claims.js';

/** For whom a token is asked. */
export interface TokenRequest {
  readonly subject: string;
  readonly name?: string | undefined;
  readonly role: Actor['role'];
  readonly providerId?: string | undefined;
  readonly employerId?: string | undefined;
  readonly email?: string | undefined;
  readonly externalId?: string | undefined;
  readonly enrollmentIds?: readonly string[] | undefined;
}

/**
 * Who a token will stand for. Nobody gives away more than they have: a provider's key speaks for the provider, its
 * participants and their employers; platform staff for anybody, at one provider that they name, and for platform staff.
 */
export function mintActor(minter: Actor, asked: TokenRequest): Actor {
  if (minter.role !== 'provider' && minter.role !== 'platform-staff')
    throw forbidden('This role may not create tokens');
  if (minter.role === 'provider' && asked.role === 'platform-staff')
    throw forbidden('A provider may not create tokens for platform staff');
  if (asked.subject.trim() === '') throw invalid('required', 'subject');
  if (isReservedSubject(asked.subject)) throw invalid('not-allowed', 'subject');

  return {
    id: asked.subject,
    ...(asked.name !== undefined && { name: expect(asked.name, 'name').trim() }),
    role: asked.role,
    ...tenantFor(minter, asked),
    ...(asked.role === 'participant' && participantOf(asked)),
    ...(asked.role === 'employer-hr' && { employerId: expect(asked.employerId, 'employerId') }),
    ...(asked.enrollmentIds && { enrollmentIds: asked.enrollmentIds }),
  };
}

/** Found by address, by the key in the provider's system, or by either. */
function participantOf({ email, externalId }: TokenRequest): Pick<Actor, 'email' | 'externalId'> {
  if (externalId === undefined) return { email: normalizeEmail(expect(email, 'email')) };
  return {
    externalId: expect(externalId, 'externalId'),
    ...(email !== undefined && { email: normalizeEmail(expect(email, 'email')) }),
  };
}

function tenantFor(minter: Actor, { role, providerId }: TokenRequest): Pick<Actor, 'providerId'> {
  if (minter.role === 'provider' || minter.providerId !== undefined) {
    if (providerId !== undefined && providerId !== minter.providerId)
      throw forbidden('This would be a token for another provider');
    if (minter.providerId !== undefined) return { providerId: minter.providerId };
    // The key of a host with one provider. Without a name others would be free to look at every provider.
    return role === 'provider' ? {} : { providerId: '' };
  }
  if (role === 'platform-staff' && providerId === undefined) return {};
  return { providerId: expect(providerId, 'providerId') };
}

function expect(value: string | undefined, path: string): string {
  if (value === undefined || value.trim() === '') throw invalid('required', path);
  return value;
}

function forbidden(message: string): EnrollkitError {
  return new EnrollkitError('forbidden', message);
}

function invalid(code: IssueCode, path: string): EnrollkitError {
  return new EnrollkitError('invalid', `${path}: ${code}`, { issues: [errorIssue(code, path)] });
}
