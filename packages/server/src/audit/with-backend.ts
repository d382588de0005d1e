import type { MiddlewareHandler } from 'hono';
import { auditedBackend } from './audited-backend.js';
import { openBackend } from '../parts/open-backend.js';
import type { ServerParts } from '../parts/server-parts.js';
import type { AppEnv } from '../http/app-env.js';

/** Gives a request the use cases for whoever asks, who is told of in the audit trail. What is public has nobody to ask for. */
export function withBackend(parts: ServerParts): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const actor = c.get('actor') as AppEnv['Variables']['actor'] | undefined;
    if (actor) {
      const requestId = c.get('requestId');
      const backend = openBackend(parts, actor, { request: { requestId } });
      c.set('backend', auditedBackend(backend, { parts, actor, requestId }));
    }
    await next();
  };
}
