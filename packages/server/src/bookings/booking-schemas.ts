import { z } from '@hono/zod-openapi';
import {
  ACTIONS,
  ADDITIONAL_COST_TYPES,
  BOOKING_STATES,
  RULE_IDS,
  STATUSES,
  STATUSES_BY_HAND,
  toWireName,
  type Action,
  type BookingState,
} from '@enrollkit/core';
import { problem } from '../http/schemas/problem.js';
import { count, day, email, flag, id, moment, pageOf, text, version } from '../http/schemas/fields.js';

/** A participation status in the words of the API. */
const participationStatus = text.openapi({ enum: STATUSES.map(toWireName), example: 'did not pass' });

const participant = z
  .strictObject({
    name: text.openapi({ example: 'Jan Jansen' }),
    email,
    external_id: text
      .optional()
      .openapi({ description: 'The participant’s id in your own system.', example: 'emp-17' }),
    employer_id: text
      .optional()
      .openapi({ description: 'The employer whose HR staff may see the result.', example: 'acme' }),
  })
  .openapi('Participant');

const dates = {
  start_date: day.optional(),
  start_date_is_month_only: flag.optional().openapi({ description: 'Only the month is known; ignore the day.' }),
  end_date: day.optional(),
  end_date_is_month_only: flag.optional(),
};

const hostCause = z
  .strictObject({
    kind: z.literal('host'),
    name: text.openapi({ description: 'What people call your system.', example: 'Moodle' }),
    detail: text.optional().openapi({ description: 'What it observed, in a few words.', example: 'cursus voltooid' }),
  })
  .openapi('HostCause', { description: 'A system that observed this itself. Counts like a change by hand.' });

const note = z.string().openapi({ maxLength: 500, example: 'De groep is vol.' });

export const statusChange = z
  .object({
    from: participationStatus,
    to: participationStatus,
    at: moment.openapi({ description: 'When the status changed. For a rule: when its condition was met.' }),
    cause: z.union([
      z.object({
        kind: z.literal('manual'),
        by: text.openapi({ description: 'The id of whoever did it, in your system.' }),
        name: text.optional().openapi({ description: 'What people call them. Show this rather than the id.' }),
      }),
      hostCause,
      z.object({ kind: z.literal('rule'), rule: z.enum(RULE_IDS) }),
    ]),
    note: note.optional().openapi({ description: 'Why, in the words of whoever changed it.' }),
  })
  .openapi('StatusChange');

/** Where a booking stands. */
export const bookingState = z.enum(Object.keys(BOOKING_STATES) as [BookingState, ...BookingState[]]);

const bookingChange = z
  .object({
    from: bookingState.optional(),
    to: bookingState,
    at: moment,
    by: text.optional().openapi({ description: 'The id of whoever did it, in your system.' }),
    name: text.optional().openapi({ description: 'What people call them. Show this rather than the id.' }),
    note: note.optional(),
    overbooked: z.literal(true).optional().openapi({ description: 'Booked knowingly, though no seat was left.' }),
  })
  .openapi('BookingChange');

const correction = z
  .object({
    at: moment,
    by: text.openapi({ description: 'The id of whoever did it, in your system.' }),
    name: text.optional().openapi({ description: 'What people call them. Show this rather than the id.' }),
    note: note.optional(),
    changes: z.array(
      z.object({
        field: z.enum(['name', 'email', 'external_id', 'employer_id', 'starting_date_id']),
        from: text.optional(),
        to: text.optional(),
      }),
    ),
  })
  .openapi('Correction');

const priceLine = z.object({
  id: text,
  kind: z.enum(['course', 'cost']),
  type: z.enum(ADDITIONAL_COST_TYPES).optional(),
  type_other: text.optional(),
  mandatory: flag,
  selected: flag,
  net_minor: count,
  vat_minor: count,
  gross_minor: count,
});

const audience = z.enum(['standard', 'vat-exempt']);

const bookedPrice = z
  .object({
    display: z.enum(['amount', 'free', 'on-request']),
    currency: z.literal('EUR'),
    period: z.enum(['all', 'yearly', 'monthly', 'daily']),
    audience,
    lines: z.array(priceLine),
    net_minor: count,
    vat_minor: count,
    total_minor: count,
    recurring_minor: count.optional(),
    one_off_minor: count.optional(),
    site: text.optional(),
    discount: z.object({ percentage: text, saved_minor: count }).optional(),
    at: moment,
  })
  .openapi('BookedPrice', {
    description: 'The price as it was at booking, in euro cents. A later feed never changes it.',
  });

export const withdrawal = z
  .strictObject({
    name: text.openapi({ description: 'Who withdraws.', example: 'Jan Jansen' }),
    email: email.openapi({ description: 'Where the acknowledgement goes.' }),
  })
  .openapi('Withdrawal');

export const bookingNote = z.strictObject({ note: note.optional() }).openapi('BookingNote');
export const bookingAcceptance = z
  .strictObject({
    note: note.optional(),
    overbook: flag.optional().openapi({ description: 'Book although no seat is left.' }),
  })
  .openapi('BookingAcceptance');

export const booking = z
  .object({
    id,
    provider_id: text.optional(),
    product_id: text.openapi({ example: 'prince2' }),
    starting_date_id: text.optional(),
    participant,
    ...dates,
    status: bookingState,
    original_booking_state: text.optional().openapi({
      description: 'Where the booking stood in the system that it came from, if that has another word for it.',
    }),
    participation_status: participationStatus,
    original_participation_status: text.optional().openapi({
      description: 'The status in the system that the booking came from, if `participation_status` is `unknown`.',
    }),
    booked: bookedPrice.optional(),
    consumer: flag.optional().openapi({ description: 'Booked by a consumer, who may withdraw.' }),
    withdrawal: withdrawal.optional(),
    requested_at: moment.optional(),
    accepted_at: moment.optional(),
    declined_at: moment.optional(),
    withdrawn_at: moment.optional(),
    invoice_uploaded_at: moment.optional(),
    invoice_file: z.enum(['here', 'elsewhere']).optional().openapi({
      description:
        'Whether the invoice can be downloaded here, or was only recorded. Only in the answer about one booking, and to those who handle invoices.',
      example: undefined,
    }),
    certificate_uploaded_at: moment.optional(),
    cancelled_at: moment.optional(),
    created_at: moment.optional(),
    updated_at: moment.optional(),
    booking_history: z.array(bookingChange).optional().openapi({
      description: 'What became of the booking, oldest first. Entries are added, never changed or removed.',
    }),
    corrections: z.array(correction).optional().openapi({
      description: 'What was corrected about who takes part, and in which start. Oldest first.',
    }),
    history: z
      .array(statusChange)
      .openapi({ description: 'Oldest first. Entries are added, never changed or removed.' }),
    version,
    allowed: z
      .array(z.enum(Object.keys(ACTIONS) as [Action, ...Action[]]))
      .optional()
      .openapi({ description: 'What this credential may do with the booking and its certificates.' }),
  })
  .openapi('Booking');

export const bookingPage = pageOf(booking, 'Bookings');
export const statusChangePage = pageOf(statusChange, 'StatusChanges');

export const newBooking = z
  .strictObject({
    id: id.optional().openapi({
      description:
        'An id of your choice: not `.` or `..`, and without `.json`, `.xml` or `.csv` at the end. The server makes one if you leave it out.',
    }),
    provider_id: text.optional(),
    product_id: text.openapi({ example: 'prince2' }),
    starting_date_id: text.optional().openapi({ description: 'Used for the dates if you send none.' }),
    participant,
    ...dates,
    accepted_at: moment.optional().openapi({ description: 'If you leave it out: now.' }),
    cost_ids: z.array(text).optional().openapi({ description: 'Ids of the optional costs that were chosen.' }),
    audience: audience.optional(),
    site: text.optional().openapi({ description: 'The site on which it is booked: its discount counts.' }),
    expected_total_minor: count.optional().openapi({
      description:
        'The total that the person saw, in cents. If it has changed since, the booking is refused and the answer has both.',
    }),
    consumer: flag.optional().openapi({ description: 'A consumer books, who may withdraw.' }),
    request: flag.optional().openapi({ description: 'Only ask: somebody accepts or declines it.' }),
    overbook: flag.optional().openapi({ description: 'Book although no seat is left. Providers only.' }),
  })
  .openapi('NewBooking');

const participantCorrection = z
  .strictObject({
    name: text.optional().openapi({ example: 'Anna Smit' }),
    email: email.optional(),
    external_id: text.nullable().optional().openapi({ description: '`null` takes it away.' }),
    employer_id: text.nullable().optional().openapi({ description: '`null` takes it away.' }),
  })
  .openapi('ParticipantCorrection');

/** A status, dates, another start or a correction: each is a change of its own, with its own moment. */
export const bookingPatch = z
  .strictObject({
    participation_status: text.optional().openapi({ enum: STATUSES_BY_HAND.map(toWireName), example: 'completed' }),
    cause: hostCause.optional().openapi({ description: 'With a status: the system that observed it.' }),
    participant: participantCorrection.optional(),
    starting_date_id: text.optional().openapi({ description: 'Another start of the same product.' }),
    overbook: flag.optional().openapi({ description: 'With another start: although no seat is left.' }),
    note: note.optional().openapi({ description: 'Why. With a status, another start or a correction.' }),
    ...dates,
  })
  .openapi('BookingPatch');

/** Changes of status, each by itself. */
export const bookingPatches = z
  .array(
    z.strictObject({
      id,
      participation_status: text.openapi({ enum: STATUSES_BY_HAND.map(toWireName), example: 'completed' }),
      expected_version: version
        .optional()
        .openapi({ description: 'The version you saw. Without it, the change is made whatever the version is.' }),
      cause: hostCause.optional(),
      note: note.optional(),
      idempotency_key: text.optional().openapi({
        description: 'Of this change alone: it is made once, in whatever request it comes again.',
      }),
    }),
  )
  .openapi('BookingPatches');

export const bookingAnswers = z
  .object({
    items: z.array(
      z.object({
        index: z.number().int().min(0).openapi({ description: 'Position in your request, counted from 0.' }),
        id,
        booking: booking.optional(),
        problem: problem.optional(),
      }),
    ),
  })
  .openapi('BookingAnswers');
