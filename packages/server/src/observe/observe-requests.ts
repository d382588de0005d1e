import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { AppEnv } from '../http/app-env.js';
import type { Metrics } from './metrics.js';

/**
 * Logs and counts every request. Never its address, only the pattern of its route: addresses hold ids and filters, and
 * filters hold names.
 */
export function observeRequests(log: Logger, metrics: Metrics): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    const ms = performance.now() - startedAt;
    const { status } = c.res;
    const method = METHODS.has(c.req.method) ? c.req.method : 'OTHER';
    const route = patternOf(routePath(c, -1));
    metrics.answered({ method, route, status, seconds: ms / 1000 });
    const credential = (c.get('credential') as AppEnv['Variables']['credential'] | undefined)?.kind;
    const level = status >= 500 ? 'error' : isForMachines(route) ? 'debug' : 'info';
    log[level]({ requestId: c.get('requestId'), method, route, status, ms: Math.round(ms), credential }, 'answered');
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** What no route answered ends at a pattern for all. */
const patternOf = (path: string): string => (path === '' || path.endsWith('*') ? '(none)' : path);

/** Asked every few seconds: not worth a line each. */
const isForMachines = (route: string): boolean => /\/healthz(\/live)?$/.test(route);
