import { z } from '@hono/zod-openapi';
import { ACTIONS, RULE_IDS, STATUSES, STATUSES_BY_HAND, toWireName, type Action } from '@enrollkit/core';
import { problem } from '../http/schemas/problem.js';
import { day, email, flag, id, moment, pageOf, text, version } from '../http/schemas/fields.js';

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
    detail: text.optional().openapi({ description: 'What it saw, in a few words.', example: 'cursus voltooid' }),
  })
  .openapi('HostCause', { description: 'A system that saw for itself that it is so. Counts like a change by hand.' });

export const statusChange = z
  .object({
    from: participationStatus,
    to: participationStatus,
    at: moment.openapi({ description: 'When the status changed. For a rule: when its condition was met.' }),
    cause: z.union([
      z.object({
        kind: z.literal('manual'),
        by: text.openapi({ description: 'The id of who did it, in your system.' }),
        name: text.optional().openapi({ description: 'What people call them. Show this rather than the id.' }),
      }),
      hostCause,
      z.object({ kind: z.literal('rule'), rule: z.enum(RULE_IDS) }),
    ]),
  })
  .openapi('StatusChange');

export const booking = z
  .object({
    id,
    provider_id: text.optional(),
    product_id: text.openapi({ example: 'prince2' }),
    starting_date_id: text.optional(),
    participant,
    ...dates,
    status: z.enum(['accepted', 'cancelled']),
    participation_status: participationStatus,
    original_participation_status: text.optional().openapi({
      description: 'The status in the system that the booking came from, if `participation_status` is `unknown`.',
    }),
    accepted_at: moment.optional(),
    invoice_uploaded_at: moment.optional(),
    certificate_uploaded_at: moment.optional(),
    cancelled_at: moment.optional(),
    created_at: moment.optional(),
    updated_at: moment.optional(),
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
  })
  .openapi('NewBooking');

/** Either a status or dates: each is a change of its own, with its own moment. */
export const bookingPatch = z
  .strictObject({
    participation_status: text.optional().openapi({ enum: STATUSES_BY_HAND.map(toWireName), example: 'completed' }),
    cause: hostCause.optional().openapi({ description: 'With a status: the system that saw that it is so.' }),
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
