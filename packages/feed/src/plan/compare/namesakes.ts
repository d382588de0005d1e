import type { Namesake, Product } from '@enrollkit/core';
import type { DraftedStep, PlanDraft } from '../plan-draft.js';
import type { SeenInFeed } from './seen-in-feed.js';

/** What is to be done to a product, and what tells it from others. */
export interface NamedStep {
  readonly step: DraftedStep;
  readonly product: Pick<Product, 'id' | 'name' | 'webAddress'>;
}

interface Waiting extends NamedStep {
  readonly order: number;
  readonly other: Namesake;
}

/**
 * Steps whose products get a name that another one has until now: whether that one goes, or gets a name of its own, is known
 * at the end of the feed only. Names are unique. Source: domain.md section 4.
 */
export class Namesakes {
  readonly #waiting: Waiting[] = [];

  /** Keeps its place. */
  wait(draft: PlanDraft, named: NamedStep, other: Namesake): void {
    const { id, name, webAddress } = named.product;
    // Nothing but what is needed: there may be as many as products.
    const product = { id, name, ...(webAddress !== undefined && { webAddress }) };
    this.#waiting.push({ step: named.step, product, order: draft.reserve(), other });
  }

  /** The whole feed was read: plans those whose names will be free, and leaves the others out. */
  async settle(draft: PlanDraft, seen: SeenInFeed): Promise<void> {
    for (const { step, product, order, other } of this.#waiting) {
      const isInFeed = seen.ids.has(other.id);
      const stays = isInFeed ? seen.left.has(other.id) : seen.unknownAt !== undefined;
      if (!stays) {
        const added = await draft.add(step, order);
        if (added.action === 'create') seen.newIds.created(product, added);
        continue;
      }
      draft.count('left');
      const { line = 1 } = step;
      const params = { name: product.name, productId: other.id };
      draft.note([{ code: 'name-taken', severity: 'error', path: 'name', line, params }], product.id);
    }
  }
}

/** Whether it gets a name that it hasn't now. */
export function getsName({ action, changes }: DraftedStep): boolean {
  return action !== 'update' || changes.some(({ path }) => path === 'name');
}
