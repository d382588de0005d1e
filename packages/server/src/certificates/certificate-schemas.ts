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
      .object({
        name: text.openapi({ example: 'PRINCE2 Foundation' }),
        description: text.optional(),
        verified: flag.optional().openapi({ description: 'Whether participants and employers see the certificate.' }),
      })
      .optional(),
    user: z.object({ name: text.optional(), email, external_id: text.optional() }).optional(),
    file: z.object({
      name: text.openapi({ example: 'diploma.pdf' }),
      media_type: z
        .enum(mediaTypes)
        .openapi({ description: 'Detected from the content of the file, not from its name.' }),
      size_bytes: count,
      sha256: text.openapi({ description: 'In lower-case hexadecimal.' }),
      active_content: z
        .array(z.enum(['javascript', 'launch', 'embedded-file']))
        .optional()
        .openapi({
          description: 'What the PDF does beyond being shown. Warn whoever is about to open it.',
          example: undefined,
        }),
    }),
    valid_from: day,
    valid_until: day.optional(),
    status: z
      .enum(['not-yet-valid', 'valid', 'expired'])
      .openapi({ description: 'As of today, in the provider’s time zone.' }),
    consent: z.object({ text_version: text, confirmed_at: moment, confirmed_by: text }).optional().openapi({
      description: 'Present if the certificate shows results: the consent that the participant gave beforehand.',
    }),
    uploaded_by: text,
    created_at: moment,
    version,
    allowed: z
      .array(z.enum(['certificate.remove']))
      .optional()
      .openapi({ description: 'What this credential may do with the certificate.' }),
    notices: z
      .array(
        z.object({
          code: text,
          severity: z.enum(['error', 'warning']),
          path: text,
          line: count.optional(),
          params: z.record(text, z.union([text, z.number()])),
        }),
      )
      .optional()
      .openapi({
        description:
          'Only in the answer to an upload: what you should know about the file, though it was stored. The list of errors explains each `code`.',
        example: undefined,
      }),
  })
  .openapi('Certificate');

export const certificatePage = pageOf(certificate, 'Certificates');

/** What is said about one certificate; its file comes with it, one way or the other. */
export const certificateFields = z.strictObject({
  booking_id: id.optional().openapi({
    description: 'Optional if `email` and `certification_id` together identify one booking.',
  }),
  certification_id: certificationId,
  email: email.optional().openapi({
    description:
      'The participant’s email address. If you also send `booking_id`, it must be the address of that booking.',
  }),
  valid_from: day,
  valid_until: day.optional().openapi({ description: 'Required if the certification has `requires_valid_until`.' }),
  shows_results: flag.optional().openapi({ description: 'Whether the certificate shows marks or other results.' }),
  consent_text_version: text.optional().openapi({
    description: 'Required if `shows_results` is true: the version of the consent text that the participant agreed to.',
    example: '2026-1',
  }),
  idempotency_key: text.optional().openapi({
    description:
      'Of this certificate alone: if you send it again, in this bundle or another, it is stored once. Without it, a ' +
      'bundle’s `Idempotency-Key` and the position in it count.',
    example: undefined,
  }),
});

const fileName = text.optional().openapi({ example: 'diploma.pdf' });

/** One certificate in JSON. */
export const newCertificate = certificateFields
  .extend({
    file: z.string().openapi({ format: 'byte', description: 'The file in base64.' }),
    file_name: fileName,
  })
  .openapi('NewCertificate');

/** One certificate as a form; of several, the names are `certificates[0][booking_id]` and so on. */
export const certificateForm = certificateFields
  .extend({
    file: z.string().openapi({
      format: 'binary',
      description: 'The file. It may come before, between or after the other fields.',
    }),
    file_name: fileName,
  })
  .openapi('CertificateForm');

export const bundleAnswer = z
  .object({
    items: z.array(
      z.object({
        index: count.openapi({ description: 'Position in your request, counted from 0.' }),
        outcome: z.enum(['created', 'duplicate', 'refused']),
        certificate: certificate.optional(),
        problem: problem.optional(),
      }),
    ),
  })
  .openapi('BundleAnswer');
