import { addDays, dayOf } from '@enrollkit/core';
import { sql } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { ServerParts } from '../parts/server-parts.js';
import type { NoticeKind } from './notice.js';

const KIND: NoticeKind = 'certificate-expiring';

interface RemindOptions {
  readonly days: readonly number[];
  readonly signal: AbortSignal;
}

export interface Reminded {
  readonly reminders: number;
}

/**
 * Writes down who is to be mailed that a certificate expires: once for each of these numbers of days. Each number counts from
 * its own day until the next one's, so a server that begins to remind late sends one mail and not three. Nobody is reminded
 * of what isn't verified, or of what the same person has renewed.
 *
 * A reminder is one by its id: however often, and on however many servers this is done, it is written once.
 */
export async function remindOfExpiry(parts: ServerParts, { days, signal }: RemindOptions): Promise<Reminded> {
  const { clock, settings } = parts;
  const now = clock();
  const today = dayOf(now, settings.timeZone);
  let reminders = 0;
  const inOrder = [...new Set(days)].sort((a, b) => a - b);
  for (const [index, most] of inOrder.entries()) {
    signal.throwIfAborted();
    const from = index === 0 ? today : addDays(today, (inOrder[index - 1] ?? 0) + 1);
    reminders += await writeDown(parts, { now, most, from, until: addDays(today, most) });
  }
  return { reminders };
}

async function writeDown(
  { database, settings }: ServerParts,
  {
    now,
    most,
    from,
    until,
  }: { readonly now: string; readonly most: number; readonly from: string; readonly until: string },
): Promise<number> {
  const facts = JSON.stringify({ at: now });
  const { numAffectedRows = 0n } = await sql`
    insert into mails (provider_id, id, kind, audience, enrollment_id, certificate_id, facts, created_at)
    select provider_id, 'expiry-' || ${String(most)} || '-' || id, ${KIND}, 'participant', enrollment_id, id,
      ${facts}::jsonb, ${toTimestamp(now)}::timestamptz
    from certificates
    where coalesce(valid_until, date '9999-12-31') between ${from}::date and ${until}::date
      and (not ${settings.verifyCertifications}::boolean or exists (
        select from certifications
        where certifications.provider_id = certificates.provider_id
          and certifications.id = certificates.certification_id and certifications.verified
      ))
      and not exists (
        select from certificates as renewed
        where renewed.email = certificates.email and renewed.provider_id = certificates.provider_id
          and renewed.certification_id = certificates.certification_id
          and coalesce(renewed.valid_until, date '9999-12-31') > certificates.valid_until
      )
    on conflict (provider_id, id) do nothing
  `.execute(database.tables);
  return Number(numAffectedRows);
}
