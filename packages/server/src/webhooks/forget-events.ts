import { sql } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { ServerParts } from '../parts/server-parts.js';

const DAY_MS = 24 * 60 * 60_000;
const BATCH = 5000;

/** Forgets what happened longer ago than the setting says, and to whom it was told. In batches: there may be very much of it. */
export async function forgetEvents(
  { database, clock, settings }: Pick<ServerParts, 'database' | 'clock' | 'settings'>,
  signal: AbortSignal,
): Promise<{ readonly forgotten: number }> {
  const before = toTimestamp(new Date(Date.parse(clock()) - settings.webhookDays * DAY_MS).toISOString());
  let forgotten = 0;
  for (let count = BATCH; count === BATCH && !signal.aborted; forgotten += count) {
    const { rows } = await sql`
      delete from webhook_events using (
        select provider_id, id from webhook_events where at < ${before}::timestamptz order by at limit ${BATCH}
      ) as old
      where webhook_events.provider_id = old.provider_id and webhook_events.id = old.id
      returning 1
    `.execute(database.tables);
    count = rows.length;
  }
  return { forgotten };
}
