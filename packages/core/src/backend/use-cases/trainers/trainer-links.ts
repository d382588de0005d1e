import { enum as oneOf } from 'zod/mini';
import type { StoredProduct } from '../../../product/product.js';
import { isPublic } from '../../../product/public-product.js';
import type { StoredTrainer } from '../../../trainer/trainer.js';
import { isNamed, linkOf, type TrainerLink } from '../../../trainer/trainer-link.js';
import { parseInput } from '../../input/parse-input.js';
import type { TrainerPort } from '../../ports/trainer-port.js';
import { invalid, notFound } from '../../refusals.js';
import type { WriteTables } from '../../store.js';
import type { AuditAction } from '../../audit.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { write, type Outcome } from '../../write.js';
import { keepProduct, loadProduct } from '../products/product-records.js';
import { keepTrainer, loadTrainer } from './trainer-records.js';

/** Of one trainer: whoever has a link of an invitation writes no more than this. */
const MOST_LINKS = 200;

interface Pair {
  readonly trainer: StoredTrainer;
  readonly product: StoredProduct;
  readonly link: TrainerLink | undefined;
}

/** What trainers and providers ask each other about courses. Source: domain.md section 5. */
export function trainerLinks(context: UseCaseContext): Pick<TrainerPort, 'askLink' | 'acceptLink' | 'declineLink'> {
  return {
    async askLink(email, productId, options = {}) {
      return write(context, { method: 'askLink', args: [email, productId], options }, async (tables, now) => {
        const { trainer, product, link } = await loadPair(tables, context, { email, productId, action: 'ask-link' });
        const named = isNamed(product, trainer);
        // A course for the people of some sites isn't known to everybody who gives another one.
        if (product.state !== 'active' || !(named || isPublic(product))) throw notFound('product', productId);
        const isDeclinedByTrainer = link?.state === 'declined' && link.decidedBy === 'trainer';
        if (named) {
          if (!isDeclinedByTrainer) return unchanged(trainer);
          const { askedAt } = link;
          const taken = { productId, askedBy: 'provider', state: 'accepted', askedAt } as const;
          return keepLink(tables, trainer, { ...taken, decidedBy: 'trainer', decidedAt: now }, 'trainer.ask-link');
        }
        // Who was declined doesn't ask for ever.
        if (link?.askedBy === 'trainer' && !isDeclinedByTrainer) return unchanged(trainer);
        const asked = { productId, askedBy: 'trainer', state: 'asked', askedAt: now } as const;
        return keepLink(tables, trainer, asked, 'trainer.ask-link');
      });
    },

    async acceptLink(email, productId, options = {}) {
      return write(context, { method: 'acceptLink', args: [email, productId], options }, async (tables, now) => {
        const { trainer, product, link } = await loadPair(tables, context, { email, productId, action: 'accept-link' });
        const asked = expectAsked(link, productId);
        if (asked.state === 'accepted') return unchanged(trainer);
        const accepted = { ...asked, state: 'accepted', decidedBy: 'provider', decidedAt: now } as const;
        const kept = await keepLink(tables, trainer, accepted, 'trainer.accept-link');
        const { linkedTrainers = [] } = product;
        if (linkedTrainers.includes(trainer.email)) return kept;
        const linked = { linkedTrainers: [...linkedTrainers, trainer.email] };
        const { changes } = await keepProduct(tables, product, linked, 'product.link-trainer');
        return { ...kept, changes: [...kept.changes, ...changes] };
      });
    },

    async declineLink(email, productId, { by, ...options }) {
      const side = parseInput(oneOf(['provider', 'trainer']), by);
      const request = { method: 'declineLink', args: [email, productId, side], options } as const;
      return write(context, request, async (tables, now) => {
        const found = await loadPair(tables, context, { email, productId, action: 'decline-link' });
        const { trainer } = found;
        const asked = side === 'provider' ? expectAsked(found.link, productId) : expectEither(found);
        if (asked.state === 'declined') return unchanged(trainer);
        const declined = { ...asked, state: 'declined', decidedBy: side, decidedAt: now } as const;
        return keepLink(tables, trainer, declined, 'trainer.decline-link');
      });
    },
  };
}

/** Both of one provider, and where they stand. */
async function loadPair(
  tables: WriteTables,
  context: UseCaseContext,
  asked: {
    readonly email: string;
    readonly productId: string;
    readonly action: 'ask-link' | 'accept-link' | 'decline-link';
  },
): Promise<Pair> {
  const { email, productId: id, action } = asked;
  const trainer = await loadTrainer(tables, context, { email, action: `trainer.${action}` });
  const product = await loadProduct(tables, context, { id, action: 'product.read' });
  if (product.providerId !== trainer.providerId) throw notFound('product', id);
  return { trainer, product, link: linkOf(trainer, id) };
}

/** What a trainer asked, and has not taken back. */
function expectAsked(link: TrainerLink | undefined, productId: string): TrainerLink {
  const isOpen = link?.askedBy === 'trainer' && !(link.state === 'declined' && link.decidedBy === 'trainer');
  if (!link || !isOpen) throw notFound('link with product', productId);
  return link;
}

/** What either of them asked: a course that names the trainer, or what the trainer asked. */
function expectEither({ trainer, product, link }: Pair): TrainerLink {
  if (isNamed(product, trainer) && !(link?.state === 'declined' && link.decidedBy === 'trainer')) {
    const askedAt = product.publishedAt ?? trainer.invitedAt;
    return { productId: product.id, askedBy: 'provider', state: 'accepted', askedAt };
  }
  if (!link || (link.askedBy === 'provider' && link.state !== 'declined'))
    throw notFound('link with product', product.id);
  return link;
}

/** What was asked of other courses stays as it is. */
async function keepLink(
  tables: WriteTables,
  trainer: StoredTrainer,
  link: TrainerLink,
  action: AuditAction<'trainer'>,
): Promise<Outcome<StoredTrainer>> {
  const others = (trainer.links ?? []).filter(({ productId }) => productId !== link.productId);
  if (others.length >= MOST_LINKS) throw invalid('too-many', 'links', { max: MOST_LINKS });
  return keepTrainer(tables, { ...trainer, links: [...others, link] }, action);
}

function unchanged(trainer: StoredTrainer): Outcome<StoredTrainer> {
  return { result: trainer, changes: [] };
}
