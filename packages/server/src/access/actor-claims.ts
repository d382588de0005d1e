import { ROLES, type Actor } from '@enrollkit/core';
import { unauthorized } from './unauthorized.js';

/** What a token says about who asks, before anything of it is believed. */
export interface ActorClaims {
  readonly subject: unknown;
  /** What people call them. */
  readonly name?: unknown;
  readonly role: unknown;
  readonly providerId: unknown;
  readonly employerId: unknown;
  readonly email: unknown;
  readonly externalId?: unknown;
  readonly enrollmentIds: unknown;
}

/** As long as a name in a record may be. */
export const MAX_NAME_CHARS = 255;

/** Begins the ids of API keys: no token may pass for one in the history or take its idempotency keys. */
export const KEY_ACTOR_PREFIX = 'key:';

/** Who the server's own jobs are in the history: no token may pass for one either. */
export const SERVER_ACTORS = [
  'feed-schedule',
  'import-worker',
  'invitations',
  'lti',
  'notices',
  'start-deadline',
  'trainer',
  'webhooks',
] as const;
export type ServerActorId = (typeof SERVER_ACTORS)[number];

/** Whether nobody from outside may be called so. */
export function isReservedSubject(subject: string): boolean {
  return subject.startsWith(KEY_ACTOR_PREFIX) || SERVER_ACTORS.some((known) => known === subject.trim());
}

/** Who a token's claims say asks. Throws `unauthorized` when they don't say it in full: nobody is let in by half. */
export function actorFromClaims(claims: ActorClaims): Actor {
  const id = expectText('subject', claims.subject);
  if (isReservedSubject(id)) throw unauthorized('The subject of a token can’t be a name that the server itself uses');
  const role = ROLES.find((known) => known === claims.role);
  if (!role) throw unauthorized(`The token must name one of these roles: ${ROLES.join(', ')}`);

  // Empty: the provider of a host with one, and of no other.
  const providerId = claims.providerId === '' ? '' : optionalText('provider', claims.providerId);
  const enrollmentIds = optionalTexts('bookings', claims.enrollmentIds);
  return {
    id,
    ...nameOf(claims),
    role,
    ...(providerId !== undefined && (providerId !== '' || role !== 'provider') && { providerId }),
    ...(role === 'employer-hr' && { employerId: expectText('employer', claims.employerId) }),
    ...(role === 'participant' && participantOf(claims)),
    ...(enrollmentIds && { enrollmentIds }),
  };
}

/** It says who did something to people, and decides nothing: one that is no name is as good as none. */
function nameOf({ name }: ActorClaims): Pick<Actor, 'name'> {
  if (typeof name !== 'string' || name.trim() === '') return {};
  return { name: name.trim().slice(0, MAX_NAME_CHARS) };
}

/** By address, by key, or both: either finds what is theirs. */
function participantOf(claims: ActorClaims): Pick<Actor, 'email' | 'externalId'> {
  const externalId = optionalText('external id', claims.externalId);
  if (externalId === undefined) return { email: expectText('email address', claims.email) };
  const email = optionalText('email address', claims.email);
  return { externalId, ...(email !== undefined && { email }) };
}

function optionalText(what: string, value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : expectText(what, value);
}

function expectText(what: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw unauthorized(`The token has no ${what}`);
}

function optionalTexts(what: string, value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  // Something else in its place must not widen what the token opens.
  throw unauthorized(`The ${what} of the token must be a list of texts`);
}
