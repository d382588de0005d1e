import { z } from '@hono/zod-openapi';
import { TEXT_LIMITS } from '@enrollkit/core';
import { email, link, longText, moment, text, version } from '../http/schemas/fields.js';

const side = z.enum(['provider', 'trainer']);
const linkState = z.enum(['asked', 'accepted', 'declined']);
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
    invitation_sent_at: moment.optional().openapi({ description: 'If it is absent, the email has not been sent yet.' }),
    confirmed_at: moment.optional(),
    own_profile: z
      .literal(true)
      .optional()
      .openapi({ description: 'The trainer edited it: feeds no longer change it.' }),
    links: z
      .array(
        z.object({
          product_id: text,
          asked_by: side,
          state: linkState,
          asked_at: moment,
          decided_by: side.optional(),
          decided_at: moment.optional(),
        }),
      )
      .optional()
      .openapi({ description: 'What was asked and decided of courses, besides the courses naming the trainer.' }),
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
export const invitation = z
  .strictObject({
    token,
    search: text
      .max(TEXT_LIMITS.line)
      .optional()
      .openapi({ description: 'Only offers with this in their name.', example: 'prince' }),
  })
  .openapi('TrainerInvitation');
export const confirmed = z.object({ state: trainerState, ...profile }).openapi('ConfirmedTrainer');
const course = z.object({ id: text, name: text });
export const invited = z
  .object({
    state: trainerState,
    email,
    ...profile,
    courses: z
      .array(course.extend({ asked_by: side, state: linkState, decided_by: side.optional() }))
      .openapi({ description: 'Courses that name the trainer, and those that the trainer asked for.' }),
    offers: z.array(course).openapi({ description: 'Other courses of the provider, up to 100, to ask for.' }),
  })
  .openapi('InvitedTrainer');

export const linkWish = z
  .strictObject({
    token,
    product_id: text.max(TEXT_LIMITS.key),
    wanted: z.boolean().openapi({ description: '`true`: the trainer asks to be shown with it; `false`: declines.' }),
  })
  .openapi('TrainerLinkWish');
export const linkDecision = z
  .strictObject({ email, product_id: text.max(TEXT_LIMITS.key), decision: z.enum(['accept', 'decline']) })
  .openapi('TrainerLinkDecision');
