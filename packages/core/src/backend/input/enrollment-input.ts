import { enum as oneOf, literal, nullable, strictObject, type core } from 'zod/mini';
import type { ParticipantCorrection } from '../../enrollment/acts/correct-enrollment.js';
import type { EnrollmentDates, HostCause, WithdrawalStatement } from '../../enrollment/enrollment.js';
import type { NewEnrollment, StatusWriteOptions } from '../ports/enrollment-port.js';
import {
  anyText,
  calendarDay,
  count,
  emailAddress,
  filledText,
  flag,
  instant,
  key,
  list,
  newKey,
  optional,
  rule,
  text,
  type FieldsOf,
} from './fields.js';

const dates = {
  startDate: optional(calendarDay),
  startDateIsMonthOnly: optional(flag),
  endDate: optional(calendarDay),
  endDateIsMonthOnly: optional(flag),
} satisfies FieldsOf<EnrollmentDates>;

export const ENROLLMENT_DATES: core.$ZodType<EnrollmentDates> = strictObject(dates);

/** More than any product has. */
const MOST_COSTS = 200;

/** Source: domain.md section 1. */
const MOST_NOTE_CHARS = 500;
export const NOTE = strictObject({
  note: anyText.check(rule((value) => value.length <= MOST_NOTE_CHARS, 'value-too-long', { max: MOST_NOTE_CHARS })),
});

/** What may be absent from a person is taken away by `null`. */
export const CORRECTION: core.$ZodType<{ readonly participant: ParticipantCorrection }> = strictObject({
  participant: strictObject({
    name: optional(filledText),
    email: optional(emailAddress),
    externalId: optional(nullable(filledText)),
    employerId: optional(nullable(filledText)),
  } satisfies FieldsOf<ParticipantCorrection>),
});

export const WITHDRAWAL: core.$ZodType<WithdrawalStatement> = strictObject({
  name: filledText,
  email: emailAddress,
});

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
  } satisfies FieldsOf<NewEnrollment['participant']>),
  acceptedAt: optional(instant),
  selectedCosts: optional(list(key, MOST_COSTS)),
  audience: optional(oneOf(['standard', 'vat-exempt'])),
  site: optional(key),
  expectedTotalMinor: optional(count),
  consumer: optional(flag),
  request: optional(flag),
  overbook: optional(flag),
} satisfies FieldsOf<NewEnrollment>);

/** Who reports a status: a host that saw it for itself. */
const HOST_CAUSE: core.$ZodType<HostCause> = strictObject({
  kind: literal('host'),
  name: filledText,
  detail: optional(filledText),
} satisfies FieldsOf<HostCause>);

export const STATUS_OPTIONS: core.$ZodType<Pick<StatusWriteOptions, 'cause'>> = strictObject({
  cause: optional(HOST_CAUSE),
});
