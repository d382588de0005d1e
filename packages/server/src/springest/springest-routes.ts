import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../http/app-env.js';
import type { ServerParts } from '../parts/server-parts.js';
import { openRecordNumbers } from './record-numbers.js';
import { springestCertificateRoutes } from './springest-certificate-routes.js';
import { springestLookupRoutes } from './springest-lookup-routes.js';

/** The marketplace's certificates API, below `/springest`, where the settings say so; nothing at all where they don't. */
export function springestRoutes(parts: ServerParts): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>();
  if (!parts.settings.springestApi) return routes;
  const { settings, clock, spool, log } = parts;
  const own = { settings, clock, spool, log, numbers: openRecordNumbers(parts.database) };
  for (const more of [springestCertificateRoutes, springestLookupRoutes]) routes.route('/', more(own));
  routes.openAPIRegistry.registerComponent('securitySchemes', 'api_key', {
    type: 'apiKey',
    in: 'query',
    name: 'api_key',
    description: 'The API key of a provider, as clients of Springest send theirs. In a header it ends up in no log.',
  });
  return routes;
}
