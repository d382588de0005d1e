import { can } from '../../../access/can.js';
import type { StoredTrainer } from '../../../trainer/trainer.js';
import { throwIfAborted } from '../../../abort.js';
import { parseInput } from '../../input/parse-input.js';
import { DEFAULT_PAGE_SIZE, TRAINER_QUERY } from '../../input/query-input.js';
import { expectVersion, forbidden, notFound } from '../../refusals.js';
import { tenantOf, withTenant } from '../../tenant.js';
import type { TrainerPort } from '../../ports/trainer-port.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { write } from '../../write.js';
import { trainerLinks } from './trainer-links.js';
import {
  keepProfile,
  keepTrainer,
  loadTrainer,
  parseTrainer,
  trainerResource,
  withOwnProfile,
} from './trainer-records.js';

/** The use cases about trainers. */
export function trainerUseCases(context: UseCaseContext): TrainerPort {
  const { store, actor, scope } = context;

  return {
    async getTrainer(email, options = {}) {
      throwIfAborted(options.signal);
      return store.read((tables) => loadTrainer(tables, context, { email, action: 'trainer.read' }));
    },

    async listTrainers(query = {}, options = {}) {
      const asked = parseInput(TRAINER_QUERY, query);
      throwIfAborted(options.signal);
      if (!scope || !can(actor, 'trainer.read', trainerResource(tenantOf(actor)))) return { items: [], total: 0 };
      return store.read(({ trainers }) => trainers.list({ size: DEFAULT_PAGE_SIZE, ...asked, scope }), {
        isList: true,
      });
    },

    async putTrainer(trainer, options = {}) {
      const profile = withTenant(parseTrainer(trainer), actor.providerId);
      return write(context, { method: 'putTrainer', args: profile, options }, async (tables, now) => {
        if (!can(actor, 'trainer.put', trainerResource(profile))) throw forbidden('trainer.put');
        const before = await tables.trainers.get(profile.email);
        if (before && before.providerId === profile.providerId) expectVersion(before, options);
        else if (!before && options.expectedVersion !== undefined) throw notFound('trainer', profile.email);
        return keepProfile(tables, { before, profile, now });
      });
    },

    async recordInvitation(email, options = {}) {
      return write(context, { method: 'recordInvitation', args: email, options }, async (tables, now) => {
        const trainer = await loadTrainer(tables, context, { email, action: 'trainer.put' });
        if (trainer.invitationSentAt !== undefined) return { result: trainer, changes: [] };
        return keepTrainer(tables, { ...trainer, invitationSentAt: now }, 'trainer.record-invitation');
      });
    },

    async confirmTrainer(email, { profile, ...options } = {}) {
      const asked = profile && parseTrainer({ ...profile, email });
      return write(context, { method: 'confirmTrainer', args: asked ?? email, options }, async (tables, now) => {
        const trainer = await loadTrainer(tables, context, { email, action: 'trainer.confirm' });
        expectVersion(trainer, options);
        const confirmed: StoredTrainer =
          trainer.state === 'confirmed' ? trainer : { ...trainer, state: 'confirmed', confirmedAt: now };
        const own = asked ? withOwnProfile(confirmed, asked) : confirmed;
        if (own === trainer) return { result: trainer, changes: [] };
        return keepTrainer(tables, own, 'trainer.confirm');
      });
    },

    ...trainerLinks(context),
  };
}
