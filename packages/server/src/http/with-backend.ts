import { createBackend, EnrollkitError } from '@enrollkit/core';
import { createMiddleware } from 'hono/factory';
import type { ServerParts } from '../server-parts.js';
import type { AppEnv } from './app-env.js';

/** Gives a request the use cases for whoever asks. Nobody's are none. */
export function withBackend({ stores, files, clock, ids, settings }: ServerParts) {
  const { timeZone, maxFileBytes } = settings;
  return createMiddleware<AppEnv>(async (c, next) => {
    const actor = c.get('actor') as AppEnv['Variables']['actor'] | undefined;
    if (!actor) throw new EnrollkitError('unauthorized', 'Send an API key or a token');
    const store = stores.for(actor, { requestId: c.get('requestId') });
    c.set('backend', createBackend({ store, files, clock, ids, actor, timeZone, maxFileBytes }));
    await next();
  });
}
