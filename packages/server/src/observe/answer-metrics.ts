import { createHash, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import type { Settings } from '../settings/settings.js';
import type { Metrics } from './metrics.js';

/**
 * `/metrics` in the format of Prometheus, for whoever has its token; without a token for the machine itself. Stands before all
 * else, because its token is none of the API's. For others there is no such page.
 */
export function answerMetrics(
  { registry }: Metrics,
  { basePath, metricsToken }: Pick<Settings, 'basePath' | 'metricsToken'>,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (c.req.method !== 'GET' || c.req.path !== `${basePath}/metrics`) return next();
    const isAllowed = metricsToken === undefined ? isLocal(c) : hasToken(c, metricsToken);
    if (!isAllowed) return next();
    return c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
  };
}

/** Through a proxy on this machine everybody comes from here: what it passes on says so. */
function isLocal(c: Context): boolean {
  if (c.req.header('X-Forwarded-For') ?? c.req.header('Forwarded') ?? c.req.header('Via')) return false;
  const address = getConnInfo(c).remote.address?.replace(/^::ffff:/, '') ?? '';
  return address === '::1' || address.startsWith('127.');
}

function hasToken(c: Context, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(c.req.header('Authorization') ?? ''), digest(`Bearer ${token}`));
}
