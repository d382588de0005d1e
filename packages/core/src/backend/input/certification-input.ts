import { strictObject, type core } from 'zod/mini';
import type { NewCertification } from '../ports/certification-port.js';
import { filledText, flag, key, longText, newKey, optional, type FieldsOf } from './fields.js';

export const NEW_CERTIFICATION: core.$ZodType<NewCertification> = strictObject({
  id: optional(newKey),
  providerId: optional(key),
  name: filledText,
  description: optional(longText),
  requiresValidUntil: flag,
} satisfies FieldsOf<NewCertification>);
