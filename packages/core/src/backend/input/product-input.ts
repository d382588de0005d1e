import { array, enum as oneOf, strictObject, type core } from 'zod/mini';
import { ADDITIONAL_COST_TYPES } from '../../price/priced-product.js';
import type { Product } from '../../product/product.js';
import { calendarDay, count, decimal, filledText, flag, key, optional, text } from './fields.js';

const vat = oneOf(['excluded', 'included', 'exempt']);
const quantity = strictObject({ value: decimal, unit: filledText });

const price = strictObject({
  amountMinor: count,
  vat,
  vatMinor: optional(count),
  exemptAmountMinor: optional(count),
  period: oneOf(['all', 'yearly', 'monthly', 'daily']),
  onRequest: optional(flag),
  complete: flag,
});

const additionalCost = strictObject({
  id: filledText,
  type: oneOf(ADDITIONAL_COST_TYPES),
  typeOther: optional(text),
  amountMinor: count,
  vat,
  vatMinor: optional(count),
  exemptAmountMinor: optional(count),
  exemptVatMinor: optional(count),
  mandatory: flag,
});

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
  schedule: array(
    strictObject({
      id: optional(filledText),
      date: calendarDay,
      place: text,
      name: text,
      startTime: optional(text),
      endTime: optional(text),
    }),
  ),
});

/** Only the shape: what a feed may say and how it should be said is the feed's own check. */
export const PRODUCT: core.$ZodType<Product> = strictObject({
  id: key,
  providerId: optional(filledText),
  name: filledText,
  description: text,
  imageUrls: array(text),
  videoUrl: optional(text),
  language: filledText,
  productType: filledText,
  courseType: text,
  price: optional(price),
  priceInfo: optional(text),
  additionalCosts: array(additionalCost),
  discounts: array(strictObject({ site: filledText, percentage: decimal })),
  trainerEmails: array(text),
  duration: optional(quantity),
  durationByAgreement: optional(flag),
  studyLoad: optional(quantity),
  runtime: optional(text),
  completion: optional(text),
  extraInstructionsAfterBooking: optional(text),
  maxParticipants: optional(count),
  participantsByAgreement: optional(flag),
  webAddress: optional(text),
  pdfBrochureUrl: optional(text),
  contactPerson: optional(strictObject({ name: text, telephone: text, email: text })),
  allowedSites: array(text),
  regions: array(strictObject({ country: text, name: text })),
  level: optional(text),
  crohoId: optional(text),
  creboId: optional(text),
  purpose: optional(text),
  costPlacements: array(strictObject({ site: text, placement: text })),
  pePoints: array(strictObject({ organisation: text, pointType: text, points: text })),
  moments: array(text),
  startingDates: array(startingDate),
  ltiParams: array(strictObject({ key: text, value: text })),
});
