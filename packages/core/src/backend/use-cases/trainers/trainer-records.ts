import { can, type Action } from '../../../access/can.js';
import type { TrainerResource } from '../../../access/resource.js';
import { normalizeEmail } from '../../../access/scope.js';
import type { StoredTrainer, Trainer } from '../../../trainer/trainer.js';
import type { Instant } from '../../../calendar/time.js';
import type { Change } from '../../ports/change-port.js';
import { orderedJson } from '../../digest.js';
import { TRAINER } from '../../input/trainer-input.js';
import { parseInput } from '../../input/parse-input.js';
import { forbidden, invalid, notFound } from '../../refusals.js';
import type { ReadTables, WriteTables } from '../../store.js';
import { tenantOf } from '../../tenant.js';
import type { UseCaseContext } from '../../use-case-context.js';
import type { Outcome } from '../../write.js';
import type { AuditAction } from '../../audit.js';

/** A profile, and whose it is. */
export type OwnedTrainer = Trainer & { readonly providerId?: string };

/** The trainer, when the actor may know of them and may do this. */
export async function loadTrainer(
  tables: Pick<ReadTables, 'trainers'>,
  { actor }: UseCaseContext,
  { email, action }: { readonly email: string; readonly action: Action },
): Promise<StoredTrainer> {
  // Hosts without TypeScript may ask with something that is no address: there is no such trainer.
  const trainer = typeof email === 'string' ? await tables.trainers.get(normalizeEmail(email)) : undefined;
  if (!trainer || !can(actor, 'trainer.read', trainerResource(trainer))) throw notFound('trainer', email);
  if (!can(actor, action, trainerResource(trainer))) throw forbidden(action);
  return trainer;
}

/** What a caller says of a trainer; what the backend keeps besides isn't the caller's to say. */
export function parseTrainer(trainer: Trainer & Partial<StoredTrainer>): OwnedTrainer {
  const { email, ...profile } = parseInput(TRAINER, profileOf(trainer));
  return { ...profile, email: normalizeEmail(email) };
}

/** Keeps a profile: of a new trainer as an invitation. The same as is there already is no new version. */
export async function keepProfile(
  tables: WriteTables,
  { before, profile, now }: { before: StoredTrainer | undefined; profile: OwnedTrainer; now: Instant },
): Promise<Outcome<StoredTrainer>> {
  if (before && before.providerId !== profile.providerId) throw invalid('id-taken', 'email', { id: profile.email });
  if (!before) return keepTrainer(tables, { ...profile, state: 'invited', invitedAt: now, version: 0 }, 'trainer.put');
  if (orderedJson(profileOf(before)) === orderedJson(profile)) return { result: before, changes: [] };
  return keepTrainer(tables, withProfile(before, profile), 'trainer.put');
}

/** The trainer's own words in the place of the profile. The same trainer, when they are there already. */
export function withOwnProfile(trainer: StoredTrainer, profile: OwnedTrainer): StoredTrainer {
  const own = { ...profile, ...tenantOf(trainer), email: trainer.email };
  if (trainer.ownProfile && orderedJson(profileOf(trainer)) === orderedJson(own)) return trainer;
  return { ...withProfile(trainer, own), ownProfile: true };
}

/** Another profile, and all else as it was. */
function withProfile(before: StoredTrainer, profile: OwnedTrainer): StoredTrainer {
  const { state, invitedAt, invitationSentAt, confirmedAt, links, version } = before;
  return {
    ...profile,
    state,
    invitedAt,
    ...(invitationSentAt !== undefined && { invitationSentAt }),
    ...(confirmedAt !== undefined && { confirmedAt }),
    ...(links !== undefined && { links }),
    version,
  };
}

/** Keeps a trainer as the next version. */
export async function keepTrainer(
  tables: WriteTables,
  trainer: StoredTrainer,
  action: AuditAction<'trainer'>,
): Promise<Outcome<StoredTrainer>> {
  const result = { ...trainer, version: trainer.version + 1 };
  await tables.trainers.put(result, action);
  return { result, changes: [trainerChange(result)] };
}

function profileOf(trainer: OwnedTrainer & Partial<StoredTrainer>): OwnedTrainer {
  const {
    state: _1,
    invitedAt: _2,
    invitationSentAt: _3,
    confirmedAt: _4,
    ownProfile: _5,
    links: _6,
    version: _7,
    ...profile
  } = trainer;
  return profile;
}

export function trainerResource(trainer: { readonly providerId?: string }): TrainerResource {
  return { kind: 'trainer', ...tenantOf(trainer) };
}

function trainerChange(trainer: StoredTrainer): Change {
  return { kind: 'trainer', id: trainer.email, ...tenantOf(trainer) };
}
