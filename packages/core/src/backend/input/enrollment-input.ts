import { literal, refine, strictObject, type core } from 'zod/mini';
import type { HostCause } from '../../enrollment/enrollment.js';
import type { EnrollmentDates, NewEnrollment, StatusWriteOptions } from '../backend.js';
import { calendarDay, emailAddress, filledText, flag, instant, optional, text } from './fields.js';

/** A name on a screen. */
const MOST_NAME_CHARS = 255;

const dates = {
  startDate: optional(calendarDay),
  startDateIsMonthOnly: optional(flag),
  endDate: optional(calendarDay),
  endDateIsMonthOnly: optional(flag),
};

export const ENROLLMENT_DATES: core.$ZodType<EnrollmentDates> = strictObject(dates);

export const NEW_ENROLLMENT: core.$ZodType<NewEnrollment> = strictObject({
  ...dates,
  id: optional(filledText),
  providerId: optional(filledText),
  productId: filledText,
  startingDateId: optional(filledText),
  participant: strictObject({
    name: text,
    email: emailAddress,
    externalId: optional(filledText),
    employerId: optional(filledText),
  }),
  acceptedAt: optional(instant),
});

const name = filledText.check(refine((value) => value.length <= MOST_NAME_CHARS, 'out-of-range'));

/** Who reports a status: a host that saw it for itself. */
const HOST_CAUSE: core.$ZodType<HostCause> = strictObject({
  kind: literal('host'),
  name,
  detail: optional(name),
});

export const STATUS_OPTIONS: core.$ZodType<Pick<StatusWriteOptions, 'cause'>> = strictObject({
  cause: optional(HOST_CAUSE),
});
