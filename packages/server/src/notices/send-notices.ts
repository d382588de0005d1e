import { hasErrorCode, type FullBackend } from '@enrollkit/core';
import { sql } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { MailsTable } from '../database/tables.js';
import { MailFault, type Mail, type Mailer } from '../mail/mailer.js';
import { openBackend, serverActor } from '../parts/open-backend.js';
import type { ServerParts } from '../parts/server-parts.js';
import type { MailSettings } from '../settings/settings.js';
import { linkMail, type DueLinkMail } from './link-mail.js';
import { noticeMail, type NoticeRecords } from './notice-mail.js';

/** Who reads what the mails say. */
const ACTOR = 'notices';
/** Mails in one go: a mail server that is sent too much at once refuses it. */
const MOST_AT_ONCE = 100;
/** Of one provider: nobody is to mail the world under the name of this server's owner. */
const MOST_A_DAY = 2000;
const DAY_MS = 24 * 60 * 60_000;
const KEPT_DAYS = 30;
/** Longer than the longest time before its end at which somebody can be reminded of a certificate. */
const REMINDERS_KEPT_DAYS = 400;
const FIRST_WAIT_MINUTES = 5;
const LONGEST_WAIT_MINUTES = 24 * 60;
/** About two weeks. */
const MOST_ATTEMPTS = 20;

export interface SendNoticesOptions {
  readonly mailer: Mailer;
  readonly mail: Pick<MailSettings, 'from' | 'language' | 'bookingUrl' | 'bookingsMail' | 'confirmUrl'>;
  readonly signal: AbortSignal;
  readonly mostAtOnce?: number;
  /** Mails of one provider within 24 hours. Default: 2000. */
  readonly mostADay?: number;
}

export interface SentNotices {
  readonly sent: number;
  readonly postponed: number;
  /** Nobody can be reached, or there is nothing to tell any more. */
  readonly dropped: number;
}

/**
 * Mails what was written down with what happened: the providers take turns, of each the oldest first, and no more than so
 * many a day. Each is sent once; only a crash between sending and writing that down sends it again, as the same mail with
 * the same id. Rejects when nothing can be sent to anybody.
 */
export async function sendNotices(parts: ServerParts, options: SendNoticesOptions): Promise<SentNotices> {
  const counts = { sent: 0, postponed: 0, dropped: 0 };
  for (const due of await dueNotices(parts, options)) {
    options.signal.throwIfAborted();
    counts[await sendOne(parts, due, options)] += 1;
  }
  await forgetOld(parts);
  return counts;
}

type DueNotice = Pick<MailsTable, (typeof DUE_COLUMNS)[number]> & {
  readonly provider_id: string;
  readonly facts: NoticeRecords['facts'];
  readonly attempts: number;
};

const DUE_COLUMNS = [
  'id',
  'kind',
  'audience',
  'enrollment_id',
  'certificate_id',
  'trainer_email',
  'product_id',
] as const satisfies readonly (keyof MailsTable)[];

async function dueNotices(
  { database, clock, settings }: ServerParts,
  { mostAtOnce = MOST_AT_ONCE, mostADay = MOST_A_DAY }: SendNoticesOptions,
): Promise<readonly DueNotice[]> {
  const now = clock();
  const dayAgo = toTimestamp(new Date(Date.parse(now) - DAY_MS).toISOString());
  return database.tables
    .with('mailed', (db) =>
      db
        .selectFrom('mails')
        .select(({ fn }) => ['provider_id', fn.countAll<number>().as('today')])
        .where('sent_at', '>', dayAgo)
        .groupBy('provider_id'),
    )
    .with('waiting', (db) =>
      db
        .selectFrom('mails')
        .selectAll()
        .select(sql<number>`row_number() over (partition by provider_id order by created_at, id)`.as('turn'))
        .where('sent_at', 'is', null)
        .where('refused_at', 'is', null)
        .where((eb) => eb.or([eb('next_at', 'is', null), eb('next_at', '<=', toTimestamp(now))]))
        // A participant sees a certificate once what it is for is verified, and hears of it then.
        .where(
          sql<boolean>`(kind <> 'certificate-ready' or not ${settings.verifyCertifications} or not exists (
            select from certificates
            join certifications on certifications.provider_id = certificates.provider_id
              and certifications.id = certificates.certification_id
            where certificates.provider_id = mails.provider_id and certificates.id = mails.certificate_id
              and not certifications.verified
          ))`,
        ),
    )
    .selectFrom('waiting')
    .leftJoin('mailed', 'mailed.provider_id', 'waiting.provider_id')
    .select(['waiting.provider_id', 'facts', 'attempts', ...DUE_COLUMNS])
    .where(sql<boolean>`turn + coalesce(today, 0) <= ${mostADay}`)
    .orderBy('turn')
    .orderBy('created_at')
    .orderBy('waiting.provider_id')
    .limit(mostAtOnce)
    .execute();
}

async function sendOne(
  parts: ServerParts,
  due: DueNotice,
  { mailer, mail, signal }: SendNoticesOptions,
): Promise<keyof SentNotices> {
  const written = await writeMail(parts, due, mail);
  if (!written) {
    await settle(parts, due, { refused_at: toTimestamp(parts.clock()) });
    return 'dropped';
  }
  try {
    await mailer.send({ messageId: `notice.${due.id}`, ...written }, { signal });
  } catch (error) {
    if (!(error instanceof MailFault) || error.kind === 'unreachable') throw error;
    return postpone(parts, due, error);
  }
  await settle(parts, due, { sent_at: toTimestamp(parts.clock()) });
  return 'sent';
}

/** Nothing, when nobody can be told or there is nothing to tell any more. */
async function writeMail(
  parts: ServerParts,
  due: DueNotice,
  mail: SendNoticesOptions['mail'],
): Promise<Omit<Mail, 'messageId'> | undefined> {
  const backend = openBackend(parts, serverActor(ACTOR, due.provider_id));
  if (due.trainer_email !== null) return linkMail(due as DueLinkMail, { backend, tables: parts.database.tables }, mail);
  const records = await recordsOf(backend, due);
  const to = records && recipientOf(records, mail);
  return to && { to, ...(await noticeMail(records, { ...mail, timeZone: parts.settings.timeZone })) };
}

/** Nothing, when what it is about is gone. */
async function recordsOf(backend: FullBackend, due: DueNotice): Promise<NoticeRecords | undefined> {
  const { kind, audience, facts, enrollment_id: enrollmentId, certificate_id: certificateId } = due;
  try {
    if (enrollmentId === null) return undefined;
    const enrollment = await backend.getEnrollment(enrollmentId);
    const certificate = certificateId === null ? undefined : await backend.getCertificate(certificateId);
    const product = await backend.getProduct(enrollment.productId).catch((error: unknown) => {
      if (hasErrorCode(error, 'not-found')) return undefined;
      throw error;
    });
    return { kind, audience, facts, enrollment, product, certificate } as NoticeRecords;
  } catch (error) {
    if (hasErrorCode(error, 'not-found')) return undefined;
    throw error;
  }
}

/** A withdrawal is acknowledged where the statement says. The provider's own is whoever is behind the product. */
function recipientOf(
  { kind, audience, enrollment, product }: NoticeRecords,
  { bookingsMail }: Pick<MailSettings, 'bookingsMail'>,
): Mail['to'] | undefined {
  const { participant, withdrawal } = enrollment;
  if (audience === 'provider') {
    const address = product?.contactPerson?.email || bookingsMail;
    return address ? { address } : undefined;
  }
  // Erased.
  if (participant.name === '') return undefined;
  const address = kind === 'withdrawn' && withdrawal ? withdrawal.email : participant.email;
  return { name: participant.name, address: address.trim() };
}

async function settle(
  { database }: ServerParts,
  { provider_id, id }: DueNotice,
  change: Partial<Pick<MailsTable, 'sent_at' | 'refused_at' | 'next_at'>> & { readonly attempts?: number },
): Promise<void> {
  await database.tables
    .updateTable('mails')
    .set(change)
    .where('provider_id', '=', provider_id)
    .where('id', '=', id)
    .execute();
}

async function postpone(parts: ServerParts, due: DueNotice, fault: MailFault): Promise<'postponed' | 'dropped'> {
  const { clock, log } = parts;
  const attempts = due.attempts + 1;
  const isRefused = fault.kind === 'refused' || attempts >= MOST_ATTEMPTS;
  const minutes = Math.min(FIRST_WAIT_MINUTES * 2 ** (attempts - 1), LONGEST_WAIT_MINUTES);
  const nextAt = new Date(Date.parse(clock()) + minutes * 60_000).toISOString();
  await settle(parts, due, {
    attempts,
    next_at: toTimestamp(nextAt),
    refused_at: isRefused ? toTimestamp(clock()) : null,
  });
  log.warn({ attempts, isRefused, kind: due.kind, answer: fault.message }, 'a mail was not taken');
  return isRefused ? 'dropped' : 'postponed';
}

async function forgetOld({ database, clock }: ServerParts): Promise<void> {
  const remembered = toTimestamp(new Date(Date.parse(clock()) - REMINDERS_KEPT_DAYS * DAY_MS).toISOString());
  const before = toTimestamp(new Date(Date.parse(clock()) - KEPT_DAYS * DAY_MS).toISOString());
  await database.tables
    .deleteFrom('mails')
    .where((eb) => eb.or([eb('sent_at', '<', before), eb('refused_at', '<', before)]))
    // Or it would be written anew. After the day that it was about nobody is reminded.
    .where((eb) => eb.or([eb('kind', '<>', 'certificate-expiring'), eb('created_at', '<', remembered)]))
    .execute();
}
