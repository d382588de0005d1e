import { z } from '@hono/zod-openapi';
import { CERTIFICATE_MEDIA_TYPES, type CertificateMediaType } from '@enrollkit/core';
import { count, day, email, flag, id, moment, pageOf, text, version } from '../http/schemas/fields.js';
import { certificationId } from '../certifications/certification-schemas.js';
import { problem } from '../http/schemas/problem.js';

const mediaTypes = Object.keys(CERTIFICATE_MEDIA_TYPES) as [CertificateMediaType, ...CertificateMediaType[]];

export const certificate = z
  .object({
    id,
    booking_id: id,
    certification_id: certificationId,
    certification: z
      .object({ name: text.openapi({ example: 'PRINCE2 Foundation' }), description: text.optional() })
      .optional(),
    user: z.object({ email, external_id: text.optional() }).optional(),
    file: z.object({
      name: text.openapi({ example: 'diploma.pdf' }),
      media_type: z.enum(mediaTypes).openapi({ description: 'Decided by the bytes, never by the name.' }),
      size_bytes: count,
      sha256: text.openapi({ description: 'Lower-case hex.' }),
    }),
    valid_from: day,
    valid_until: day.optional(),
    status: z
      .enum(['not-yet-valid', 'valid', 'expired'])
      .openapi({ description: "Today, on the provider's calendar." }),
    consent: z
      .object({ text_version: text, confirmed_at: moment, confirmed_by: text })
      .optional()
      .openapi({ description: 'There when the certificate shows results: the participant agreed beforehand.' }),
    uploaded_by: text,
    created_at: moment,
    version,
  })
  .openapi('Certificate');

export const certificatePage = pageOf(certificate, 'Certificates');

/** What is said about one certificate; its file comes with it, one way or the other. */
export const certificateFields = z.strictObject({
  booking_id: id.optional().openapi({
    description: 'May be absent when `email` and `certification_id` tell which booking is meant.',
  }),
  certification_id: certificationId,
  email: email.optional().openapi({ description: "The participant's. Must be the booking's when both are given." }),
  valid_from: day,
  valid_until: day.optional().openapi({ description: 'Required when the certification says so.' }),
  shows_results: flag.optional().openapi({ description: 'Whether performance or results can be read from it.' }),
  consent_text_version: text.optional().openapi({
    description: 'Required with `shows_results`: the version of the text with which you confirmed the consent.',
    example: '2026-1',
  }),
});

const fileName = text.optional().openapi({ example: 'diploma.pdf' });

/** One certificate in JSON. */
export const newCertificate = certificateFields
  .extend({
    file: text.openapi({ format: 'byte', description: 'The bytes in base64.' }),
    file_name: fileName,
  })
  .openapi('NewCertificate');

/** One certificate as a form; of several, the names are `certificates[0][booking_id]` and so on. */
export const certificateForm = certificateFields
  .extend({
    file: text.openapi({ format: 'binary', description: 'The file, anywhere between the fields.' }),
    file_name: fileName,
  })
  .openapi('CertificateForm');

export const bundleAnswer = z
  .object({
    items: z.array(
      z.object({
        index: count.openapi({ description: 'Which one of those that were sent, counted from 0.' }),
        outcome: z.enum(['created', 'duplicate', 'refused']),
        certificate: certificate.optional(),
        problem: problem.optional(),
      }),
    ),
  })
  .openapi('BundleAnswer');
