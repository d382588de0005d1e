import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { toSnakeKeys } from '@enrollkit/core/wire';
import type { AppEnv } from '../http/app-env.js';
import { answer, examplePage, jsonOf, problems } from '../http/operation.js';
import { readOptions } from '../http/request/call-options.js';
import { paging, present, recordQuery } from '../http/request/query-fields.js';
import { respondPage } from '../http/respond.js';
import { route, routesOf, type Route } from '../http/route.js';
import { email, moment, pageOf, text, version } from '../http/schemas/fields.js';
import type { ServerParts } from '../parts/server-parts.js';
import { confirmByToken } from './confirm-trainer.js';

const tags = ['Trainers'];
const trainerState = z.enum(['invited', 'confirmed']);
const name = { first_name: text.optional(), last_name: text.optional() };

const trainer = z
  .object({
    email,
    provider_id: text.optional(),
    ...name,
    bio: text.optional(),
    photo_url: text.optional(),
    telephone: text.optional(),
    web_address: text.optional(),
    linked_in: text.optional(),
    state: trainerState,
    invited_at: moment,
    invitation_sent_at: moment
      .optional()
      .openapi({ description: 'If it is absent, the e-mail has not been sent yet.' }),
    confirmed_at: moment.optional(),
    version,
  })
  .openapi('Trainer');

const EXAMPLE = {
  email: 'ada@example.nl',
  first_name: 'Ada',
  last_name: 'de Boer',
  state: 'invited',
  invited_at: '2026-08-20T10:00:00.000Z',
  version: 1,
};

const confirmation = z
  .strictObject({ token: text.max(200).openapi({ description: 'The token in the link of the invitation.' }) })
  .openapi('TrainerConfirmation');
const confirmed = z.object({ state: trainerState, ...name }).openapi('ConfirmedTrainer');

/** `/trainers`: who gives the courses. */
export function trainerRoutes(parts: ServerParts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [listTrainers, confirmTrainer]);
}

function listTrainers(): Route {
  return route(
    {
      method: 'get',
      path: '/trainers',
      tags,
      operationId: 'listTrainers',
      summary: 'List trainers',
      request: { query: z.strictObject({ ...paging, state: trainerState.optional().openapi({ example: 'invited' }) }) },
      responses: {
        200: answer('A page of trainers', { schema: pageOf(trainer, 'Trainers'), example: examplePage(EXAMPLE) }),
        ...problems(),
      },
    },
    async (c) => {
      const { size, offset, state } = c.req.valid('query');
      const asked = present({ size, offset, state });
      const { items, total } = await c.get('backend').listTrainers(asked, readOptions(c));
      return respondPage(c, { root: 'trainers', items: toSnakeKeys(items), total }, { size, offset });
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
        'For the trainer, who needs only the token from the invitation. Confirming a second time changes nothing.',
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
      const { token } = c.req.valid('json');
      const found = await confirmByToken(parts, token, { requestId: c.get('requestId') });
      const { state, firstName, lastName } = found;
      return c.json(toSnakeKeys(present({ state, firstName, lastName })), 200, { 'Cache-Control': 'no-store' });
    },
  );
}

const CONFIRMATIONS = '/trainers/confirmations';
const EXAMPLE_TOKEN = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA';
