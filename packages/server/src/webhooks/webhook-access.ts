import { EnrollkitError } from '@enrollkit/core';
import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import { expectRole } from '../access/expect-role.js';
import { recordAudit, type AuditedAction } from '../audit/record-audit.js';
import type { Tables } from '../database/tables.js';
import type { AppEnv } from '../http/app-env.js';
import type { ServerParts } from '../parts/server-parts.js';
import { cannotBeStored } from '../store/list-rows.js';
import type { EndpointKey } from './endpoint-table.js';

/** Whose webhooks. A token of a page sets up nothing here: whoever receives webhooks sees all that happens at the provider. */
export function providerOf(c: Context<AppEnv>): string {
  const actor = expectRole(c, 'webhook.manage', ['provider']);
  if (actor.enrollmentIds) throw new EnrollkitError('forbidden', 'This token may not manage webhooks');
  return actor.providerId ?? '';
}

export function endpointOf(c: Context<AppEnv>, id: string): EndpointKey {
  const providerId = providerOf(c);
  if (cannotBeStored(id)) throw new EnrollkitError('not-found', 'No such webhook');
  return { providerId, id };
}

/** Writes down who did it, in the transaction that does it. */
export function audited(
  c: Context<AppEnv>,
  { clock }: Pick<ServerParts, 'clock'>,
  action: AuditedAction,
  id: string,
): (tx: Kysely<Tables>) => Promise<void> {
  const context = { actor: c.get('actor'), clock, requestId: c.get('requestId') };
  return (tx) => recordAudit({ tables: tx }, { action, kind: 'webhook', records: [{ id }] }, context);
}
