import { strictObject, type core } from 'zod/mini';
import type { EnrollmentDates, NewEnrollment } from '../backend.js';
import { calendarDay, emailAddress, filledText, flag, instant, optional, text } from './fields.js';

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
