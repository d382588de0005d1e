import type { Instant } from '@enrollkit/core';
import { toTimestamp } from '../database/instants.js';
import { MailFault, type Mailer } from '../mail/mailer.js';
import type { ServerParts } from '../parts/server-parts.js';
import type { MailSettings } from '../settings/settings.js';
import { disabledMail } from './disabled-mail.js';
import { toEndpoint } from './endpoint-table.js';

const MOST_AT_ONCE = 100;
/** Of one provider: nobody is to mail the world, by endpoints that say that they are gone, in the name of this server's owner. */
const MOST_A_DAY = 20;
const DAY_MS = 24 * 60 * 60_000;
const RETRY_MS = 60 * 60_000;
/** Then it is no news any more. */
const LONGEST_MS = 7 * 24 * RETRY_MS;

export interface TellDisabledOptions {
  readonly mailer: Mailer;
  readonly mail: Pick<MailSettings, 'from' | 'language' | 'bookingsMail'>;
  readonly signal: AbortSignal;
}

/**
 * Mails that endpoints were switched off: to the address of the endpoint, else to where mails about bookings go. Once for each
 * time; a crash between sending and writing that down sends it again, as the same mail.
 */
export async function tellDisabled(
  { database, clock, log, settings }: Pick<ServerParts, 'database' | 'clock' | 'log' | 'settings'>,
  { mailer, mail, signal }: TellDisabledOptions,
): Promise<{ readonly told: number }> {
  const { tables } = database;
  const due = tables.selectFrom('webhook_endpoints').selectAll().where('mail_at', '<=', toTimestamp(clock()));
  let told = 0;
  for (const row of await due.orderBy('mail_at').limit(MOST_AT_ONCE).execute()) {
    signal.throwIfAborted();
    const address = row.email ?? mail.bookingsMail;
    let mailAt: string | null = null;
    try {
      if (address !== undefined && (await countDisabled(database, row.provider_id, clock())) <= MOST_A_DAY) {
        const messageId = `webhook.${row.id}.${row.version}.${Date.parse(row.disabled_at ?? row.created_at)}`;
        const words = await disabledMail(toEndpoint(row), { ...mail, days: settings.webhookDays });
        await mailer.send({ to: { address }, messageId, ...words }, { signal });
        told += 1;
      }
    } catch (error) {
      if (!(error instanceof MailFault) || error.kind === 'unreachable') throw error;
      const retryMs = Date.parse(clock()) + RETRY_MS;
      const isOver = retryMs - Date.parse(row.disabled_at ?? row.created_at) > LONGEST_MS;
      if (error.kind === 'later' && !isOver) mailAt = toTimestamp(new Date(retryMs).toISOString());
      log.warn({ webhook: row.id, answer: error.message }, 'the mail about a webhook was not taken');
    }
    await tables
      .updateTable('webhook_endpoints')
      .set({ mail_at: mailAt })
      .where('provider_id', '=', row.provider_id)
      .where('id', '=', row.id)
      .execute();
  }
  return { told };
}

/** How many of a provider's were switched off within a day, those that are removed since too. */
async function countDisabled({ tables }: ServerParts['database'], providerId: string, now: Instant): Promise<number> {
  const { count } = await tables
    .selectFrom('audit_entries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('provider_id', '=', providerId)
    .where('at', '>', toTimestamp(new Date(Date.parse(now) - DAY_MS).toISOString()))
    .where('action', '=', 'webhook.disable')
    .executeTakeFirstOrThrow();
  return count;
}
