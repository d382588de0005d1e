import type { StoredProduct } from './product.js';

/** Whether visitors may know of it: it is offered, and not to the people of some sites only. */
export function isPublic({ state, allowedSites }: Pick<StoredProduct, 'state' | 'allowedSites'>): boolean {
  return state === 'active' && allowedSites.length === 0;
}

/**
 * What a visitor may read of a product: what a course page shows. Without the addresses of trainers, the person behind the
 * product, what participants are told after booking, and what concerns other systems.
 */
export function publicProduct(product: StoredProduct): StoredProduct {
  const { contactPerson: _person, extraInstructionsAfterBooking: _instructions, ...shown } = product;
  return { ...shown, trainerEmails: [], ltiParams: [], costPlacements: [], allowedSites: [] };
}
