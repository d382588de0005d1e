import type { MiddlewareHandler } from 'hono';
import { cors as honoCors } from 'hono/cors';
import type { Settings } from '../settings/settings.js';

/** So long a browser remembers that it may ask. Chromium takes two hours at most. */
const PREFLIGHT_SECONDS = 7_200;

/** Which pages may call from a browser. No cookies are ever read, so `credentials` stays off and `*` opens nothing by itself. */
export function cors({ allowedOrigins }: Pick<Settings, 'allowedOrigins'>): MiddlewareHandler {
  return honoCors({
    origin: allowedOrigins.includes('*') ? '*' : [...allowedOrigins],
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: [
      'Authorization',
      'Content-Type',
      'Accept',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'If-Range',
      'Range',
    ],
    exposeHeaders: [
      'ETag',
      'Location',
      'Content-Disposition',
      'Content-Length',
      'Content-Range',
      'Accept-Ranges',
      'Retry-After',
      'RateLimit-Limit',
      'RateLimit-Remaining',
      'RateLimit-Reset',
      'WWW-Authenticate',
      'X-Request-Id',
    ],
    maxAge: PREFLIGHT_SECONDS,
  });
}
