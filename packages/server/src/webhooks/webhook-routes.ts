import type { OpenAPIHono } from '@hono/zod-openapi';
import { hashText } from '@enrollkit/core';
import { toSnakeKeys } from '@enrollkit/core/wire';
import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { WRITE_HEADERS, answer, idOf, jsonOf, problems } from '../http/operation.js';
import { seenVersion, writeOptions } from '../http/request/call-options.js';
import { sentOnly, recordQuery } from '../http/request/query-fields.js';
import { refused } from '../http/problem.js';
import { wholePage } from '../http/respond.js';
import { route, routesOf, type Route } from '../http/route.js';
import type { WebhookIssueCode, WebhookFaultCode } from '../http/issue-codes.js';
import { languageOf } from '../imports/import-texts.js';
import { outboundAddress, type AddressFault } from '../outbound/outbound-address.js';
import type { ServerParts } from '../parts/server-parts.js';
import { recoverDeliveriesRoute, listDeliveriesRoute, replayDeliveryRoute, testWebhook } from './delivery-routes.js';
import {
  addEndpoint,
  changeEndpoint,
  getEndpoint,
  listEndpoints,
  MOST_ENDPOINTS,
  removeEndpoint,
  rotateSecret,
  type Endpoint,
  type Once,
} from './endpoint-table.js';
import { EVENT_TYPES } from './event-types.js';
import { audited, endpointOf, providerOf } from './webhook-access.js';
import {
  EXAMPLE_INPUT,
  EXAMPLE_SECRET,
  EXAMPLE_WEBHOOK,
  newWebhook,
  secretRotation,
  webhook,
  webhookInput,
  webhookPage,
  webhookPatch,
} from './webhook-schemas.js';
import { faultText } from './webhook-texts.js';

const tags = ['Webhooks'];
const onePath = '/webhooks/{id}';
const params = idOf(EXAMPLE_WEBHOOK.id);
const one = answer('The webhook', { schema: webhook, example: EXAMPLE_WEBHOOK });
const withSecret = { schema: newWebhook, example: { ...EXAMPLE_WEBHOOK, secret: EXAMPLE_SECRET } };
const HOUR_MS = 60 * 60_000;
const NOT_SHARED = { 'Cache-Control': 'private, no-store' };

/** `/webhooks`: who is told of a provider's changes. */
export function webhookRoutes(parts: ServerParts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [
    listWebhooks,
    createWebhook,
    getWebhook,
    changeWebhook,
    removeWebhook,
    rotateWebhookSecret,
    testWebhook,
    listDeliveriesRoute,
    replayDeliveryRoute,
    recoverDeliveriesRoute,
  ]);
}

function listWebhooks({ database }: ServerParts): Route {
  return route(
    {
      method: 'get',
      path: '/webhooks',
      tags,
      operationId: 'listWebhooks',
      summary: 'List the webhooks',
      request: { query: recordQuery },
      responses: {
        200: answer('The webhooks', { schema: webhookPage, example: wholePage([EXAMPLE_WEBHOOK]) }),
        ...problems('forbidden'),
      },
    },
    async (c) => {
      const found = await listEndpoints(database.tables, providerOf(c));
      return c.json(wholePage(found.map((each) => toWire(c, each))), 200, NOT_SHARED);
    },
  );
}

function createWebhook(parts: ServerParts): Route {
  return route(
    {
      method: 'post',
      path: '/webhooks',
      tags,
      operationId: 'createWebhook',
      summary: 'Be told of changes',
      description:
        'From now on the server sends a signed POST to your address after each change. Keep the secret: it is shown only ' +
        `once. At most ${MOST_ENDPOINTS} for each provider. The types: ${EVENT_TYPES.map((type) => `\`${type}\``).join(', ')}.`,
      parameters: WRITE_HEADERS,
      request: { query: recordQuery, body: jsonOf(webhookInput, EXAMPLE_INPUT) },
      responses: {
        201: answer('The webhook, with its secret', withSecret),
        ...problems('forbidden', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const { url, ...input } = c.req.valid('json');
      const key = { providerId: providerOf(c), id: parts.ids() };
      const made = await addEndpoint(
        parts.database.tables,
        { ...key, ...input, url: expectAddress(parts, url) },
        { now: parts.clock(), also: audited(c, parts, 'webhook.create', key.id), once: onceOf(c, input, url) },
      );
      return c.json({ ...toWire(c, made.endpoint), secret: made.secret }, 201, NOT_SHARED);
    },
  );
}

function getWebhook({ database }: ServerParts): Route {
  return route(
    {
      method: 'get',
      path: onePath,
      tags,
      operationId: 'getWebhook',
      summary: 'Read a webhook',
      request: { params, query: recordQuery },
      responses: { 200: one, ...problems('forbidden') },
    },
    async (c) => {
      const found = await getEndpoint(database.tables, endpointOf(c, c.req.valid('param').id));
      return c.json(toWire(c, found), 200, NOT_SHARED);
    },
  );
}

/** Under which key it is made once. Keys are the caller's own, as in every other write. */
function onceOf(c: Context<AppEnv>, input: object, url: string): Once | undefined {
  const { idempotencyKey } = writeOptions(c);
  if (idempotencyKey === undefined) return undefined;
  const { providerId, id } = c.get('actor');
  const request = `createWebhook ${hashText(JSON.stringify({ ...input, url }))}`;
  return { key: JSON.stringify([providerId ?? null, id, idempotencyKey]), request };
}

function changeWebhook(parts: ServerParts): Route {
  return route(
    {
      method: 'patch',
      path: onePath,
      tags,
      operationId: 'changeWebhook',
      summary: 'Change a webhook, or switch it on or off',
      description:
        `What you leave out stays. While it is off, events are kept for it for ${parts.settings.webhookDays} days, and \`recover\` sends ` +
        'them. What was waiting when it was switched off is sent when it is switched on.',
      parameters: [{ $ref: '#/components/parameters/IfMatch' }],
      request: { params, query: recordQuery, body: jsonOf(webhookPatch, { description: 'New CRM' }) },
      responses: { 200: one, ...problems('forbidden', 'conflict', 'unsupported-media-type') },
    },
    async (c) => {
      const { url, ...rest } = c.req.valid('json');
      const key = endpointOf(c, c.req.valid('param').id);
      const change = sentOnly({ ...rest, url: url === undefined ? undefined : expectAddress(parts, url) });
      const changed = await changeEndpoint(parts.database.tables, key, change, {
        ...seenVersion(c),
        also: audited(c, parts, 'webhook.change', key.id),
      });
      return c.json(toWire(c, changed), 200, NOT_SHARED);
    },
  );
}

function removeWebhook(parts: ServerParts): Route {
  return route(
    {
      method: 'delete',
      path: onePath,
      tags,
      operationId: 'removeWebhook',
      summary: 'Remove a webhook',
      description: 'With its deliveries. Nothing more is sent.',
      request: { params, query: recordQuery },
      responses: { 204: { description: 'The webhook is removed' }, ...problems('forbidden') },
    },
    async (c) => {
      const key = endpointOf(c, c.req.valid('param').id);
      await removeEndpoint(parts.database.tables, key, audited(c, parts, 'webhook.remove', key.id));
      return c.body(null, 204);
    },
  );
}

function rotateWebhookSecret(parts: ServerParts): Route {
  return route(
    {
      method: 'post',
      path: `${onePath}/rotate-secret`,
      tags,
      operationId: 'rotateWebhookSecret',
      summary: 'Get a new secret',
      description:
        'Both secrets sign for a while, each with a signature of its own, so that the receiver can change in between. ' +
        'Again within that time, and the oldest of the three stops.',
      request: { params, query: recordQuery, body: jsonOf(secretRotation, { overlap_hours: 24 }) },
      responses: {
        200: answer('The webhook, with its new secret', withSecret),
        ...problems('forbidden', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const key = endpointOf(c, c.req.valid('param').id);
      const overlapMs = c.req.valid('json').overlap_hours * HOUR_MS;
      const rotated = await rotateSecret(parts.database.tables, key, {
        until: new Date(Date.parse(parts.clock()) + overlapMs).toISOString(),
        also: audited(c, parts, 'webhook.rotate-secret', key.id),
      });
      return c.json({ ...toWire(c, rotated.endpoint), secret: rotated.secret }, 200, NOT_SHARED);
    },
  );
}

const ADDRESS_FAULTS: Readonly<Record<AddressFault, WebhookIssueCode | WebhookFaultCode>> = {
  invalid: 'webhook-address-invalid',
  credentials: 'webhook-address-invalid',
  insecure: 'webhook-address-insecure',
  private: 'webhook-address-private',
};

function expectAddress({ settings }: ServerParts, text: string): string {
  const url = outboundAddress(text, { allowPrivate: settings.privateFeeds });
  if (typeof url === 'string') throw refused('invalid', ADDRESS_FAULTS[url], 'url');
  return url.href;
}

function toWire(c: Context<AppEnv>, endpoint: Endpoint) {
  const { providerId: _, types, disabledReason, ...same } = endpoint;
  const language = languageOf(c.req.header('Accept-Language'));
  return {
    ...toSnakeKeys(same),
    types: types && [...types],
    ...(disabledReason && { problem: { code: disabledReason, text: faultText(language, disabledReason) } }),
  };
}
