import { strictObject, type core } from 'zod/mini';
import type { Trainer } from '../../trainer/trainer.js';
import { emailAddress, optional, text } from './fields.js';

export const TRAINER: core.$ZodType<Trainer & { readonly providerId?: string }> = strictObject({
  email: emailAddress,
  providerId: optional(text),
  firstName: optional(text),
  lastName: optional(text),
  bio: optional(text),
  photoUrl: optional(text),
  telephone: optional(text),
  webAddress: optional(text),
  linkedIn: optional(text),
});
