import { EnrollkitError, type StoredTrainer, type TrainerProfile } from '@enrollkit/core';
import { sql } from 'kysely';
import { openBackend, serverActor } from '../parts/open-backend.js';
import type { RequestFacts, ServerParts } from '../parts/server-parts.js';

/** What history says of who did it. */
const ACTOR = 'trainer';
/** As they are made: anything else was not sent by this server. */
const TOKEN = /^[\w-]{43}$/;
/** A page shows no more of them. */
const MOST_COURSES = 100;

/** A profile as its trainer sees it, with the courses that name them. */
export interface InvitedTrainer {
  readonly trainer: StoredTrainer;
  readonly courses: readonly { readonly id: string; readonly name: string }[];
}

/** The trainer whose invitation has this token. Rejects with `not-found`. */
export async function readInvitation(parts: ServerParts, token: string): Promise<InvitedTrainer> {
  const { provider_id: providerId, email } = await invitationOf(parts, token);
  const trainer = await openBackend(parts, serverActor(ACTOR, providerId)).getTrainer(email);
  const courses = await parts.database.tables
    .selectFrom('products')
    .select(['id', sql<string>`published ->> 'name'`.as('name')])
    .where('provider_id', '=', providerId)
    .where('state', '=', 'active')
    .where(
      sql<boolean>`exists (
        select from jsonb_array_elements_text(published -> 'trainerEmails') as named where lower(named) = ${email}
      )`,
    )
    .orderBy('id')
    .limit(MOST_COURSES)
    .execute();
  return { trainer, courses };
}

/**
 * Confirms the trainer whose invitation has this token, with a profile of their own when one is given. Again changes nothing
 * but that. Rejects with `not-found`.
 */
export async function confirmByToken(
  parts: ServerParts,
  { token, profile }: { readonly token: string; readonly profile?: TrainerProfile },
  request: RequestFacts,
): Promise<StoredTrainer> {
  const invitation = await invitationOf(parts, token);
  const backend = openBackend(parts, serverActor(ACTOR, invitation.provider_id), { request });
  return backend.confirmTrainer(invitation.email, profile ? { profile } : {});
}

async function invitationOf({ database }: ServerParts, token: string): Promise<{ provider_id: string; email: string }> {
  const invitation = TOKEN.test(token)
    ? await database.tables
        .selectFrom('trainer_invitations')
        .select(['provider_id', 'email'])
        .where('token', '=', token)
        .executeTakeFirst()
    : undefined;
  if (!invitation) throw new EnrollkitError('not-found', 'No such invitation');
  return invitation;
}
