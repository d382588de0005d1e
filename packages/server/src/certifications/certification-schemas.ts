import { z } from '@hono/zod-openapi';
import { flag, longText, moment, pageOf, text, version } from '../http/schemas/fields.js';

export const certificationId = text.openapi({ example: 'prince2-foundation' });

export const certification = z
  .object({
    id: certificationId,
    provider_id: text.optional(),
    name: text.openapi({ example: 'PRINCE2 Foundation' }),
    description: longText.optional(),
    requires_valid_until: flag,
    verified: flag.openapi({ description: 'As long as this is false, only the provider sees certificates for it.' }),
    rejection: z
      .object({ reason: text.openapi({ example: 'There is an official name.' }), at: moment })
      .optional()
      .openapi({ description: 'Why platform staff rejected it.' }),
    verification: z.enum(['pending', 'verified', 'rejected', 'not-needed']).optional().openapi({
      description: '`not-needed`: on this server nobody verifies certifications, and each counts as verified.',
    }),
    allowed: z
      .array(z.enum(['certification.verify', 'certification.reject', 'certification.reset-verification']))
      .optional()
      .openapi({ description: 'What whoever asks may do with it.' }),
    version,
  })
  .openapi('Certification');

export const certificationPage = pageOf(certification, 'Certifications');

export const newCertification = z
  .strictObject({
    id: certificationId.optional().openapi({
      description:
        'An id of your choice: not `.` or `..`, and without `.json`, `.xml` or `.csv` at the end. The server makes one if you leave it out.',
    }),
    provider_id: text.optional(),
    name: text.openapi({ example: 'PRINCE2 Practitioner' }),
    description: longText.optional(),
    requires_valid_until: flag,
  })
  .openapi('NewCertification');

export const certificationRejection = z
  .strictObject({
    reason: z.string().openapi({
      description: 'For the provider to read, at most 500 characters.',
      example: 'There is an official name for it.',
    }),
  })
  .openapi('CertificationRejection');
