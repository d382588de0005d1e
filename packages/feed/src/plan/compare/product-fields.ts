import type { Product, ProductField, StartingDate } from '@enrollkit/core';

/** Finds what an item of a list is about, so that the old one and the new one meet. No key: look further. */
export type ItemKey = (item: Readonly<Record<string, unknown>>) => string | undefined;

export interface ListRule {
  /** Whether another order is another meaning: the first image is the one that is shown. */
  readonly isOrdered?: boolean;
  /** For lists of records: ways to recognize an item, the surest first. Without any the list changes as a whole. */
  readonly keys?: readonly ItemKey[];
  /** A property that only says where the item was in its list. */
  readonly ignored?: string;
}

const by =
  (...names: readonly string[]): ItemKey =>
  (item) =>
    names.every((name) => item[name] === undefined) ? undefined : JSON.stringify(names.map((name) => item[name]));

/** Every field of a feed's product, in the order in which a person reads about its changes. A tenant isn't one. */
export const PRODUCT_FIELDS = Object.keys({
  name: true,
  description: true,
  language: true,
  productType: true,
  courseType: true,
  level: true,
  price: true,
  additionalCosts: true,
  discounts: true,
  priceInfo: true,
  startingDates: true,
  maxParticipants: true,
  participantsByAgreement: true,
  duration: true,
  durationByAgreement: true,
  studyLoad: true,
  runtime: true,
  completion: true,
  moments: true,
  regions: true,
  trainerEmails: true,
  contactPerson: true,
  webAddress: true,
  pdfBrochureUrl: true,
  imageUrls: true,
  videoUrl: true,
  extraInstructionsAfterBooking: true,
  allowedSites: true,
  purpose: true,
  costPlacements: true,
  pePoints: true,
  crohoId: true,
  creboId: true,
  ltiParams: true,
} satisfies Record<ProductField, true>) as readonly ProductField[];

type RecordListsOf<Type> = {
  [Name in keyof Type]-?: Type[Name] extends readonly object[] ? Name : never;
}[keyof Type];

/**
 * How the lists of a product are compared: each that has records in it, so that a new one isn't compared as a whole in
 * silence. Others that aren't here are sets: their order means nothing.
 */
export const LIST_RULES: Readonly<Record<string, ListRule>> = {
  imageUrls: { isOrdered: true },
  // Their ids are their places in the feed.
  additionalCosts: { keys: [by('type', 'typeOther', 'mandatory'), by('type', 'typeOther'), by('type')], ignored: 'id' },
  startingDates: { keys: [by('id'), by('startDate', 'place'), by('startDate')] },
  schedule: { keys: [by('id'), by('date', 'name'), by('date')] },
  discounts: { keys: [by('site')] },
  costPlacements: { keys: [by('site')] },
  regions: { keys: [by('country', 'name')] },
  pePoints: { keys: [by('organisation', 'pointType')] },
  ltiParams: { keys: [by('key')] },
} satisfies Record<RecordListsOf<Product> | RecordListsOf<StartingDate>, ListRule> &
  Partial<Record<keyof Product, ListRule>>;
