import { normalizeEmail } from '../access/scope.js';
import type { Instant } from '../calendar/time.js';

/** The two that must agree before a course shows a trainer. */
export type LinkSide = 'provider' | 'trainer';

/**
 * What a provider and a trainer said of one course. A provider asks by naming the trainer with the course, which needs no
 * entry as long as the trainer doesn't decline. Source: domain.md section 5.
 */
export interface TrainerLink {
  readonly productId: string;
  readonly askedBy: LinkSide;
  readonly state: 'asked' | 'accepted' | 'declined';
  readonly askedAt: Instant;
  readonly decidedBy?: LinkSide;
  readonly decidedAt?: Instant;
}

interface Linked {
  readonly email: string;
  readonly links?: readonly TrainerLink[];
}

/** Whether the provider names this trainer with the course. */
export function isNamed({ trainerEmails }: { readonly trainerEmails: readonly string[] }, { email }: Linked): boolean {
  return trainerEmails.some((named) => normalizeEmail(named) === email);
}

export function linkOf({ links = [] }: Pick<Linked, 'links'>, productId: string): TrainerLink | undefined {
  return links.find((link) => link.productId === productId);
}

/**
 * Where the two stand about a course; nothing when nobody asked. What a trainer declined stays declined whatever a feed
 * names; what a provider declined is asked anew by naming the trainer.
 */
export function linkState(
  trainer: Linked,
  product: { readonly id: string; readonly trainerEmails: readonly string[] },
): Pick<TrainerLink, 'askedBy' | 'state' | 'decidedBy'> | undefined {
  const link = linkOf(trainer, product.id);
  const named = isNamed(product, trainer);
  if (link?.state === 'declined' && link.decidedBy === 'trainer') return link;
  if (named) return { askedBy: 'provider', state: 'accepted' };
  return link?.askedBy === 'trainer' ? link : undefined;
}
