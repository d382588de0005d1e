import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { can, EnrollkitError, type Actor } from '@enrollkit/core';
import { toSnakeKeys } from '@enrollkit/core/wire';
import type { Context } from 'hono';
import { unauthorized } from '../access/unauthorized.js';
import type { AppEnv } from '../http/app-env.js';
import { answer, jsonOf, problems } from '../http/operation.js';
import { recordQuery } from '../http/request/query-fields.js';
import { wholePage } from '../http/respond.js';
import { route, routesOf, type Route } from '../http/route.js';
import { flag, moment, pageOf, text } from '../http/schemas/fields.js';
import { importKind } from '../imports/import-schemas.js';
import { describeImportIssue, languageOf } from '../imports/import-texts.js';
import type { ServerParts } from '../parts/server-parts.js';
import { feedAddress } from './feed-address.js';
import { findFeed, findFeeds, forgetFeed, keepFeed, type Feed } from './feed-table.js';

const tags = ['Imports'];
const onePath = '/feeds/{kind}';
const params = z.object({ kind: importKind });

const settings = {
  url: text.openapi({
    description: 'Must begin with https:// and must not contain a user name.',
    example: 'https://www.example.nl/feed.xml',
  }),
  every_minutes: z.number().int().min(15).max(10_080).default(1440).openapi({ example: 1440 }),
  apply: flag.default(false).openapi({
    description: 'Apply each plan right away, unless it would delete more than `max_deleted_share` allows.',
  }),
  max_deleted_share: z.number().min(0).max(100).default(20),
};
const feedInput = z.strictObject(settings).openapi('FeedInput');
const feed = z
  .object({
    kind: importKind,
    ...settings,
    next_at: moment,
    checked_at: moment.optional(),
    import_id: text.optional().openapi({ description: 'The latest import from this feed.' }),
    problem: z
      .object({ code: text, text })
      .optional()
      .openapi({ description: 'Why the last attempt to fetch the feed failed.' }),
  })
  .openapi('Feed');

const EXAMPLE_INPUT = {
  url: 'https://www.example.nl/feed.xml',
  every_minutes: 1440,
  apply: false,
  max_deleted_share: 20,
};
const EXAMPLE = { kind: 'products', ...EXAMPLE_INPUT, next_at: '2026-08-20T10:00:00.000Z' };
const one = answer('The feed', { schema: feed, example: EXAMPLE });

/** `/feeds`: where a provider's own feeds are, to be fetched again and again. */
export function feedRoutes(parts: ServerParts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [listFeeds, putFeed, getFeed, removeFeed]);
}

function listFeeds(parts: ServerParts): Route {
  return route(
    {
      method: 'get',
      path: '/feeds',
      tags,
      operationId: 'listFeeds',
      summary: 'List the feeds that are fetched automatically',
      request: { query: recordQuery },
      responses: {
        200: answer('The feeds', {
          schema: pageOf(feed, 'Feeds'),
          example: wholePage([EXAMPLE]),
        }),
        ...problems('forbidden'),
      },
    },
    async (c) => {
      const items = (await findFeeds(parts.database.tables, providerOf(c))).map((found) => toWire(c, found));
      return c.json(wholePage(items), 200, NOT_SHARED);
    },
  );
}

function putFeed(parts: ServerParts): Route {
  return route(
    {
      method: 'put',
      path: onePath,
      tags,
      operationId: 'putFeed',
      summary: 'Set where a feed is fetched',
      description:
        'The feed is fetched soon, and from then on at the interval that you set. An import starts only if the feed has ' +
        'changed. The address must be on the public internet. `max_deleted_share` protects you as with a feed that you ' +
        'send.',
      request: {
        params,
        query: recordQuery,
        body: jsonOf(feedInput, EXAMPLE_INPUT),
      },
      responses: { 200: one, ...problems('forbidden', 'unsupported-media-type') },
    },
    async (c) => {
      const { kind } = c.req.valid('param');
      const { every_minutes: everyMinutes, max_deleted_share: maxDeletedShare, ...same } = c.req.valid('json');
      const providerId = providerOf(c);
      const { href: url } = feedAddress(same.url, { allowPrivate: parts.settings.privateFeeds });
      const input = { ...same, url, providerId, kind, everyMinutes, maxDeletedShare };
      return c.json(toWire(c, await keepFeed(parts.database.tables, input, parts.clock())), 200, NOT_SHARED);
    },
  );
}

function getFeed(parts: ServerParts): Route {
  return route(
    {
      method: 'get',
      path: onePath,
      tags,
      operationId: 'getFeed',
      summary: 'Read where a feed is fetched, and whether that worked',
      request: { params, query: recordQuery },
      responses: { 200: one, ...problems('forbidden') },
    },
    async (c) => {
      const found = await findFeed(parts.database.tables, {
        providerId: providerOf(c),
        kind: c.req.valid('param').kind,
      });
      if (!found) throw new EnrollkitError('not-found', 'No such feed');
      return c.json(toWire(c, found), 200, NOT_SHARED);
    },
  );
}

function removeFeed(parts: ServerParts): Route {
  return route(
    {
      method: 'delete',
      path: onePath,
      tags,
      operationId: 'removeFeed',
      summary: 'Stop fetching a feed',
      description: 'Everything that was imported stays.',
      request: { params, query: recordQuery },
      responses: { 204: { description: 'The feed is no longer fetched' }, ...problems('forbidden') },
    },
    async (c) => {
      const isRemoved = await forgetFeed(parts.database.tables, {
        providerId: providerOf(c),
        kind: c.req.valid('param').kind,
      });
      if (!isRemoved) throw new EnrollkitError('not-found', 'No such feed');
      return c.body(null, 204);
    },
  );
}

const NOT_SHARED = { 'Cache-Control': 'private, no-cache' };

/** Whose feeds are meant, when whoever asks may import. */
function providerOf(c: Context<AppEnv>): string {
  const actor = c.get('actor') as Actor | undefined;
  if (!actor) throw unauthorized('Send an API key or a token');
  const tenant = actor.providerId === undefined ? {} : { providerId: actor.providerId };
  if (!can(actor, 'import.create', { kind: 'import', ...tenant }))
    throw new EnrollkitError('forbidden', 'This credential may not import feeds');
  return actor.providerId ?? '';
}

function toWire(c: Context<AppEnv>, found: Feed) {
  const { kind, url, everyMinutes, apply, maxDeletedShare, nextAt, checkedAt, importId, problem } = found;
  const describe = describeImportIssue(languageOf(c.req.header('Accept-Language')));
  return {
    ...toSnakeKeys({ kind, url, everyMinutes, apply, maxDeletedShare, nextAt }),
    ...(checkedAt !== undefined && { checked_at: checkedAt }),
    ...(importId !== undefined && { import_id: importId }),
    ...(problem && { problem: { code: problem.code, text: describe(problem) } }),
  };
}
