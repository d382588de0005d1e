import { OpenAPIHono } from '@hono/zod-openapi';
import { EnrollkitError } from '@enrollkit/core';
import type { Context, MiddlewareHandler } from 'hono';
import { createProxyCheck } from './access/client-address.js';
import { accessMiddleware } from './access/access-middleware.js';
import { auditRoutes } from './audit/audit-routes.js';
import { withBackend } from './audit/with-backend.js';
import { bookingDecisionRoutes } from './bookings/booking-decision-routes.js';
import { bookingRoutes } from './bookings/booking-routes.js';
import { certificateRoutes } from './certificates/certificate-routes.js';
import { certificateUploadRoutes } from './certificates/certificate-upload-routes.js';
import { certificationRoutes } from './certifications/certification-routes.js';
import { docsRoutes } from './docs/docs-routes.js';
import { registerShared } from './docs/openapi-document.js';
import { eventRoutes } from './events/event-routes.js';
import { feedRoutes } from './feeds/feed-routes.js';
import { answerProblem } from './http/answer-problem.js';
import type { AppEnv } from './http/app-env.js';
import { methodsOf } from './http/methods-of.js';
import { badRequest } from './http/problem.js';
import { isCompatiblePath, routedPath } from './http/representation.js';
import { importRoutes } from './imports/import-routes.js';
import { importUploadRoutes } from './imports/import-upload-routes.js';
import { invoiceRoutes } from './invoices/invoice-routes.js';
import { ltiRoutes } from './lti/lti-routes.js';
import type { ServerParts } from './parts/server-parts.js';
import { privacyRoutes } from './privacy/privacy-routes.js';
import { productRoutes } from './products/product-routes.js';
import { answerErrors } from './springest/answer-errors.js';
import { springestRoutes } from './springest/springest-routes.js';
import { startRoutes } from './starts/start-routes.js';
import { tokenRoutes } from './tokens/token-routes.js';
import { trainerRoutes } from './trainers/trainer-routes.js';
import { webhookRoutes } from './webhooks/webhook-routes.js';
import { registerWebhooks } from './webhooks/webhook-schemas.js';

/** What others add to the app. */
export interface AppExtras {
  /** Runs around everything, refusals too: what measures and logs. */
  readonly around?: readonly MiddlewareHandler<AppEnv>[];
  /** Adds routes below the base path. */
  readonly mount?: (api: OpenAPIHono<AppEnv>) => void;
}

/** Of every noun, in the order in which the documentation shows them. */
const ROUTES: readonly ((parts: ServerParts) => OpenAPIHono<AppEnv>)[] = [
  certificateRoutes,
  certificateUploadRoutes,
  certificationRoutes,
  bookingRoutes,
  bookingDecisionRoutes,
  productRoutes,
  invoiceRoutes,
  importUploadRoutes,
  importRoutes,
  feedRoutes,
  trainerRoutes,
  startRoutes,
  tokenRoutes,
  auditRoutes,
  privacyRoutes,
  eventRoutes,
  webhookRoutes,
  ltiRoutes,
  springestRoutes,
];

/** The whole HTTP API on these parts. Everything of it is below `settings.basePath`. */
export function createApp(parts: ServerParts, { around = [], mount }: AppExtras = {}): OpenAPIHono<AppEnv> {
  const { basePath } = parts.settings;
  const app = new OpenAPIHono<AppEnv>({ getPath: routedPath(basePath) });
  const api = new OpenAPIHono<AppEnv>();

  app.use('*', requestId(parts));
  for (const handler of around) app.use('*', handler);
  for (const handler of accessMiddleware(parts)) api.use('*', handler);
  api.use('*', withBackend(parts));
  for (const routes of ROUTES) api.route('/', routes(parts));
  mount?.(api);
  registerShared(api);
  registerWebhooks(api);
  api.route('/', docsRoutes(api, parts));
  app.route(basePath === '' ? '/' : basePath, api);

  const answerError = (c: Context<AppEnv>, error: unknown): Response => {
    const isCompatible = parts.settings.springestApi && isCompatiblePath(c.req.path, basePath);
    return (isCompatible ? answerErrors : answerProblem)(c, error, parts);
  };
  app.notFound((c) => {
    const allowed = methodsOf(app, c.req.path);
    if (allowed.length === 0) return answerError(c, new EnrollkitError('not-found', ''));
    const methods = [...allowed, 'OPTIONS'].join(', ');
    if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow: methods });
    return answerError(c, badRequest('method-not-allowed', '', { allowed: methods }));
  });
  app.onError((error, c) => answerError(c, error));
  return app;
}

/**
 * An id for the log and for whoever asks about it. A trusted proxy may have made one; anybody else could give a request the
 * id of another, and make a riddle of the log and the audit trail.
 */
function requestId({ ids, settings }: Pick<ServerParts, 'ids' | 'settings'>): MiddlewareHandler<AppEnv> {
  const isFromProxy = createProxyCheck(settings.trustedProxies);
  return async (c, next) => {
    const given = isFromProxy(c) ? c.req.header('X-Request-Id') : undefined;
    const id = given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : ids();
    c.set('requestId', id);
    await next();
    // On the answer, as all that stands before the routes: an answer that was begun earlier is made into a stream.
    c.res.headers.set('X-Request-Id', id);
  };
}
