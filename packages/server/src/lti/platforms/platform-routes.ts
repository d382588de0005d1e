import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { EnrollkitError } from '@enrollkit/core';
import { toSnakeKeys } from '@enrollkit/core/wire';
import type { Context } from 'hono';
import { expectRole } from '../../access/expect-role.js';
import type { AppEnv } from '../../http/app-env.js';
import { serverIssue } from '../../http/issue-codes.js';
import { answer, idOf, jsonOf, problems } from '../../http/operation.js';
import { recordQuery } from '../../http/request/query-fields.js';
import { wholePage } from '../../http/respond.js';
import { route, routesOf, type Route } from '../../http/route.js';
import { flag, link, moment, pageOf, text } from '../../http/schemas/fields.js';
import { KIT_ROLES } from '../launch/kit-role.js';
import { LtiRefusal } from '../lti-refusal.js';
import type { LtiParts } from '../lti-parts.js';
import { platformAddress } from './ask-platform.js';
import { invite } from './dynamic-registration.js';
import { addPlatform, findPlatform, listPlatforms, removePlatform, type Platform } from './platform-table.js';

const tags = ['Access'];
const origin = z.string().max(300).openapi({ example: 'https://moodle.example.nl' });
const origins = z.array(origin).max(20).openapi({
  description:
    'Origins of the platform’s pages. Only these may show the tool in a frame, and launches are accepted from these only. The issuer and `auth_url` are added automatically.',
});
const matchEmail = flag.default(true).openapi({
  description:
    'Whether bookings are also found by the email address that the platform gives for somebody. Send false for a customer’s platform, whose administrators could give any address.',
});

const platformFields = {
  name: text.min(1),
  issuer: link.openapi({ example: 'https://moodle.example.nl' }),
  client_id: text.min(1),
  deployment_ids: z
    .array(text.min(1))
    .max(100)
    .nullable()
    .default(null)
    .openapi({ description: 'Deployments that may launch. null: the first that does becomes the only one.' }),
  auth_url: link,
  token_url: link,
  token_audience: link.optional().openapi({ description: 'Only if it differs from `token_url`.' }),
  jwks_url: link,
  origins: origins.default([]),
  match_email: matchEmail,
  roles: z
    .record(link, z.enum(KIT_ROLES))
    .default({})
    .openapi({ description: 'More roles of the platform, by their URI, and what they are here.' }),
};
const platformInput = z.strictObject(platformFields).openapi('LtiPlatformInput');
const platform = z.object({ id: text, ...platformFields, created_at: moment }).openapi('LtiPlatform');
const registrationInput = z
  .strictObject({ name: text.min(1), match_email: matchEmail, origins: origins.default([]) })
  .openapi('LtiRegistrationInput');

const EXAMPLE_INPUT = {
  name: 'Moodle of Duinweg',
  issuer: 'https://moodle.example.nl',
  client_id: 'aBcD1234',
  deployment_ids: ['3'],
  auth_url: 'https://moodle.example.nl/mod/lti/auth.php',
  token_url: 'https://moodle.example.nl/mod/lti/token.php',
  jwks_url: 'https://moodle.example.nl/mod/lti/certs.php',
  origins: [],
  match_email: true,
  roles: {},
};
const EXAMPLE = {
  ...EXAMPLE_INPUT,
  id: '0198c5b2-6a3c-7d4e-8f5a-1b2c3d4e5f60',
  origins: ['https://moodle.example.nl'],
  created_at: '2026-08-20T10:00:00.000Z',
};

/** `/lti/platforms` and `/lti/registrations`: which learning platforms may open this server's pages. */
export function platformRoutes(parts: LtiParts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [
    listLtiPlatforms,
    createLtiPlatform,
    getLtiPlatform,
    removeLtiPlatform,
    createLtiRegistration,
  ]);
}

function listLtiPlatforms({ database }: LtiParts): Route {
  return route(
    {
      method: 'get',
      path: '/lti/platforms',
      tags,
      operationId: 'listLtiPlatforms',
      summary: 'List the learning platforms that may launch',
      request: { query: recordQuery },
      responses: {
        200: answer('The platforms', { schema: pageOf(platform, 'LtiPlatforms'), example: wholePage([EXAMPLE]) }),
        ...problems('forbidden'),
      },
    },
    async (c) => {
      const found = await listPlatforms(database.tables, providerOf(c));
      return c.json(wholePage(found.map(toWire)), 200);
    },
  );
}

function createLtiPlatform(parts: LtiParts): Route {
  return route(
    {
      method: 'post',
      path: '/lti/platforms',
      tags,
      operationId: 'createLtiPlatform',
      summary: 'Register a learning platform',
      description:
        'With what the platform says about itself. Platforms that can register by themselves: see `/lti/registrations`.',
      request: { query: recordQuery, body: jsonOf(platformInput, EXAMPLE_INPUT) },
      responses: {
        201: answer('The platform', { schema: platform, example: EXAMPLE }),
        ...problems('forbidden', 'conflict', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const input = c.req.valid('json');
      const providerId = providerOf(c);
      const addresses = { auth_url: input.auth_url, token_url: input.token_url, jwks_url: input.jwks_url };
      for (const [path, address] of Object.entries(addresses)) expectAddress(parts, path, address);
      const own = [input.issuer, input.auth_url].filter((url) => URL.canParse(url)).map((url) => new URL(url).origin);
      const made = await addPlatform(
        parts.database.tables,
        {
          providerId,
          id: parts.ids(),
          name: input.name,
          issuer: input.issuer,
          clientId: input.client_id,
          deploymentIds: input.deployment_ids,
          authUrl: input.auth_url,
          tokenUrl: input.token_url,
          ...(input.token_audience !== undefined && { tokenAudience: input.token_audience }),
          jwksUrl: input.jwks_url,
          origins: [...new Set([...own, ...input.origins.map(expectOrigin)])],
          matchEmail: input.match_email,
          roles: input.roles,
        },
        parts.clock(),
      );
      return c.json(toWire(made), 201);
    },
  );
}

function getLtiPlatform({ database }: LtiParts): Route {
  return route(
    {
      method: 'get',
      path: '/lti/platforms/{id}',
      tags,
      operationId: 'getLtiPlatform',
      summary: 'Read a learning platform',
      request: { params: idOf(EXAMPLE.id), query: recordQuery },
      responses: { 200: answer('The platform', { schema: platform, example: EXAMPLE }), ...problems('forbidden') },
    },
    async (c) => {
      const found = await findPlatform(database.tables, providerOf(c), c.req.valid('param').id);
      if (!found) throw new EnrollkitError('not-found', 'No such platform');
      return c.json(toWire(found), 200);
    },
  );
}

function removeLtiPlatform({ database }: LtiParts): Route {
  return route(
    {
      method: 'delete',
      path: '/lti/platforms/{id}',
      tags,
      operationId: 'removeLtiPlatform',
      summary: 'Remove a learning platform',
      description: 'Its pages can’t be opened any more. Bookings stay.',
      request: { params: idOf(EXAMPLE.id), query: recordQuery },
      responses: { 204: { description: 'The platform may not launch any more' }, ...problems('forbidden') },
    },
    async (c) => {
      const isRemoved = await removePlatform(database.tables, providerOf(c), c.req.valid('param').id);
      if (!isRemoved) throw new EnrollkitError('not-found', 'No such platform');
      return c.body(null, 204);
    },
  );
}

function createLtiRegistration(parts: LtiParts): Route {
  const example = { name: 'Moodle of Duinweg', match_email: true, origins: [] };
  return route(
    {
      method: 'post',
      path: '/lti/registrations',
      tags,
      operationId: 'createLtiRegistration',
      summary: 'Make an address with which a learning platform registers itself',
      description: 'Give it to the platform’s administrator. It works once, for a day.',
      request: { query: recordQuery, body: jsonOf(registrationInput, example) },
      responses: {
        201: answer('The address', {
          schema: z.object({ url: link, expires_at: moment }).openapi('LtiRegistration'),
          example: {
            url: 'https://enrollment.example.nl/api/lti/register?token=…',
            expires_at: '2026-08-21T10:00:00.000Z',
          },
        }),
        ...problems('forbidden', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const { name, match_email: matchesEmail, origins: more } = c.req.valid('json');
      const invitation = { providerId: providerOf(c), name, matchEmail: matchesEmail, origins: more.map(expectOrigin) };
      const { token, expiresAt } = await invite(parts.database, invitation, parts.clock());
      return c.json({ url: `${parts.ltiUrl}/lti/register?token=${token}`, expires_at: expiresAt }, 201);
    },
  );
}

/** Whose platforms. A token of a page opens nothing here: only who holds the provider's key decides who may launch. */
function providerOf(c: Context<AppEnv>): string {
  const actor = expectRole(c, 'lti.register', ['provider']);
  if (actor.enrollmentIds !== undefined) throw new EnrollkitError('forbidden', 'This token may not register platforms');
  return actor.providerId ?? '';
}

function expectAddress({ settings }: LtiParts, path: string, address: string): void {
  try {
    platformAddress(address, settings);
  } catch (cause) {
    if (!(cause instanceof LtiRefusal)) throw cause;
    const issues = [serverIssue('platform-address-invalid', path)];
    throw new EnrollkitError('invalid', `${path}: platform-address-invalid`, { issues, cause });
  }
}

/** As browsers write it: what goes into a policy must hold nothing else. */
function expectOrigin(word: string): string {
  if (URL.canParse(word) && new URL(word).origin === word && /^https?:/.test(word)) return word;
  const issues = [serverIssue('not-allowed', 'origins')];
  throw new EnrollkitError('invalid', 'origins: not-allowed', { issues });
}

function toWire({ providerId: _, deploymentIds, roles, ...rest }: Platform) {
  return {
    ...toSnakeKeys(rest),
    deployment_ids: deploymentIds === null ? null : [...deploymentIds],
    roles: { ...roles },
    origins: [...rest.origins],
  };
}
