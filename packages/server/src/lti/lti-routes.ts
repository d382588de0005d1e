import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../http/app-env.js';
import type { ServerParts } from '../parts/server-parts.js';
import { launchRoutes } from './launch/launch-routes.js';
import { openLti } from './open-lti.js';
import { pageRoutes } from './page/page-routes.js';
import { platformRoutes } from './platforms/platform-routes.js';
import { registrationRoutes } from './platforms/registration-routes.js';

/** LTI 1.3, where the settings say at which address; nothing at all where they don't. */
export function ltiRoutes(parts: ServerParts): OpenAPIHono<AppEnv> {
  const lti = openLti(parts);
  if (!lti) return new OpenAPIHono<AppEnv>();
  const routes = platformRoutes(lti);
  for (const more of [launchRoutes, registrationRoutes, pageRoutes]) routes.route('/', more(lti));
  return routes;
}
