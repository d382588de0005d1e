import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { TrainerProfile } from '@enrollkit/core';
import { toCamelKeys, toSnakeKeys } from '@enrollkit/core/wire';
import { sanitizeDescription } from '@enrollkit/feed/html/without-dom.js';
import type { AppEnv } from '../http/app-env.js';
import { answer, examplePage, jsonOf, problems } from '../http/operation.js';
import { readOptions } from '../http/request/call-options.js';
import { continueAfter, paging, sentOnly, recordQuery } from '../http/request/query-fields.js';
import { respondPage } from '../http/respond.js';
import { route, routesOf, type Route } from '../http/route.js';
import { pageOf } from '../http/schemas/fields.js';
import type { ServerParts } from '../parts/server-parts.js';
import { confirmByToken, readInvitation } from './confirm-trainer.js';
import { EXAMPLE_INVITED, EXAMPLE_TOKEN, EXAMPLE_TRAINER } from './trainer-examples.js';
import { invitedBody, shownProfile, trainerLinkRoutes } from './trainer-link-routes.js';
import { confirmation, confirmed, invitation, invited, trainer, trainerState } from './trainer-schemas.js';

const tags = ['Trainers'];

/** `/trainers`: who gives the courses. */
export function trainerRoutes(parts: ServerParts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [listTrainers, readTrainerInvitation, confirmTrainer, ...trainerLinkRoutes]);
}

function listTrainers(): Route {
  return route(
    {
      method: 'get',
      path: '/trainers',
      tags,
      operationId: 'listTrainers',
      summary: 'List trainers',
      request: {
        query: z.strictObject({
          ...paging,
          after_email: continueAfter('trainer'),
          state: trainerState.optional().openapi({ example: 'invited' }),
          has_asked: z
            .literal('true')
            .optional()
            .openapi({ description: 'Only trainers who asked for a course on which you have to decide.' }),
        }),
      },
      responses: {
        200: answer('A page of trainers', {
          schema: pageOf(trainer, 'Trainers'),
          example: examplePage(EXAMPLE_TRAINER),
        }),
        ...problems(),
      },
    },
    async (c) => {
      const { size, offset, state, has_asked: asks, after_email: afterEmail } = c.req.valid('query');
      const asked = sentOnly({ size, offset, state, afterEmail, hasAsked: asks && (true as const) });
      const page = await c.get('backend').listTrainers(asked, readOptions(c));
      return respondPage(c, { ...page, root: 'trainers', items: toSnakeKeys(page.items) }, { size, offset });
    },
  );
}

function readTrainerInvitation(parts: ServerParts): Route {
  return route(
    {
      method: 'post',
      path: '/trainers/invitations',
      tags,
      operationId: 'readTrainerInvitation',
      summary: 'Read the profile behind an invitation',
      description:
        'For the page on which a trainer confirms: the profile to check and edit, the courses that name the trainer or that the ' +
        'trainer asked for, and others to ask for. Reading it confirms nothing.',
      security: [],
      request: { query: recordQuery, body: jsonOf(invitation, { token: EXAMPLE_TOKEN }) },
      responses: {
        200: answer('The trainer', {
          schema: invited,
          example: EXAMPLE_INVITED,
        }),
        ...problems('unsupported-media-type'),
      },
    },
    async (c) => {
      const { token, search } = c.req.valid('json');
      const found = await readInvitation(parts, { token, ...(search !== undefined && { search }) });
      return c.json(invitedBody(found), 200, { 'Cache-Control': 'no-store' });
    },
  );
}

function confirmTrainer(parts: ServerParts): Route {
  return route(
    {
      method: 'post',
      path: CONFIRMATIONS,
      tags,
      operationId: 'confirmTrainer',
      summary: 'Confirm an invitation',
      description:
        'For the trainer, who needs only the token from the invitation. Confirming a second time changes nothing, unless ' +
        'another profile comes with it. A profile that the trainer sent is no longer changed by feeds.',
      security: [],
      request: {
        query: recordQuery,
        body: jsonOf(confirmation, { token: EXAMPLE_TOKEN }),
      },
      responses: {
        200: answer('The trainer', {
          schema: confirmed,
          example: { state: 'confirmed', first_name: 'Ada', last_name: 'de Boer' },
        }),
        ...problems('unsupported-media-type'),
      },
    },
    async (c) => {
      const { token: sent, profile: edited } = c.req.valid('json');
      const own = edited && ownWords(toCamelKeys(sentOnly(edited)) as TrainerProfile);
      const requestId = c.get('requestId');
      const found = await confirmByToken(parts, { token: sent, ...(own && { profile: own }) }, { requestId });
      return c.json(toSnakeKeys(shownProfile(found)), 200, { 'Cache-Control': 'no-store' });
    },
  );
}

/** As an import does: what is stored is shown on pages. */
function ownWords({ bio, ...profile }: TrainerProfile): TrainerProfile {
  return { ...profile, ...(bio !== undefined && { bio: sanitizeDescription(bio) }) };
}

const CONFIRMATIONS = '/trainers/confirmations';
