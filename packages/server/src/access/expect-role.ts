import { EnrollkitError, type Actor } from '@enrollkit/core';
import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { unauthorized } from './unauthorized.js';

/** Who asks, when it is somebody with one of these roles. For what is about no single record, where core's `can` decides. */
export function expectRole(c: Context<AppEnv>, action: string, roles: readonly Actor['role'][]): Actor {
  const actor = c.get('actor') as Actor | undefined;
  if (!actor) throw unauthorized('Send an API key or a token');
  if (!roles.includes(actor.role)) throw new EnrollkitError('forbidden', `This actor may not do ${action}`);
  return actor;
}
