import { strictObject, type core } from 'zod/mini';
import type { Trainer } from '../../trainer/trainer.js';
import { emailAddress, key, link, longText, optional, text, type FieldsOf } from './fields.js';

type GivenTrainer = Trainer & { readonly providerId?: string };

export const TRAINER: core.$ZodType<GivenTrainer> = strictObject({
  email: emailAddress,
  providerId: optional(key),
  firstName: optional(text),
  lastName: optional(text),
  bio: optional(longText),
  photoUrl: optional(link),
  telephone: optional(text),
  webAddress: optional(link),
  linkedIn: optional(link),
} satisfies FieldsOf<GivenTrainer>);
