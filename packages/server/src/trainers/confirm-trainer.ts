import { EnrollkitError, linkState, type StoredTrainer, type TrainerLink, type TrainerProfile } from '@enrollkit/core';
import { sql } from 'kysely';
import { openBackend, serverActor } from '../parts/open-backend.js';
import type { RequestFacts, ServerParts } from '../parts/server-parts.js';
import { nameHas } from '../products/product-table.js';

/** What history says of whoever did it. */
const ACTOR = 'trainer';
/** As they are made: anything else was not sent by this server. */
const TOKEN = /^[\w-]{43}$/;
/** A page shows no more of them. */
const MOST_COURSES = 300;
const MOST_OFFERS = 100;

/** A profile as its trainer sees it. */
export interface InvitedTrainer {
  readonly trainer: StoredTrainer;
  /** Those that name the trainer, and those that the trainer asked for. */
  readonly courses: readonly (Course & Pick<TrainerLink, 'askedBy' | 'state' | 'decidedBy'>)[];
  /** Other courses of the provider that everybody may know of: what can be asked for. */
  readonly offers: readonly Course[];
}

interface Course {
  readonly id: string;
  readonly name: string;
}

interface Asking {
  readonly token: string;
  /** Part of the names of the courses to ask for. */
  readonly search?: string;
}

/** The trainer whose invitation has this token. Rejects with `not-found`. */
export async function readInvitation(parts: ServerParts, { token, search = '' }: Asking): Promise<InvitedTrainer> {
  const { provider_id: providerId, email } = await invitationOf(parts, token);
  const trainer = await openBackend(parts, serverActor(ACTOR, providerId)).getTrainer(email);
  const linked = (trainer.links ?? []).map(({ productId }) => productId);
  const isTheirs = sql<boolean>`(products.id = any(${linked}) or exists (
    select from jsonb_array_elements_text(published -> 'trainerEmails') as named where lower(named) = ${email}
  ))`;
  const ofProvider = parts.database.tables
    .selectFrom('products')
    .select(['id', sql<string>`published ->> 'name'`.as('name')])
    .where('provider_id', '=', providerId)
    .where('state', '=', 'active');
  const theirs = await ofProvider
    .select(sql<readonly string[]>`published -> 'trainerEmails'`.as('trainerEmails'))
    .where(isTheirs)
    .orderBy('id')
    .limit(MOST_COURSES)
    .execute();
  const offers = await ofProvider
    .where(sql<boolean>`not ${isTheirs}`)
    .where(sql<boolean>`jsonb_array_length(published -> 'allowedSites') = 0`)
    .where(nameHas(search))
    .orderBy('compared_name')
    .orderBy('id')
    .limit(MOST_OFFERS)
    .execute();
  const courses = theirs.flatMap(({ id, name, trainerEmails }) => {
    const link = linkState(trainer, { id, trainerEmails });
    if (!link) return [];
    const { askedBy, state, decidedBy } = link;
    return [{ id, name, askedBy, state, ...(decidedBy !== undefined && { decidedBy }) }];
  });
  return { trainer, courses, offers };
}

/** What the trainer whose invitation has this token says of a course. Rejects with `not-found`. */
export async function linkByToken(
  parts: ServerParts,
  { token, productId, wanted }: { readonly token: string; readonly productId: string; readonly wanted: boolean },
  request: RequestFacts,
): Promise<void> {
  const { provider_id: providerId, email } = await invitationOf(parts, token);
  const backend = openBackend(parts, serverActor(ACTOR, providerId), { request });
  if (wanted) await backend.askLink(email, productId);
  else await backend.declineLink(email, productId, { by: 'trainer' });
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
