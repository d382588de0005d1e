import { z } from '@hono/zod-openapi';
import { count, day, email, flag, longText, moment, text } from '../http/schemas/fields.js';

// The records of the marketplace's API, with the fields that its documentation names.

const number = z.number().int().openapi({ minimum: 1, example: 1 });

const user = z.object({ email, external_id: text.nullable() }).nullable();

export const numberedCertificate = z
  .object({
    id: number,
    certification: z.object({ name: text, description: longText.nullable() }).nullable(),
    certification_id: number,
    valid_from: day,
    valid_until: day.nullable(),
    status: text.openapi({ description: 'As of today: not-yet-valid, valid or expired.' }),
    created_at: moment,
    user,
  })
  .openapi('SpringestCertificate');

export const numberedCertification = z
  .object({ id: number, name: text, description: longText.nullable(), requires_valid_until: flag, verified: flag })
  .openapi('SpringestCertification');

export const numberedBooking = z
  .object({
    id: number.openapi({ description: 'What uploads call `conversion_id` or `booking_id`.' }),
    status: text.openapi({ description: 'requested, accepted, declined, withdrawn or cancelled.' }),
    participation_status: text,
    created_at: moment.nullable(),
    updated_at: moment.nullable(),
    user,
  })
  .openapi('SpringestBooking');

export const refusal = z
  .object({ errors: z.array(text).openapi({ description: 'A sentence or two for each thing that is wrong.' }) })
  .openapi('SpringestErrors');

/** What was sent as several: the certificates, and what was wrong with the others, in the order in which they came. */
export const numberedBundle = z
  .object({ certificates: z.array(z.union([numberedCertificate, refusal])) })
  .openapi('SpringestBundle');

const sentCertificate = {
  conversion_id: number.optional().openapi({
    description: 'The booking. Also `booking_id`. Without one it is found by address and certification.',
    example: undefined,
  }),
  certification_id: number,
  email: email.openapi({ description: 'The participant’s. Must be the address of the booking.' }),
  valid_from: day,
  valid_until: day.optional().openapi({
    description: 'Required if the certification has `requires_valid_until`.',
    example: undefined,
  }),
};

/** One certificate in JSON. */
export const sentInJson = z
  .object({ ...sentCertificate, file: z.string().openapi({ format: 'byte', description: 'The file in base64.' }) })
  .openapi('SpringestNewCertificate');

/** One certificate as a form. */
export const sentAsForm = z
  .object({ ...sentCertificate, file: z.string().openapi({ format: 'binary' }) })
  .openapi('SpringestCertificateForm');

/** A page: `meta` says how many there are on all pages together. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- The schema is its type.
export function numberedPage<Name extends string, Item extends z.ZodType>(name: Name, item: Item) {
  const meta = z.object({ results: count, offset: count });
  return z.object({ meta, [name]: z.array(item) } as { meta: typeof meta } & Record<Name, z.ZodArray<Item>>);
}
