import { createHash, timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import type { Settings } from '../settings.js';
import type { Metrics } from './metrics.js';

/** `/metrics` in the format of Prometheus, for who has the token; without a token for the machine itself. */
export function metricsRoute({ registry }: Metrics, { metricsToken }: Pick<Settings, 'metricsToken'>): Hono {
  const routes = new Hono();
  routes.get('/metrics', async (c) => {
    const isAllowed = metricsToken === undefined ? isLocal(c) : hasToken(c, metricsToken);
    // Whether there are any is nobody else's business.
    if (!isAllowed) return c.notFound();
    return c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
  });
  return routes;
}

/** Through a proxy on this machine everybody comes from here: what it passes on says so. */
function isLocal(c: Context): boolean {
  if (c.req.header('X-Forwarded-For') ?? c.req.header('Forwarded') ?? c.req.header('Via')) return false;
  const address = getConnInfo(c).remote.address?.replace(/^::ffff:/, '');
  return address === '::1' || (address !== undefined && isIPv4(address) && address.startsWith('127.'));
}

function hasToken(c: Context, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(c.req.header('Authorization') ?? ''), digest(`Bearer ${token}`));
}
