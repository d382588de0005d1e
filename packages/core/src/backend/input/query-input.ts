import { array, enum as oneOf, int, literal, pipe, strictObject, string, transform, union, type core } from 'zod/mini';
import { normalizeEmail } from '../../access/scope.js';
import { BOOKING_STATES, type BookingState } from '../../booking/booking-state.js';
import { ENROLLMENT_NEEDS, type EnrollmentNeed } from '../../enrollment/lists/enrollment-needs.js';
import { ENROLLMENT_ORDERS, type EnrollmentOrder, type OrderBy } from '../../enrollment/lists/enrollment-order.js';
import { STATUSES } from '../../enrollment/participation-status.js';
import type { CertificateQuery } from '../ports/certificate-port.js';
import type { CertificationQuery } from '../ports/certification-port.js';
import type { EnrollmentQuery } from '../ports/enrollment-port.js';
import type { ProductQuery } from '../ports/product-port.js';
import type { ImportQuery, ImportStepQuery } from '../ports/import-port.js';
import type { TrainerQuery } from '../ports/trainer-port.js';
import { MOST_AT_ONCE } from '../ports/many-port.js';
import { count, anyText, calendarDay, flag, instant, optional, rule, text } from './fields.js';
import { IMPORT_ACTIONS, IMPORT_KINDS } from './import-input.js';

/** Rows on a page when nobody says. */
export const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 500;

const paging = {
  size: optional(int().check(rule((size) => size >= 1 && size <= MAX_PAGE_SIZE, 'out-of-range'))),
  offset: optional(count),
};

const email = pipe(string(), transform(normalizeEmail));
const importState = oneOf(['planning', 'planned', 'held', 'applying', 'done', 'cancelled', 'failed']);
const status = oneOf(STATUSES);
const missing = oneOf(['certificate', 'invoice']);
const orders = Object.keys(ENROLLMENT_ORDERS) as EnrollmentOrder[];
const ORDERS: readonly OrderBy[] = orders.flatMap((order): OrderBy[] => [order, `-${order}`]);
const bookingState = oneOf(Object.keys(BOOKING_STATES) as BookingState[]);

export const ENROLLMENT_QUERY: core.$ZodType<EnrollmentQuery> = strictObject({
  ...paging,
  ids: optional(array(anyText).check(rule((ids) => ids.length <= MOST_AT_ONCE, 'too-many-items'))),
  status: optional(union([status, array(status)])),
  bookingState: optional(union([bookingState, array(bookingState)])),
  productId: optional(anyText),
  startingDateId: optional(anyText),
  search: optional(text),
  missing: optional(union([missing, array(missing)])),
  endsBefore: optional(calendarDay),
  needs: optional(oneOf(Object.keys(ENROLLMENT_NEEDS) as EnrollmentNeed[])),
  orderBy: optional(oneOf(ORDERS)),
  afterId: optional(anyText),
  afterProviderId: optional(anyText),
  email: optional(email),
  externalId: optional(anyText),
  createdFrom: optional(instant),
  updatedFrom: optional(instant),
});

export const CERTIFICATE_QUERY: core.$ZodType<CertificateQuery> = strictObject({
  ...paging,
  enrollmentId: optional(anyText),
  email: optional(email),
  certificationId: optional(anyText),
  sha256: optional(anyText),
  createdFrom: optional(instant),
  search: optional(text),
  expiresFrom: optional(calendarDay),
  expiresBefore: optional(calendarDay),
  isVerified: optional(flag),
  orderBy: optional(oneOf(['expires', '-expires'])),
  afterId: optional(anyText),
  afterProviderId: optional(anyText),
});

export const CERTIFICATION_QUERY: core.$ZodType<CertificationQuery> = strictObject({
  ...paging,
  productId: optional(anyText),
  afterId: optional(anyText),
});

export const PRODUCT_QUERY: core.$ZodType<ProductQuery> = strictObject({
  ...paging,
  site: optional(anyText),
  state: optional(oneOf(['active', 'deleted'])),
  ids: optional(array(anyText)),
  afterId: optional(anyText),
});

export const TRAINER_QUERY: core.$ZodType<TrainerQuery> = strictObject({
  ...paging,
  emails: optional(array(email)),
  afterEmail: optional(email),
  state: optional(oneOf(['invited', 'confirmed'])),
  hasAsked: optional(literal(true)),
  isInvitationSent: optional(flag),
});

export const IMPORT_QUERY: core.$ZodType<ImportQuery> = strictObject({
  ...paging,
  kind: optional(oneOf(IMPORT_KINDS)),
  state: optional(union([importState, array(importState)])),
});

export const IMPORT_STEP_QUERY: core.$ZodType<ImportStepQuery> = strictObject({
  ...paging,
  isDone: optional(flag),
  action: optional(oneOf(IMPORT_ACTIONS)),
  isNewId: optional(flag),
  forReview: optional(flag),
  afterOrder: optional(int()),
});
