import { OpenAPIHono } from '@hono/zod-openapi';
import { v7 } from 'uuid';
import { accessMiddleware } from '../../../packages/server/src/access/access-middleware.js';
import { createApiKey, type ApiKeyRole } from '../../../packages/server/src/access/api-keys.js';
import { tokenRoutes } from '../../../packages/server/src/tokens/token-routes.js';
import { openDatabase } from '../../../packages/server/src/database/open-database.js';
import { answerProblem } from '../../../packages/server/src/http/answer-problem.js';
import type { AppEnv } from '../../../packages/server/src/http/app-env.js';
import { readSettings } from '../../../packages/server/src/settings/read-settings.js';
import type { Database, ServerParts } from '../../../packages/server/src/parts/server-parts.js';
import type { Settings } from '../../../packages/server/src/settings/settings.js';
import { freshDatabase, silent as log } from '../../support/postgres.js';

/** A database of its own, with a clock that the test moves. */
export interface AccessWorld {
  readonly database: Database;
  now: string;
  readonly clock: () => string;
  readonly ids: () => string;
  parts(settings?: Partial<Settings>): ServerParts;
  /** What is in front of the routes, `POST /tokens`, and a route that tells who asks. */
  app(settings?: Partial<Settings>): OpenAPIHono<AppEnv>;
  key(role: ApiKeyRole, providerId?: string): Promise<{ readonly id: string; readonly key: string }>;
  close(): Promise<void>;
}

export async function openAccessWorld(): Promise<AccessWorld> {
  const own = await freshDatabase();
  const database = await openDatabase({ url: own.url, poolSize: 5, log });

  const world: AccessWorld = {
    database,
    now: '2026-09-01T10:00:00.000Z',
    clock: () => world.now,
    ids: v7,
    parts: (settings) =>
      ({
        settings: { ...readSettings({}), ...settings },
        database,
        clock: world.clock,
        ids: v7,
        log,
      }) as ServerParts,
    app(settings) {
      const parts = world.parts(settings);
      const app = new OpenAPIHono<AppEnv>();
      app.onError((error, c) => answerProblem(c, error, parts));
      app.use('*', ...accessMiddleware(parts));
      app.route('/', tokenRoutes(parts));
      app.get('/whoami', (c) => c.json({ actor: c.get('actor'), credential: c.get('credential') }));
      for (const path of ['/healthz', '/healthz/live']) app.get(path, (c) => c.text('ok'));
      return app;
    },
    key: (role, providerId) =>
      createApiKey(database, {
        role,
        name: 'of a test',
        clock: world.clock,
        ids: v7,
        ...(providerId !== undefined && { providerId }),
      }),
    async close() {
      await database.close();
      await own.drop();
    },
  };
  return world;
}

export function bearer(credential: string): { readonly headers: { readonly Authorization: string } } {
  return { headers: { Authorization: `Bearer ${credential}` } };
}
