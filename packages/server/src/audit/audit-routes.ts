import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { toSnakeKeys } from '@enrollkit/core/wire';
import { expectRole } from '../access/expect-role.js';
import type { AppEnv } from '../http/app-env.js';
import { answer, problems } from '../http/operation.js';
import { wirePage } from '../http/respond.js';
import { continueAfter, momentOrDay, paging, pagingOf, sentOnly } from '../http/request/query-fields.js';
import { route, routesOf, type Route } from '../http/route.js';
import { pageOf } from '../http/schemas/fields.js';
import type { ServerParts } from '../parts/server-parts.js';
import { readAudit } from './read-audit.js';

const text = z.string();

const entry = z
  .object({
    id: text.openapi({ description: 'Where it stands in the trail: for `after_id`.' }),
    at: text.openapi({ format: 'date-time' }),
    provider_id: text.optional(),
    actor_id: text.openapi({ description: 'The id of the API key, the subject of the token, or the rule.' }),
    actor_role: text,
    use_case: text
      .optional()
      .openapi({ description: 'What was being done, when something was.', example: 'uploadCertificate' }),
    action: text,
    kind: text,
    booking_id: text.optional(),
    record_id: text,
    note: text.optional().openapi({ description: 'What was said about it.' }),
    request_id: text.optional(),
  })
  .openapi('AuditEntry');

const EXAMPLE = {
  id: '1789374660000-4711',
  at: '2026-09-14T08:31:00.000Z',
  actor_id: 'user-17',
  actor_role: 'participant',
  action: 'certificate.download',
  kind: 'certificate',
  record_id: 'c-1001',
  booking_id: 'b-1001',
  request_id: '0192f3a0-7c1e-7d3a-9b6e-1f2d3c4b5a69',
};

type Parts = Pick<ServerParts, 'settings' | 'database'>;

/** `GET /audit`. */
export function auditRoutes(parts: Parts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [listAuditEntries]);
}

function listAuditEntries({ settings, database }: Parts): Route {
  return route(
    {
      method: 'get',
      path: '/audit',
      operationId: 'listAuditEntries',
      summary: 'Read the audit trail',
      description:
        'Who did or saw what, and when. Newest first. A provider sees entries about its own records, platform staff see ' +
        'all of them.',
      tags: ['Privacy'],
      request: {
        query: z.strictObject({
          ...paging,
          after_id: continueAfter('entry'),
          booking_id: text.optional().openapi({ example: 'b-1001' }),
          certificate_id: text.optional().openapi({ example: 'c-1001' }),
          actor: text.optional().openapi({ description: 'The id of the person, API key or rule.', example: 'user-17' }),
          from: momentOrDay(settings.timeZone, 'Happened at this time or later.'),
          until: momentOrDay(settings.timeZone, 'Happened before this time.'),
        }),
      },
      responses: {
        200: answer('A page of entries', {
          schema: pageOf(entry, 'AuditEntries'),
          example: { items: [EXAMPLE], total: 1, size: 50, offset: 0 },
        }),
        ...problems('forbidden'),
      },
    },
    async (c) => {
      expectRole(c, 'audit.read', ['provider', 'platform-staff']);
      const { size, offset, after_id: after, booking_id, certificate_id, actor, from, until } = c.req.valid('query');
      const page = pagingOf({ size, offset });
      const asked = sentOnly({
        after,
        enrollmentId: booking_id,
        certificateId: certificate_id,
        actorId: actor,
        from,
        until,
      });
      const found = await readAudit(database, c.get('actor'), { ...page, ...asked });
      const items = found.items.map(({ enrollmentId, place: id, ...same }) => ({
        id,
        ...toSnakeKeys(same),
        ...(enrollmentId !== undefined && { booking_id: enrollmentId }),
      }));
      return c.json(wirePage({ ...found, items }, page), 200);
    },
  );
}
