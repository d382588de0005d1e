import { literal, strictObject, type core } from 'zod/mini';
import type { HostCause } from '../../enrollment/enrollment.js';
import type { EnrollmentDates } from '../../enrollment/enrollment.js';
import type { NewEnrollment, StatusWriteOptions } from '../ports/enrollment-port.js';
import { calendarDay, emailAddress, filledText, flag, instant, key, newKey, optional, text } from './fields.js';

const dates = {
  startDate: optional(calendarDay),
  startDateIsMonthOnly: optional(flag),
  endDate: optional(calendarDay),
  endDateIsMonthOnly: optional(flag),
};

export const ENROLLMENT_DATES: core.$ZodType<EnrollmentDates> = strictObject(dates);

export const NEW_ENROLLMENT: core.$ZodType<NewEnrollment> = strictObject({
  ...dates,
  id: optional(newKey),
  providerId: optional(key),
  productId: key,
  startingDateId: optional(key),
  participant: strictObject({
    name: text,
    email: emailAddress,
    externalId: optional(filledText),
    employerId: optional(filledText),
  }),
  acceptedAt: optional(instant),
});

/** Who reports a status: a host that saw it for itself. */
const HOST_CAUSE: core.$ZodType<HostCause> = strictObject({
  kind: literal('host'),
  name: filledText,
  detail: optional(filledText),
});

export const STATUS_OPTIONS: core.$ZodType<Pick<StatusWriteOptions, 'cause'>> = strictObject({
  cause: optional(HOST_CAUSE),
});
