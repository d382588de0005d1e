import { EnrollkitError } from '@enrollkit/core';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/app-env.js';

/** The parameter of every route that says whose records are meant. */
const PROVIDER_PARAMETER = 'provider_id';

/**
 * Whoever deals with several providers may ask for one at a time: `?provider_id=`. It only ever takes away. Where two
 * providers chose the same id for a record, this is how platform staff reach it.
 */
export const narrowToProvider: MiddlewareHandler<AppEnv> = async (c, next) => {
  const providerId = c.req.query(PROVIDER_PARAMETER);
  // Routes outside of what asks for an actor have none to narrow.
  const actor = c.get('actor') as AppEnv['Variables']['actor'] | undefined;
  if (actor && providerId !== undefined) {
    const isFree = actor.role !== 'provider' && actor.providerId === undefined;
    if (!isFree && actor.providerId !== providerId)
      throw new EnrollkitError('forbidden', 'These are records of another provider');
    c.set('actor', { ...actor, providerId });
  }
  await next();
};
