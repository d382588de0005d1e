import { EnrollkitError } from '@enrollkit/core';
import type { Context } from 'hono';
import { expectRole } from '../access/expect-role.js';
import type { AppEnv } from '../http/app-env.js';
import { oneTenant, tenantOf } from '../store/tenant.js';

/**
 * Whose numbers are meant: these clients act for one provider. Rejects with `forbidden` for anybody else, also for a page that
 * a provider let see some bookings: numbers tell how many there are.
 */
export function askingProvider(c: Context<AppEnv>): string {
  const actor = expectRole(c, 'springest', ['provider']);
  if (actor.enrollmentIds) throw new EnrollkitError('forbidden', 'This token is for some bookings only');
  return oneTenant(tenantOf(actor));
}
