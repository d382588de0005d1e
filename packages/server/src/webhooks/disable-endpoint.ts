import type { Clock } from '@enrollkit/core';
import type { Kysely } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { toTimestamp } from '../database/instants.js';
import type { Tables } from '../database/tables.js';
import type { WebhookFaultCode } from '../http/issue-codes.js';
import { serverActor } from '../parts/open-backend.js';
import type { DueDelivery, Turn } from './delivery-queue.js';

interface Reason {
  readonly fault: WebhookFaultCode;
  readonly event: DueDelivery;
  readonly isGone: boolean;
  readonly clock: Clock;
}

/**
 * Switches an endpoint off, and writes down that somebody is to be mailed. After a last attempt only when the endpoint took
 * nothing since that event came up: one event that a receiver can't digest is no reason to tell it nothing any more. Whether
 * it was switched off.
 */
export async function disableEndpoint(
  tx: Kysely<Tables>,
  { providerId, endpointId }: Turn,
  { fault, event, isGone, clock }: Reason,
): Promise<boolean> {
  const now = toTimestamp(clock());
  const row = await tx
    .updateTable('webhook_endpoints')
    .set({ enabled: false, disabled_at: now, disabled_reason: fault, mail_at: now })
    .where('provider_id', '=', providerId)
    .where('id', '=', endpointId)
    .where('enabled', '=', true)
    .$if(!isGone, (query) =>
      query.where((eb) => eb.or([eb('succeeded_at', 'is', null), eb('succeeded_at', '<', event.at)])),
    )
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  const records = [{ id: endpointId, providerId }];
  const context = { actor: serverActor('webhooks', providerId), clock, requestId: event.id };
  await recordAudit({ tables: tx }, { action: 'webhook.disable', kind: 'webhook', records }, context);
  return true;
}
