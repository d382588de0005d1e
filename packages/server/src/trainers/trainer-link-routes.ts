import type { StoredTrainer, TrainerProfile } from '@enrollkit/core';
import { toSnakeKeys, type SnakeKeys } from '@enrollkit/core/wire';
import { answer, jsonOf, problems, WRITE_HEADERS } from '../http/operation.js';
import { writeOptions } from '../http/request/call-options.js';
import { sentOnly, recordQuery } from '../http/request/query-fields.js';
import { route, type Route } from '../http/route.js';
import type { ServerParts } from '../parts/server-parts.js';
import { linkByToken, readInvitation, type InvitedTrainer } from './confirm-trainer.js';
import { EXAMPLE_ASKING, EXAMPLE_INVITED, EXAMPLE_TOKEN } from './trainer-examples.js';
import { invited, linkDecision, linkWish, trainer } from './trainer-schemas.js';

const tags = ['Trainers'];

/** Which courses a trainer is shown with: asked from both sides. */
export const trainerLinkRoutes = [askTrainerLink, decideTrainerLink];

function askTrainerLink(parts: ServerParts): Route {
  return route(
    {
      method: 'post',
      path: '/trainers/links',
      tags,
      operationId: 'askTrainerLink',
      summary: 'Ask for a course, or decline it, as a trainer',
      description:
        'For the trainer, who needs only the token from the invitation. Asking for a course waits for the provider, unless ' +
        'the course names the trainer. Declining takes the trainer from the course, whatever a feed says later. What the ' +
        'provider declined stays declined.',
      security: [],
      request: {
        query: recordQuery,
        body: jsonOf(linkWish, { token: EXAMPLE_TOKEN, product_id: 'prince2', wanted: true }),
      },
      responses: {
        200: answer('The trainer', { schema: invited, example: EXAMPLE_INVITED }),
        ...problems('unsupported-media-type'),
      },
    },
    async (c) => {
      const { token, product_id: productId, wanted } = c.req.valid('json');
      await linkByToken(parts, { token, productId, wanted }, { requestId: c.get('requestId') });
      return c.json(invitedBody(await readInvitation(parts, { token })), 200, { 'Cache-Control': 'no-store' });
    },
  );
}

function decideTrainerLink(): Route {
  return route(
    {
      method: 'post',
      path: '/trainers/link-decisions',
      tags,
      operationId: 'decideTrainerLink',
      summary: 'Accept or decline what a trainer asked',
      description:
        'A trainer who was accepted and has confirmed is shown with the course, and no import changes that. Either can be ' +
        'decided again later. A trainer that you name with a course yourself needs no decision.',
      parameters: WRITE_HEADERS,
      request: {
        query: recordQuery,
        body: jsonOf(linkDecision, { email: 'ada@example.nl', product_id: 'prince2', decision: 'accept' }),
      },
      responses: {
        200: answer('The trainer', { schema: trainer, example: EXAMPLE_ASKING }),
        ...problems('forbidden', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const { email, product_id: productId, decision } = c.req.valid('json');
      const [backend, options] = [c.get('backend'), writeOptions(c)];
      const decided =
        decision === 'accept'
          ? await backend.acceptLink(email, productId, options)
          : await backend.declineLink(email, productId, { ...options, by: 'provider' });
      return c.json(toSnakeKeys(decided), 200);
    },
  );
}

export function invitedBody({ trainer: found, courses, offers }: InvitedTrainer): SnakeKeys<InvitedBody> {
  return toSnakeKeys({ ...shownProfile(found), email: found.email, courses, offers });
}

type ShownProfile = TrainerProfile & Pick<StoredTrainer, 'state'>;
type InvitedBody = ShownProfile & Pick<StoredTrainer, 'email'> & Pick<InvitedTrainer, 'courses' | 'offers'>;

/** What the trainer sees of themselves. */
export function shownProfile({
  state,
  firstName,
  lastName,
  bio,
  photoUrl,
  telephone,
  webAddress,
  linkedIn,
}: StoredTrainer): ShownProfile {
  return sentOnly({ state, firstName, lastName, bio, photoUrl, telephone, webAddress, linkedIn });
}
