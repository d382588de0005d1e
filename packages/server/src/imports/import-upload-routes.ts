import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { can, EnrollkitError, type Actor, type ImportKind, type NewImport } from '@enrollkit/core';
import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { answer, BINARY, CREATED_HEADERS, problems, WRITE_HEADERS } from '../http/operation.js';
import { writeOptions } from '../http/request/call-options.js';
import { sentOnly, recordQuery } from '../http/request/query-fields.js';
import { route, routesOf, type Route } from '../http/route.js';
import type { ServerParts } from '../parts/server-parts.js';
import { EXAMPLE_FEEDS, EXAMPLE_IMPORT } from './import-examples.js';
import { feedImport, uploadQuery } from './import-schemas.js';
import { receiveFeed } from './receive-feed.js';
import { respondImport } from './respond-import.js';
import { startImport } from './start-import.js';

const KINDS: readonly ImportKind[] = ['products', 'trainers'];
/** While another feed of the same provider comes in. */
const RETRY_AFTER_MS = 5000;
const query = z.strictObject({ ...recordQuery.shape, ...uploadQuery });

/** `POST /imports/products` and `POST /imports/trainers`: begins an import with the feed that is sent. */
export function importUploadRoutes(parts: ServerParts): OpenAPIHono<AppEnv> {
  // One that is imported takes the place of those before it: several at once would only fill the disk.
  const arriving = new Set<string>();
  return routesOf(
    parts,
    KINDS.map((kind) => () => importFeed(kind, parts, arriving)),
  );
}

function importFeed(kind: ImportKind, parts: ServerParts, arriving: Set<string>): Route {
  return route(
    {
      method: 'post',
      path: `/imports/${kind}`,
      tags: ['Imports'],
      operationId: kind === 'products' ? 'importProducts' : 'importTrainers',
      summary: kind === 'products' ? 'Import a product feed' : 'Import a trainer feed',
      description:
        'Send the complete feed: products that are missing from a product feed are deleted. It is checked and compared ' +
        'in the background, and the answer says where to follow that. Send XML, gzip, or a form with `file`.',
      parameters: WRITE_HEADERS,
      request: {
        query,
        body: {
          required: true,
          content: {
            'application/xml': { schema: { type: 'string' as const }, example: EXAMPLE_FEEDS[kind] },
            'application/gzip': { schema: BINARY },
            'multipart/form-data': {
              schema: { type: 'object' as const, properties: { file: BINARY }, required: ['file'] },
            },
          },
        },
      },
      responses: {
        202: answer('The import, which has started', {
          schema: feedImport,
          example: EXAMPLE_IMPORT,
          headers: CREATED_HEADERS,
        }),
        ...problems('forbidden', 'conflict', 'too-large', 'unsupported-media-type', 'timeout', 'storage-full'),
      },
    },
    async (c) => {
      const { providerId } = expectImporter(c.get('actor'));
      const key = JSON.stringify([providerId, kind]);
      if (arriving.has(key)) {
        const retryAfterMs = RETRY_AFTER_MS;
        throw new EnrollkitError('rate-limited', 'Another feed of this provider is being uploaded', { retryAfterMs });
      }
      arriving.add(key);
      try {
        const { apply, max_deleted_share: maxDeletedShare } = c.req.valid('query');
        const chosen = sentOnly({
          applyWhenPlanned: apply === undefined ? undefined : apply === 'true',
          maxDeletedShare,
        });
        return await upload(c, { kind, options: chosen }, parts);
      } finally {
        arriving.delete(key);
      }
    },
  );
}

async function upload(
  c: Context<AppEnv>,
  asked: Pick<NewImport, 'kind' | 'options'>,
  parts: ServerParts,
): Promise<Response> {
  const actor = c.get('actor');
  const options = writeOptions(c);
  const file = await receiveFeed(c, parts);
  try {
    const request = { requestId: c.get('requestId') };
    const made = await startImport(parts, { ...asked, file }, { ...options, actor, request });
    const headers = { Location: `${parts.settings.basePath}/imports/${encodeURIComponent(made.id)}` };
    return respondImport(c, made, { status: 202, headers });
  } finally {
    await file.discard();
  }
}

/** Before anything is read: whoever may never do this fills no disk. */
function expectImporter(actor: Actor): Actor {
  const tenant = actor.providerId === undefined ? {} : { providerId: actor.providerId };
  if (!can(actor, 'import.create', { kind: 'import', ...tenant }))
    throw new EnrollkitError('forbidden', 'This credential may not import feeds');
  return actor;
}
