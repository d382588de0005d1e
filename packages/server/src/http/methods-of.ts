import type { Hono } from 'hono';
import type { AppEnv } from './app-env.js';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The methods that a path has routes for; what runs for every method is no route. */
export function methodsOf(app: Hono<AppEnv>, path: string): readonly string[] {
  const allowed = METHODS.filter((method) => {
    const [handlers] = app.router.match(method, path);
    return handlers.some(([[, route]]) => route.method === method);
  });
  return allowed.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}
