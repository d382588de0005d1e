import { strictObject, type core } from 'zod/mini';
import type { NewCertification } from '../ports/certification-port.js';
import { anyText, filledText, flag, key, longText, newKey, optional, rule, type FieldsOf } from './fields.js';

export const NEW_CERTIFICATION: core.$ZodType<NewCertification> = strictObject({
  id: optional(newKey),
  providerId: optional(key),
  name: filledText,
  description: optional(longText),
  requiresValidUntil: flag,
} satisfies FieldsOf<NewCertification>);

const MOST_REASON_CHARS = 500;
export const REJECTION = strictObject({
  reason: anyText.check(
    rule((value) => value.trim() !== '', 'required'),
    rule((value) => value.length <= MOST_REASON_CHARS, 'value-too-long', { max: MOST_REASON_CHARS }),
  ),
});
