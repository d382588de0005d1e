import { createHash, timingSafeEqual } from 'node:crypto';
import { hostname } from 'node:os';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import type { Settings } from '../settings/settings.js';
import type { Metrics } from './metrics.js';
import { sharedFor } from './shared-for.js';

/** However many ask, the numbers are looked at this often at most: some of them are a question to the database. */
const FRESH_MS = 1000;

/**
 * `/metrics` in the format of Prometheus, for whoever has its token; without a token for the machine itself. Stands before all
 * else, because its token is none of the API's. For others there is no such page, and what they ask counts as everything does.
 */
export function answerMetrics(
  { registry }: Metrics,
  { basePath, metricsToken }: Pick<Settings, 'basePath' | 'metricsToken'>,
): MiddlewareHandler<AppEnv> {
  const numbers = sharedFor(FRESH_MS, () => registry.metrics());
  return async (c, next) => {
    if (c.req.method !== 'GET' || c.req.path !== `${basePath}/metrics`) return next();
    const isAllowed = metricsToken === undefined ? isLocal(c) : hasToken(c, metricsToken);
    if (!isAllowed) return next();
    return c.body(await numbers(), 200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
  };
}

/**
 * Through a proxy on this machine everybody comes from here, and so does a page of somebody's in a browser on it: what a proxy
 * passes on says so, or the name by which it was asked.
 */
function isLocal(c: Context): boolean {
  if (c.req.header('X-Forwarded-For') ?? c.req.header('Forwarded') ?? c.req.header('Via')) return false;
  if (!isLocalName(c.req.header('Host'))) return false;
  const address = getConnInfo(c).remote.address?.replace(/^::ffff:/, '') ?? '';
  return address === '::1' || address.startsWith('127.');
}

function isLocalName(host = ''): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname: name } = new URL(`http://${host}`);
  return (
    name === 'localhost' || name === '[::1]' || /^127(?:\.\d+){3}$/.test(name) || name === hostname().toLowerCase()
  );
}

function hasToken(c: Context, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(c.req.header('Authorization') ?? ''), digest(`Bearer ${token}`));
}
