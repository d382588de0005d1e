import { createRoute, OpenAPIHono, z, type RouteConfig, type RouteHandler } from '@hono/zod-openapi';
import { dayOf, type Issue } from '@enrollkit/core';
import type { Context } from 'hono';
import type { ServerParts } from '../parts/server-parts.js';
import type { Settings } from '../settings/settings.js';
import type { AppEnv } from './app-env.js';
import { jsonBody } from './request/json-body.js';
import { invalidInput, invalidWire } from './request/parse-wire.js';

/** One operation: how it is described, which requests it takes, and what it does. */
export interface Route {
  readonly addTo: (routes: OpenAPIHono<AppEnv>, settings: Settings) => void;
}

/** What core finds in a body that doesn't fit its schema: whoever fills in a form wants to hear of every field at once. */
type CoreIssues = (input: unknown, c: Context<AppEnv>) => readonly Issue[];

/**
 * Makes a route. What its schemas find is thrown, and becomes a problem where every error does. A JSON body that has a schema
 * of zod is read here, within its limits. A body described by plain schemas is the handler's to read: files, which must
 * not be in memory.
 */
export function route<const Path extends string, Config extends Omit<RouteConfig, 'path'> & { readonly path: Path }>(
  config: Config,
  handler: RouteHandler<Config, AppEnv>,
  coreIssues: CoreIssues = () => [],
): Route {
  const body = config.request?.body;
  const readsJson = isSchema(body?.content['application/json']);
  return {
    addTo(routes, settings) {
      const middleware = readsJson ? [jsonBody(settings, { optional: body?.required !== true })] : [];
      routes.openapi(createRoute({ ...config, middleware }), handler, (result, c) => {
        if (result.success) return;
        // It is there, though the type of a failure doesn't say so.
        const { data } = result as { readonly data?: unknown };
        if (result.target !== 'json') throw invalidWire(result.error, data);
        throw invalidInput(result.error, data, (input) => coreIssues(input, c));
      });
    },
  };
}

function isSchema(described: object | undefined): boolean {
  return described !== undefined && 'schema' in described && described.schema instanceof z.ZodType;
}

/** The routes of a noun. */
export function routesOf<Parts extends Pick<ServerParts, 'settings'>>(
  parts: Parts,
  routes: readonly ((parts: Parts) => Route)[],
): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  for (const make of routes) make(parts).addTo(app, parts.settings);
  return app;
}

/** Today on the provider's calendar. */
export function todayOf({ clock, settings }: Pick<ServerParts, 'clock' | 'settings'>): string {
  return dayOf(clock(), settings.timeZone);
}
