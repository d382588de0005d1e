import type { StoredProduct } from './product.js';

/** Whether visitors may know of it: it is offered, and not to the people of some sites only. */
export function isPublic({ state, allowedSites }: Pick<StoredProduct, 'state' | 'allowedSites'>): boolean {
  return state === 'active' && allowedSites.length === 0;
}

/**
 * Whether a product is offered on this site: a group's is on its own sites only, whatever its type is called. Who books it and
 * who reads it is judged alike. Source: domain.md section 4, group.
 */
export function isForSite({ allowedSites }: Pick<StoredProduct, 'allowedSites'>, site: string | undefined): boolean {
  return allowedSites.length === 0 || (site !== undefined && allowedSites.includes(site));
}

/**
 * What a visitor may read of a product: what a course page shows. Without the addresses of trainers, the person behind the
 * product, what participants are told after booking, and what concerns other systems. A new field is decided on here.
 */
const IS_PUBLIC: Readonly<Record<keyof StoredProduct, boolean>> = {
  id: true,
  providerId: true,
  name: true,
  description: true,
  imageUrls: true,
  videoUrl: true,
  language: true,
  productType: true,
  courseType: true,
  price: true,
  priceInfo: true,
  additionalCosts: true,
  discounts: true,
  trainerEmails: false,
  duration: true,
  durationByAgreement: true,
  studyLoad: true,
  runtime: true,
  completion: true,
  extraInstructionsAfterBooking: false,
  maxParticipants: true,
  participantsByAgreement: true,
  webAddress: true,
  pdfBrochureUrl: true,
  contactPerson: false,
  allowedSites: false,
  regions: true,
  level: true,
  crohoId: true,
  creboId: true,
  purpose: true,
  costPlacements: false,
  pePoints: true,
  moments: true,
  startingDates: true,
  ltiParams: false,
  state: true,
  certificationIds: true,
  startStates: true,
  linkedTrainers: false,
  trainers: true,
  startRegions: true,
  publishedAt: true,
  allowed: true,
  version: true,
};

/** The product as visitors read it: of lists that aren't for them nothing is in them. */
export function publicProduct(product: StoredProduct): StoredProduct {
  const read = Object.entries(product).flatMap(([name, value]: [string, unknown]) => {
    if (IS_PUBLIC[name as keyof StoredProduct]) return [[name, value] as const];
    return Array.isArray(value) ? [[name, []] as const] : [];
  });
  return Object.fromEntries(read) as unknown as StoredProduct;
}
