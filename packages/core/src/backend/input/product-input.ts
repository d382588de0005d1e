import { enum as oneOf, strictObject, type core } from 'zod/mini';
import { ADDITIONAL_COST_TYPES } from '../../price/priced-product.js';
import type { AdditionalCost, CoursePrice, SiteDiscount } from '../../price/priced-product.js';
import type {
  ContactPerson,
  CostPlacement,
  CourseDay,
  LtiParam,
  PePoint,
  Product,
  Quantity,
  Region,
  StartingDate,
} from '../../product/product.js';
import {
  calendarDay,
  count,
  decimal,
  filledText,
  flag,
  key,
  link,
  longText,
  optional,
  optionalList,
  text,
  type FieldsOf,
} from './fields.js';
import { LIST_LIMITS } from '../../text-limits.js';

const vat = oneOf(['excluded', 'included', 'exempt']);
const quantity = strictObject({ value: decimal, unit: filledText } satisfies FieldsOf<Quantity>);

const price = strictObject({
  amountMinor: count,
  vat,
  vatMinor: optional(count),
  exemptAmountMinor: optional(count),
  period: oneOf(['all', 'yearly', 'monthly', 'daily']),
  onRequest: optional(flag),
  complete: flag,
} satisfies FieldsOf<CoursePrice>);

const additionalCost = strictObject({
  id: key,
  type: oneOf(ADDITIONAL_COST_TYPES),
  typeOther: optional(text),
  amountMinor: count,
  vat,
  vatMinor: optional(count),
  exemptAmountMinor: optional(count),
  exemptVatMinor: optional(count),
  mandatory: flag,
} satisfies FieldsOf<AdditionalCost>);

const startingDate = strictObject({
  id: optional(key),
  startDate: calendarDay,
  startDateIsMonthOnly: flag,
  endDate: optional(calendarDay),
  endDateIsMonthOnly: flag,
  place: text,
  minSeats: optional(count),
  maxSeats: optional(count),
  availableSeats: optional(count),
  startGuaranteed: optional(flag),
  schedule: optionalList(
    strictObject({
      id: optional(filledText),
      date: calendarDay,
      place: text,
      name: text,
      startTime: optional(text),
      endTime: optional(text),
    } satisfies FieldsOf<CourseDay>),
  ),
} satisfies FieldsOf<StartingDate>);

/** Only the shape: what a feed may say and how it should be said is the feed's own check. */
export const PRODUCT: core.$ZodType<Product> = strictObject({
  id: key,
  providerId: optional(key),
  name: filledText,
  description: longText,
  imageUrls: optionalList(link),
  videoUrl: optional(link),
  language: filledText,
  productType: filledText,
  courseType: text,
  price: optional(price),
  priceInfo: optional(longText),
  additionalCosts: optionalList(additionalCost),
  discounts: optionalList(strictObject({ site: filledText, percentage: decimal } satisfies FieldsOf<SiteDiscount>)),
  trainerEmails: optionalList(text),
  duration: optional(quantity),
  durationByAgreement: optional(flag),
  studyLoad: optional(quantity),
  runtime: optional(longText),
  completion: optional(longText),
  extraInstructionsAfterBooking: optional(longText),
  maxParticipants: optional(count),
  participantsByAgreement: optional(flag),
  webAddress: optional(link),
  pdfBrochureUrl: optional(link),
  contactPerson: optional(strictObject({ name: text, telephone: text, email: text } satisfies FieldsOf<ContactPerson>)),
  allowedSites: optionalList(text),
  regions: optionalList(strictObject({ country: text, name: text } satisfies FieldsOf<Region>)),
  level: optional(longText),
  crohoId: optional(text),
  creboId: optional(text),
  purpose: optional(longText),
  costPlacements: optionalList(strictObject({ site: text, placement: text } satisfies FieldsOf<CostPlacement>)),
  pePoints: optionalList(
    strictObject({ organisation: text, pointType: text, points: text } satisfies FieldsOf<PePoint>),
  ),
  moments: optionalList(text),
  startingDates: optionalList(startingDate, LIST_LIMITS.startingDates),
  ltiParams: optionalList(strictObject({ key: text, value: link } satisfies FieldsOf<LtiParam>)),
} satisfies FieldsOf<Product>);
