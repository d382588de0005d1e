import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { EnrollkitError, type Actor } from '@enrollkit/core';
import type { Context } from 'hono';
import { issueCode } from '../http/issue-codes.js';
import { expectRole } from '../access/expect-role.js';
import { recordAudit } from '../audit/record-audit.js';
import type { AppEnv } from '../http/app-env.js';
import { answer, jsonOf, problems } from '../http/operation.js';
import { refused } from '../http/problem.js';
import { recordQuery } from '../http/request/query-fields.js';
import { route, routesOf, type Route } from '../http/route.js';
import { count, email } from '../http/schemas/fields.js';
import type { ServerParts } from '../parts/server-parts.js';
import { tenantOf } from '../store/tenant.js';
import { eraseParticipant } from './erase-participant.js';
import { exportParticipant } from './export-participant.js';
import { readRetention, writeRetention } from './retention.js';

const MOST_MONTHS = 1200;
const tags = ['Privacy'];

/** Whose, in the body: an address in a URL ends in logs. */
const person = email.refine((value) => /^\S+@\S+$/.test(value.trim()), issueCode('email-invalid'));
const exportRequest = z.strictObject({ email: person }).openapi('ExportRequest');
const eraseRequest = z.strictObject({ email: person, confirm: z.literal(true) }).openapi('EraseRequest');
const erased = z.object({ bookings: count, certificates: count, invoices: count, files: count }).openapi('Erased');
const retention = z
  .strictObject({
    months: z.number().int().min(1).max(MOST_MONTHS).nullable().openapi({ description: 'Null means forever.' }),
  })
  .openapi('Retention');
const exported = z
  .object({
    exported_at: z.string().openapi({ format: 'date-time' }),
    email,
    bookings: z.array(z.unknown()),
    certificates: z.array(z.unknown()),
    invoices: z.array(z.unknown()),
    audit: z.array(z.unknown()),
  })
  .openapi('ParticipantExport');

const retentionAnswer = {
  200: answer('The retention period', { schema: retention, example: { months: 84 } }),
  ...problems('forbidden'),
};

/** `/participants/export`, `/participants/erase` and `/retention`. */
export function privacyRoutes(parts: ServerParts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [postExport, postErasure, getRetention, putRetention]);
}

function postExport(parts: ServerParts): Route {
  return route(
    {
      method: 'post',
      path: '/participants/export',
      operationId: 'exportParticipant',
      summary: 'Export all data about one person',
      tags,
      request: { query: recordQuery, body: jsonOf(exportRequest, { email: 'jan@example.nl' }) },
      responses: {
        200: answer('The data, as a file to download', {
          schema: exported,
          example: {
            exported_at: '2026-09-14T08:31:00.000Z',
            email: 'jan@example.nl',
            bookings: [],
            certificates: [],
            invoices: [],
            audit: [],
          },
        }),
        ...problems('forbidden'),
      },
    },
    async (c) => {
      const actor = expectGuardian(c, 'participant.export');
      const found = await exportParticipant(parts, { email: c.req.valid('json').email, actor });
      const records = found.bookings.map(({ id, provider_id: providerId }) => ({
        id,
        enrollmentId: id,
        ...(providerId !== undefined && { providerId }),
      }));
      const event = { action: 'participant.export', kind: 'enrollment', records } as const;
      await recordAudit(parts.database, event, { actor, clock: parts.clock, requestId: c.get('requestId') });
      c.header('Content-Disposition', 'attachment; filename="participant.json"');
      return c.json(found, 200);
    },
  );
}

function postErasure(parts: ServerParts): Route {
  return route(
    {
      method: 'post',
      path: '/participants/erase',
      operationId: 'eraseParticipant',
      summary: 'Erase all data about one person',
      description:
        'Certificates, invoices and their files are removed before the answer is sent. Bookings stay, with what happened ' +
        'and when, but without the person. A second time there is nothing left to erase.',
      tags,
      request: { query: recordQuery, body: jsonOf(eraseRequest, { email: 'jan@example.nl', confirm: true }) },
      responses: {
        200: answer('The number of records that were erased', {
          schema: erased,
          example: { bookings: 2, certificates: 1, invoices: 0, files: 1 },
        }),
        ...problems('forbidden'),
      },
    },
    async (c) => {
      const actor = expectGuardian(c, 'participant.erase');
      const { email: whose } = c.req.valid('json');
      return c.json(await eraseParticipant(parts, { email: whose, actor, requestId: c.get('requestId') }), 200);
    },
  );
}

function getRetention(parts: ServerParts): Route {
  return route(
    {
      method: 'get',
      path: '/retention',
      operationId: 'getRetention',
      summary: 'Read how long personal data is kept',
      tags,
      request: { query: recordQuery },
      responses: retentionAnswer,
    },
    async (c) => {
      const providerId = expectProvider(expectGuardian(c, 'retention.read'));
      return c.json({ months: await readRetention(parts.database, providerId) }, 200);
    },
  );
}

function putRetention(parts: ServerParts): Route {
  return route(
    {
      method: 'put',
      path: '/retention',
      operationId: 'putRetention',
      summary: 'Set how long personal data is kept',
      description:
        'The period starts at the end of the course. After it, bookings are erased in the same way as with `POST ' +
        '/participants/erase`.',
      tags,
      request: { query: recordQuery, body: jsonOf(retention, { months: 84 }) },
      responses: retentionAnswer,
    },
    async (c) => {
      const actor = expectGuardian(c, 'retention.change');
      const providerId = expectProvider(actor);
      const { months } = c.req.valid('json');
      const event = {
        action: 'retention.change',
        kind: 'provider',
        records: [{ id: providerId, providerId }],
      } as const;
      await recordAudit(parts.database, event, { actor, clock: parts.clock, requestId: c.get('requestId') });
      await writeRetention(parts.database, { providerId, months });
      return c.json({ months }, 200);
    },
  );
}

/** The provider or platform staff, and no widget's token: that is for some enrollments, and this is about all of a person's. */
function expectGuardian(c: Context<AppEnv>, action: string): Actor {
  const actor = expectRole(c, action, ['provider', 'platform-staff']);
  if (actor.enrollmentIds) throw new EnrollkitError('forbidden', `This token may not do ${action}`);
  return actor;
}

function expectProvider(actor: Actor): string {
  const tenant = tenantOf(actor);
  if (tenant === undefined) throw refused('invalid', 'required', 'providerId');
  return tenant;
}
