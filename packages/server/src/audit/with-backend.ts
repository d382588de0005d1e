import { EnrollkitError } from '@enrollkit/core';
import type { MiddlewareHandler } from 'hono';
import { auditedBackend } from './audited-backend.js';
import { openBackend } from '../parts/open-backend.js';
import type { ServerParts } from '../parts/server-parts.js';
import type { AppEnv } from '../http/app-env.js';

/** Gives a request the use cases for whoever asks, who is told of in the audit trail. */
export function withBackend(parts: ServerParts): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const actor = c.get('actor') as AppEnv['Variables']['actor'] | undefined;
    if (!actor) throw new EnrollkitError('unauthorized', 'Send an API key or a token');
    const requestId = c.get('requestId');
    const backend = openBackend(parts, actor, { request: { requestId } });
    c.set('backend', auditedBackend(backend, { parts, actor, requestId }));
    await next();
  };
}
