import { z } from '@hono/zod-openapi';
import { formatInstant, parseInstant } from '@enrollkit/core';
import { toSnakeKeys } from '@enrollkit/core/wire';
import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { answer, examplePage, idOf, jsonOf, NO_BODY, problems } from '../http/operation.js';
import { badRequest } from '../http/problem.js';
import { wirePage } from '../http/respond.js';
import { continueAfter, paging, pagingOf, sentOnly, recordQuery } from '../http/request/query-fields.js';
import { route, type Route } from '../http/route.js';
import { languageOf } from '../imports/import-texts.js';
import type { ServerParts } from '../parts/server-parts.js';
import {
  addTestEvent,
  expectEnabled,
  listDeliveries,
  MOST_RECOVERED,
  recoverDeliveries,
  replayDelivery,
  type Delivery,
} from './delivery-table.js';
import { getEndpoint } from './endpoint-table.js';
import { TEST_EVENT } from './event-types.js';
import { audited, endpointOf } from './webhook-access.js';
import {
  delivery,
  deliveryPage,
  deliveryState,
  EXAMPLE_DELIVERY,
  EXAMPLE_WEBHOOK,
  recovered,
  recovery,
} from './webhook-schemas.js';
import { faultText } from './webhook-texts.js';

const tags = ['Webhooks'];
const params = idOf(EXAMPLE_WEBHOOK.id);
const DAY_MS = 24 * 60 * 60_000;
const { attempted_at: _at, status: _status, ...UNTRIED } = EXAMPLE_DELIVERY;
const waiting = { ...UNTRIED, state: 'waiting', attempts: 0, next_at: EXAMPLE_DELIVERY.at };

export function testWebhook(parts: ServerParts): Route {
  return route(
    {
      method: 'post',
      path: '/webhooks/{id}/test',
      tags,
      operationId: 'testWebhook',
      summary: 'Send a test event',
      description: `Sends \`${TEST_EVENT}\` within seconds, to this webhook only. Its deliveries show what came of it.`,
      request: { params, query: recordQuery, body: NO_BODY },
      responses: {
        202: answer('The delivery', { schema: delivery, example: { ...waiting, type: TEST_EVENT } }),
        ...problems('forbidden', 'conflict'),
      },
    },
    async (c) => {
      const key = endpointOf(c, c.req.valid('param').id);
      const added = await parts.database.tables.transaction().execute(async (tx) => {
        expectEnabled(await getEndpoint(tx, key));
        await audited(c, parts, 'webhook.test', key.id)(tx);
        return addTestEvent(tx, key, parts.clock());
      });
      return c.json(toWire(c, added), 202);
    },
  );
}

export function listDeliveriesRoute({ database, settings }: ServerParts): Route {
  return route(
    {
      method: 'get',
      path: '/webhooks/{id}/deliveries',
      tags,
      operationId: 'listWebhookDeliveries',
      summary: 'See what was sent, and how it was answered',
      description: `Newest first, for ${settings.webhookDays} days.`,
      request: {
        params,
        query: z.strictObject({
          ...paging,
          after_id: continueAfter('event'),
          state: deliveryState.optional().openapi({ example: undefined }),
          type: z.string().optional().openapi({ description: 'Only events of this type.', example: undefined }),
        }),
      },
      responses: {
        200: answer('A page of deliveries', { schema: deliveryPage, example: examplePage(EXAMPLE_DELIVERY) }),
        ...problems('forbidden'),
      },
    },
    async (c) => {
      const { size, offset, state, type, after_id: afterId } = c.req.valid('query');
      const page = pagingOf({ size, offset });
      const key = endpointOf(c, c.req.valid('param').id);
      await getEndpoint(database.tables, key);
      const found = await listDeliveries(database.tables, key, { ...page, ...sentOnly({ state, type, afterId }) });
      return c.json(wirePage({ ...found, items: found.items.map((each) => toWire(c, each)) }, page), 200);
    },
  );
}

export function replayDeliveryRoute(parts: ServerParts): Route {
  return route(
    {
      method: 'post',
      path: '/webhooks/{id}/deliveries/{event_id}/replay',
      tags,
      operationId: 'replayWebhookDelivery',
      summary: 'Send one event again',
      description:
        'With the same `webhook-id`, and the record as it is now. An event that waits to be sent again is sent now.',
      request: {
        params: params.extend({ event_id: z.string().openapi({ example: EXAMPLE_DELIVERY.event_id }) }),
        query: recordQuery,
        body: NO_BODY,
      },
      responses: {
        202: answer('The delivery', { schema: delivery, example: waiting }),
        ...problems('forbidden', 'conflict'),
      },
    },
    async (c) => {
      const { id, event_id: eventId } = c.req.valid('param');
      const key = endpointOf(c, id);
      const replayed = await parts.database.tables.transaction().execute(async (tx) => {
        expectEnabled(await getEndpoint(tx, key));
        await audited(c, parts, 'webhook.replay', key.id)(tx);
        return replayDelivery(tx, key, { eventId, now: parts.clock() });
      });
      return c.json(toWire(c, replayed), 202);
    },
  );
}

export function recoverDeliveriesRoute(parts: ServerParts): Route {
  return route(
    {
      method: 'post',
      path: '/webhooks/{id}/recover',
      tags,
      operationId: 'recoverWebhook',
      summary: 'Send everything since a moment that did not arrive',
      description:
        'What failed, and what was not sent because the webhook was switched off or asked for other types. Oldest first, at ' +
        `most ${MOST_RECOVERED.toLocaleString('en')} events in one request.`,
      request: { params, query: recordQuery, body: jsonOf(recovery, { since: '2026-08-20T00:00:00.000Z' }) },
      responses: {
        202: answer('How many are sent', { schema: recovered, example: { queued: 12 } }),
        ...problems('forbidden', 'conflict', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const key = endpointOf(c, c.req.valid('param').id);
      const { since, all } = c.req.valid('json');
      const now = parts.clock();
      const options = { since: expectSince(since, { now, days: parts.settings.webhookDays }), all, now };
      const { queued, nextSince } = await parts.database.tables.transaction().execute(async (tx) => {
        expectEnabled(await getEndpoint(tx, key));
        await audited(c, parts, 'webhook.replay', key.id)(tx);
        return recoverDeliveries(tx, key, options);
      });
      return c.json({ queued, ...(nextSince !== undefined && { next_since: nextSince }) }, 202);
    },
  );
}

function expectSince(text: string, { now, days }: { readonly now: string; readonly days: number }): string {
  const since = parseInstant(text);
  if (since === undefined) throw badRequest('instant-invalid', 'since');
  const earliest = Date.parse(now) - days * DAY_MS;
  if (since < earliest) throw badRequest('out-of-range', 'since', { min: formatInstant(earliest) });
  return formatInstant(since);
}

function toWire(c: Context<AppEnv>, { fault, ...same }: Delivery) {
  const language = languageOf(c.req.header('Accept-Language'));
  return {
    ...toSnakeKeys(same),
    ...(fault && { problem: { code: fault, text: faultText(language, fault, same) } }),
  };
}
