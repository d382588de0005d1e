import { strictObject, type core } from 'zod/mini';
import type { NewCertification } from '../backend.js';
import { filledText, flag, optional, text } from './fields.js';

export const NEW_CERTIFICATION: core.$ZodType<NewCertification> = strictObject({
  id: optional(filledText),
  providerId: optional(filledText),
  name: filledText,
  description: optional(text),
  requiresValidUntil: flag,
});
