import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { EnrollkitError } from '@enrollkit/core';
import type { AppEnv } from '../http/app-env.js';
import type { ServerParts } from '../server-parts.js';
import { mintActor } from './mint-actor.js';
import { openTokens } from './tokens.js';

const DEFAULT_SECONDS = 15 * 60;

const tokenRequest = z
  .strictObject({
    subject: z.string().openapi({ description: 'Who it is in your system. Kept in history.', example: 'user-17' }),
    role: z.enum(['provider', 'participant', 'employer-hr', 'platform-staff']).openapi({ example: 'participant' }),
    provider_id: z.string().optional().openapi({ description: "Only with platform staff's key.", example: undefined }),
    email: z.string().optional().openapi({ description: 'Of a participant.', example: 'jan@example.nl' }),
    employer_id: z.string().optional().openapi({ description: 'Of HR: whose employees.' }),
    booking_ids: z
      .array(z.string())
      .max(500)
      .optional()
      .openapi({ description: 'Nothing but these bookings.', example: ['b-1001'] }),
    expires_in: z.number().int().min(1).optional().openapi({ description: 'Seconds. Default 900.', example: 600 }),
  })
  .openapi('TokenRequest');

const tokenAnswer = z
  .object({
    token: z.string(),
    expires_at: z.string().openapi({ format: 'date-time', example: '2026-08-20T10:15:00.000Z' }),
  })
  .openapi('Token');

const postToken = createRoute({
  method: 'post',
  path: '/tokens',
  summary: 'Make a short-lived token for a widget',
  description: 'Only with an API key, from your own server: a key must never be in a page.',
  tags: ['Access'],
  request: { body: { required: true, content: { 'application/json': { schema: tokenRequest } } } },
  responses: { 201: { description: 'The token', content: { 'application/json': { schema: tokenAnswer } } } },
});

/** `POST /tokens`. */
export function tokenRoutes(parts: Pick<ServerParts, 'settings' | 'database' | 'clock' | 'ids'>): OpenAPIHono<AppEnv> {
  const tokens = openTokens(parts);
  const { maxTokenSeconds } = parts.settings;

  return new OpenAPIHono<AppEnv>().openapi(postToken, async (c) => {
    const { booking_ids, provider_id, employer_id, expires_in, ...asked } = c.req.valid('json');
    // A token that makes tokens would never end.
    if (c.get('credential').kind !== 'api-key') throw new EnrollkitError('forbidden', 'Only an API key makes tokens');
    const actor = mintActor(c.get('actor'), {
      ...asked,
      providerId: provider_id,
      employerId: employer_id,
      enrollmentIds: booking_ids,
    });
    const seconds = expires_in ?? Math.min(DEFAULT_SECONDS, maxTokenSeconds);
    if (seconds > maxTokenSeconds) throw tooLong(maxTokenSeconds);
    const { token, expiresAt } = await tokens.sign(actor, seconds);
    return c.json({ token, expires_at: expiresAt }, 201);
  });
}

function tooLong(max: number): EnrollkitError {
  const issue = { code: 'out-of-range', severity: 'error', path: 'expiresIn', params: { max } } as const;
  return new EnrollkitError('invalid', `A token lives ${max} seconds at most`, { issues: [issue] });
}
