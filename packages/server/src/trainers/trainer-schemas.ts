import { z } from '@hono/zod-openapi';
import { TEXT_LIMITS } from '@enrollkit/core';
import { email, link, longText, moment, text, version } from '../http/schemas/fields.js';

export const trainerState = z.enum(['invited', 'confirmed']);
const page = z.url({ protocol: /^https?$/ });
const profile = {
  first_name: text.max(TEXT_LIMITS.line).optional(),
  last_name: text.max(TEXT_LIMITS.line).optional(),
  bio: longText.optional().openapi({
    description: 'HTML with the tags that descriptions of courses may have. Others are left out.',
  }),
  photo_url: link.optional(),
  telephone: text.max(TEXT_LIMITS.line).optional(),
  web_address: link.optional(),
  linked_in: link.optional(),
};
/** Shown as a link and as a picture: nothing but an address on the web. */
const ownProfile = z
  .strictObject({ ...profile, photo_url: page.optional(), web_address: page.optional(), linked_in: page.optional() })
  .openapi('TrainerProfile');

export const trainer = z
  .object({
    email,
    provider_id: text.optional(),
    ...profile,
    state: trainerState,
    invited_at: moment,
    invitation_sent_at: moment
      .optional()
      .openapi({ description: 'If it is absent, the e-mail has not been sent yet.' }),
    confirmed_at: moment.optional(),
    own_profile: z
      .literal(true)
      .optional()
      .openapi({ description: 'The trainer edited it: feeds no longer change it.' }),
    version,
  })
  .openapi('Trainer');

const token = text.max(200).openapi({ description: 'The token in the link of the invitation.' });
export const confirmation = z
  .strictObject({
    token,
    profile: ownProfile.optional().openapi({ description: 'The complete profile, if the trainer edited it.' }),
  })
  .openapi('TrainerConfirmation');
export const invitation = z.strictObject({ token }).openapi('TrainerInvitation');
export const confirmed = z.object({ state: trainerState, ...profile }).openapi('ConfirmedTrainer');
export const invited = z
  .object({ state: trainerState, email, ...profile, courses: z.array(z.object({ id: text, name: text })) })
  .openapi('InvitedTrainer');
