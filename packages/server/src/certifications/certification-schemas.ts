import { z } from '@hono/zod-openapi';
import { flag, longText, pageOf, text, version } from '../http/schemas/fields.js';

export const certificationId = text.openapi({ example: 'prince2-foundation' });

export const certification = z
  .object({
    id: certificationId,
    provider_id: text.optional(),
    name: text.openapi({ example: 'PRINCE2 Foundation' }),
    description: longText.optional(),
    requires_valid_until: flag,
    verified: flag.openapi({ description: 'As long as this is false, only the provider sees certificates for it.' }),
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
