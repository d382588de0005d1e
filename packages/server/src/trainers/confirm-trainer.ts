import { EnrollkitError, type StoredTrainer } from '@enrollkit/core';
import { openBackend, serverActor } from '../parts/open-backend.js';
import type { RequestFacts, ServerParts } from '../parts/server-parts.js';

/** What history says of who did it. */
const ACTOR = 'trainer';
/** As they are made: anything else was not sent by this server. */
const TOKEN = /^[\w-]{43}$/;

/** Confirms the trainer whose invitation has this token. Again changes nothing. Rejects with `not-found`. */
export async function confirmByToken(parts: ServerParts, token: string, request: RequestFacts): Promise<StoredTrainer> {
  const invitation = TOKEN.test(token)
    ? await parts.database.tables
        .selectFrom('trainer_invitations')
        .select(['provider_id', 'email'])
        .where('token', '=', token)
        .executeTakeFirst()
    : undefined;
  if (!invitation) throw new EnrollkitError('not-found', 'No such invitation');
  const backend = openBackend(parts, serverActor(ACTOR, invitation.provider_id), { request });
  return backend.confirmTrainer(invitation.email);
}
