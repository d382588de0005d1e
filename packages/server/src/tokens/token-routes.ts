import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { EnrollkitError, ROLES, type Issue } from '@enrollkit/core';
import { serverIssue, type ServerIssueCode } from '../http/issue-codes.js';
import { MAX_NAME_CHARS } from '../access/actor-claims.js';
import { MAX_CREDENTIAL_CHARS } from '../access/bearer.js';
import { expectRole } from '../access/expect-role.js';
import { openTokens } from '../access/tokens.js';
import { recordAudit } from '../audit/record-audit.js';
import type { AppEnv } from '../http/app-env.js';
import { answer, jsonOf, problems } from '../http/operation.js';
import { recordQuery } from '../http/request/query-fields.js';
import { route, routesOf, type Route } from '../http/route.js';
import type { ServerParts } from '../parts/server-parts.js';
import { mintActor } from './mint-actor.js';

const DEFAULT_SECONDS = 15 * 60;

const tokenRequest = z
  .strictObject({
    subject: z.string().openapi({
      description: 'The id of this person in your own system. It is kept in the history of bookings.',
      example: 'user-17',
    }),
    name: z.string().max(MAX_NAME_CHARS).optional().openapi({
      description: 'What people call this person. The history of bookings shows it.',
      example: 'Kim de Vries',
    }),
    // Who is nobody in particular needs none.
    role: z.enum(ROLES).exclude(['visitor']).openapi({ example: 'participant' }),
    provider_id: z
      .string()
      .optional()
      .openapi({ description: 'Only allowed with an API key of platform staff.', example: undefined }),
    email: z
      .string()
      .optional()
      .openapi({ description: 'For a participant: the email address of their bookings.', example: 'jan@example.nl' }),
    external_id: z.string().optional().openapi({
      description:
        'For a participant: the key in your own system that their bookings have, with or without an address.',
    }),
    employer_id: z.string().optional().openapi({ description: 'For an employer’s HR staff: the employer.' }),
    booking_ids: z
      .array(z.string())
      .max(500)
      .optional()
      .openapi({ description: 'Limits the token to these bookings.', example: ['b-1001'] }),
    expires_in: z
      .number()
      .int()
      .min(1)
      .optional()
      .openapi({ description: 'In seconds. 900 if you leave it out.', example: 600 }),
  })
  .openapi('TokenRequest');

const tokenAnswer = z
  .object({
    token: z.string(),
    expires_at: z.string().openapi({ format: 'date-time', example: '2026-08-20T10:15:00.000Z' }),
  })
  .openapi('Token');

const EXAMPLE_REQUEST = { subject: 'user-17', role: 'participant', email: 'jan@example.nl', expires_in: 600 };
const EXAMPLE_ANSWER = { token: 'eyJhbGciOiJIUzI1NiJ9…', expires_at: '2026-08-20T10:10:00.000Z' };

type Parts = Pick<ServerParts, 'settings' | 'database' | 'clock' | 'ids'>;

/** `POST /tokens`. */
export function tokenRoutes(parts: Parts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [createToken]);
}

function createToken(parts: Parts): Route {
  const { database, clock } = parts;
  const { maxTokenSeconds } = parts.settings;
  const tokens = openTokens(parts);

  return route(
    {
      method: 'post',
      path: '/tokens',
      operationId: 'createToken',
      summary: 'Create a short-lived token for a widget',
      description: 'Call this from your own server, with an API key. Never put an API key in a page.',
      tags: ['Access'],
      request: {
        query: recordQuery,
        body: jsonOf(tokenRequest, EXAMPLE_REQUEST),
      },
      responses: {
        201: answer('The token', { schema: tokenAnswer, example: EXAMPLE_ANSWER }),
        ...problems('forbidden', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const { booking_ids, provider_id, employer_id, external_id, expires_in, ...asked } = c.req.valid('json');
      const minter = expectRole(c, 'token.create', ['provider', 'platform-staff']);
      // A token that makes tokens would never end.
      if (c.get('credential').kind !== 'api-key')
        throw new EnrollkitError('forbidden', 'Tokens can only be created with an API key');
      const actor = mintActor(minter, {
        ...asked,
        providerId: provider_id,
        employerId: employer_id,
        externalId: external_id,
        enrollmentIds: booking_ids,
      });
      const seconds = expires_in ?? Math.min(DEFAULT_SECONDS, maxTokenSeconds);
      if (seconds > maxTokenSeconds) throw invalid('out-of-range', 'expiresIn', { max: maxTokenSeconds });

      const { id, token, expiresAt } = await tokens.sign(actor, seconds);
      if (token.length > MAX_CREDENTIAL_CHARS) throw invalid('value-too-long', 'bookingIds', {});
      const record = { id, ...(actor.providerId !== undefined && { providerId: actor.providerId }) };
      const event = { action: 'token.create', kind: 'token', records: [record] } as const;
      await recordAudit(database, event, { actor: minter, clock, requestId: c.get('requestId') });
      return c.json({ token, expires_at: expiresAt }, 201);
    },
  );
}

function invalid(code: ServerIssueCode, path: string, params: Issue['params']): EnrollkitError {
  return new EnrollkitError('invalid', `${path}: ${code}`, { issues: [serverIssue(code, path, params)] });
}
