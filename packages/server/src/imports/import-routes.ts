import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { NewIdChoice } from '@enrollkit/core';
import { toWireImportStep, toWireSession } from '@enrollkit/core/wire';
import { findingsToCsv, type FeedFinding } from '@enrollkit/feed';
import type { AppEnv } from '../http/app-env.js';
import {
  ETAG_HEADER,
  NOT_MODIFIED,
  NO_BODY,
  VERSIONED_HEADERS,
  answer,
  examplePage,
  idOf,
  problems,
} from '../http/operation.js';
import { readOptions, versionedOptions } from '../http/request/call-options.js';
import { paging, sentOnly, recordQuery } from '../http/request/query-fields.js';
import { respondPage } from '../http/respond.js';
import { route, routesOf, type Route } from '../http/route.js';
import type { ServerParts } from '../parts/server-parts.js';
import { EXAMPLE_IMPORT, EXAMPLE_IMPORT_STEP } from './import-examples.js';
import {
  applyRequest,
  feedImport,
  importAction,
  importKind,
  importPage,
  importState,
  importStepPage,
} from './import-schemas.js';
import { describeImportIssue, feedTerms, languageOf } from './import-texts.js';
import { releaseFeed } from './release-feeds.js';
import { respondImport } from './respond-import.js';

const path = '/imports';
const onePath = `${path}/{id}`;
const tags = ['Imports'];
const params = idOf('i-1001');
const one = answer('The import', { schema: feedImport, example: EXAMPLE_IMPORT, headers: ETAG_HEADER });
const { findings: _findings, ...EXAMPLE_SESSION } = EXAMPLE_IMPORT;

/** `/imports`: what became of feeds, what is planned, and whether it may be applied. */
export function importRoutes(parts: ServerParts): OpenAPIHono<AppEnv> {
  return routesOf(parts, [listImports, getImport, listImportSteps, downloadImportFindings, applyImport, cancelImport]);
}

function listImports(): Route {
  return route(
    {
      method: 'get',
      path,
      tags,
      operationId: 'listImports',
      summary: 'List imports',
      description: 'Newest first, without findings. The last hundred imports of each kind are kept.',
      request: {
        query: z.strictObject({ ...paging, kind: importKind.optional(), state: importState.optional() }),
      },
      responses: {
        200: answer('A page of imports', { schema: importPage, example: examplePage(EXAMPLE_SESSION) }),
        ...problems(),
      },
    },
    async (c) => {
      const { size, offset, kind, state } = c.req.valid('query');
      const asked = sentOnly({ size, offset, kind, state });
      const { items, total } = await c.get('backend').listImports(asked, readOptions(c));
      const describe = describeImportIssue(languageOf(c.req.header('Accept-Language')));
      c.header('Vary', 'Accept-Language', { append: true });
      const found = { root: 'imports', items: items.map((session) => toWireSession(session, describe)), total };
      return respondPage(c, found, { size, offset });
    },
  );
}

function getImport(): Route {
  return route(
    {
      method: 'get',
      path: onePath,
      tags,
      operationId: 'getImport',
      summary: 'Read an import',
      description: 'How far the import is, what it will change or has changed, and what was found in the feed.',
      request: {
        params,
        query: recordQuery.extend({
          findings: z.enum(['true', 'false']).optional().openapi({
            description: 'Send `false` to leave out the findings, for example while you poll for progress.',
            example: 'false',
          }),
        }),
      },
      responses: { 200: one, 304: NOT_MODIFIED, ...problems() },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const found = await c.get('backend').getImport(id, readOptions(c));
      return respondImport(c, found, { withoutFindings: c.req.valid('query').findings === 'false' });
    },
  );
}

function listImportSteps(): Route {
  return route(
    {
      method: 'get',
      path: `${onePath}/steps`,
      tags,
      operationId: 'listImportSteps',
      summary: 'List what an import does to each product or trainer',
      description:
        'Deletions first, then in the order of the feed. What deletes a product or gives it a new id says how many bookings ' +
        'it has, until that is done.',
      request: {
        params,
        query: z.strictObject({
          ...paging,
          action: importAction.optional().openapi({ example: 'update' }),
          is_done: z.enum(['true', 'false']).optional(),
          is_new_id: z
            .enum(['true', 'false'])
            .optional()
            .openapi({ description: 'Only products that come under a new id, or only the others.' }),
        }),
      },
      responses: {
        200: answer('A page of steps', { schema: importStepPage, example: examplePage(EXAMPLE_IMPORT_STEP) }),
        ...problems(),
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { size, offset, action, is_done, is_new_id } = c.req.valid('query');
      const isDone = is_done === undefined ? undefined : is_done === 'true';
      const isNewId = is_new_id === undefined ? undefined : is_new_id === 'true';
      const asked = { ...sentOnly({ size, offset, action, isDone, isNewId }), forReview: true };
      const { items, total } = await c.get('backend').listImportSteps(id, asked, readOptions(c));
      return respondPage(c, { root: 'steps', items: items.map(toWireImportStep), total }, { size, offset });
    },
  );
}

function downloadImportFindings(): Route {
  return route(
    {
      method: 'get',
      path: `${onePath}/findings.csv`,
      tags,
      operationId: 'downloadImportFindings',
      summary: 'Download what was found in the feed',
      request: { params, query: recordQuery },
      responses: {
        200: {
          description: 'The findings as CSV, for a spreadsheet',
          content: { 'text/csv': { schema: { type: 'string' } } },
        },
        ...problems(),
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { findings } = await c.get('backend').getImport(id, readOptions(c));
      const language = languageOf(c.req.header('Accept-Language'));
      const entries = findings.map(({ recordId, ...finding }) => ({
        issues: [{ column: 0, line: 0, ...finding } as FeedFinding],
        ...(recordId !== undefined && { id: recordId }),
      }));
      let csv = '';
      for await (const piece of findingsToCsv(entries, feedTerms(language))) csv += piece;
      return c.body(csv, 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="findings.csv"',
        'Content-Language': language,
        'Cache-Control': 'private, no-cache',
        Vary: 'Accept-Language',
      });
    },
  );
}

function applyImport(): Route {
  return route(
    {
      method: 'post',
      path: `${onePath}/apply`,
      tags,
      operationId: 'applyImport',
      summary: 'Apply a plan',
      description: 'This continues in the background. Applying a second time changes nothing.',
      parameters: VERSIONED_HEADERS,
      request: {
        params,
        query: recordQuery,
        body: { content: { 'application/json': { schema: applyRequest, example: { force: false } } } },
      },
      responses: {
        202: answer('The import, which is being applied', {
          schema: feedImport,
          example: EXAMPLE_IMPORT,
          headers: ETAG_HEADER,
        }),
        ...problems('forbidden', 'conflict', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const asked = (c.req.valid('json') as ApplyRequest | undefined) ?? {};
      const { force, new_ids: newIds, new_id_exceptions: newIdExceptions } = asked;
      const options = { ...versionedOptions(c), ...sentOnly({ force, newIds, newIdExceptions }) };
      return respondImport(c, await c.get('backend').startApplying(id, options), { status: 202 });
    },
  );
}

interface ApplyRequest {
  readonly force?: boolean;
  readonly new_ids?: NewIdChoice;
  readonly new_id_exceptions?: readonly string[];
}

function cancelImport(parts: ServerParts): Route {
  return route(
    {
      method: 'post',
      path: `${onePath}/cancel`,
      tags,
      operationId: 'cancelImport',
      summary: 'Stop an import',
      description: 'Changes that were already applied stay. Stopping a second time changes nothing.',
      parameters: VERSIONED_HEADERS,
      request: {
        params,
        query: recordQuery,
        body: NO_BODY,
      },
      responses: { 200: one, ...problems('forbidden', 'conflict') },
    },
    async (c) => {
      const cancelled = await c.get('backend').cancelImport(c.req.valid('param').id, versionedOptions(c));
      // The cleaner makes up for what fails here.
      await releaseFeed(parts, cancelled.source.sha256).catch((error: unknown) =>
        parts.log.warn({ err: error }, 'the feed of a cancelled import could not be removed: the cleaning job will'),
      );
      return respondImport(c, cancelled);
    },
  );
}
