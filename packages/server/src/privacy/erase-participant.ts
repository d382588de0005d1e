import { normalizeEmail, type Actor } from '@enrollkit/core';
import { tenantOf } from '../store/tenant.js';
import { eraseEnrollments, type ErasedCounts, type ErasureParts } from './erase-enrollments.js';

/** Erases a person from the actor's provider, or from every provider for platform staff. Again: there is nothing to erase. */
export async function eraseParticipant(
  parts: ErasureParts,
  { email, actor, requestId }: { readonly email: string; readonly actor: Actor; readonly requestId: string },
): Promise<ErasedCounts> {
  const tenant = tenantOf(actor);
  return eraseEnrollments(parts, {
    actor,
    requestId,
    async select(tx) {
      const query = tx
        .selectFrom('enrollments')
        .select(['provider_id', 'id', 'participant_email', 'email', 'external_id'])
        .where('email', '=', normalizeEmail(email))
        .orderBy('provider_id')
        .orderBy('id');
      return (tenant === undefined ? query : query.where('provider_id', '=', tenant)).execute();
    },
  });
}
