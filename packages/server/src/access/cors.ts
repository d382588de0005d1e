import type { MiddlewareHandler } from 'hono';
import { cors as honoCors } from 'hono/cors';
import type { Settings } from '../settings/settings.js';

/** So long a browser remembers that it may ask. Chromium takes two hours at most. */
const PREFLIGHT_SECONDS = 7_200;

const EXPOSED = [
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
];

/**
 * Which pages may call from a browser. No cookies are ever read, so `credentials` stays off and `*` opens nothing by itself.
 * Hono answers preflights. What it does to other answers makes streams of them, which takes longer than all else here.
 */
export function cors({ allowedOrigins }: Pick<Settings, 'allowedOrigins'>): MiddlewareHandler {
  const isForAll = allowedOrigins.includes('*');
  const preflight = honoCors({
    origin: isForAll ? '*' : [...allowedOrigins],
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
    exposeHeaders: EXPOSED,
    maxAge: PREFLIGHT_SECONDS,
  });
  const exposed = EXPOSED.join(',');

  return async (c, next) => {
    if (c.req.method === 'OPTIONS') return preflight(c, next);
    await next();
    const { headers } = c.res;
    const origin = c.req.header('Origin') ?? '';
    if (isForAll) headers.set('Access-Control-Allow-Origin', '*');
    else {
      if (allowedOrigins.includes(origin)) headers.set('Access-Control-Allow-Origin', origin);
      headers.append('Vary', 'Origin');
    }
    headers.set('Access-Control-Expose-Headers', exposed);
  };
}
