import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import { openBackend, serverActor } from '../parts/open-backend.js';
import type { ServerParts } from '../parts/server-parts.js';
import { MailFault } from '../mail/mailer.js';
import type { InvitationSender } from './invitation-sender.js';

/** What history says of whoever did it. */
const ACTOR = 'invitations';
/** Mails in one go: a mail server that is sent too much at once refuses it. */
const MOST_AT_ONCE = 50;
/** Of one provider: a feed may name any number of people who never asked for mail. */
const MOST_A_DAY = 500;
const DAY_MS = 24 * 60 * 60_000;
const FIRST_WAIT_MINUTES = 5;
const LONGEST_WAIT_MINUTES = 24 * 60;
/** About two weeks. */
const MOST_ATTEMPTS = 20;
const TOKEN_BYTES = 32;

export interface SendInvitationsOptions {
  readonly sender: InvitationSender;
  readonly confirmUrl: string;
  readonly signal: AbortSignal;
  readonly mostAtOnce?: number;
  /** Mails of one provider within 24 hours. Default: 500. */
  readonly mostADay?: number;
}

export interface SentCounts {
  readonly sent: number;
  readonly postponed: number;
  readonly refused: number;
}

/**
 * Invites the trainers that were not invited yet: the providers take turns, of each the longest waiting first, and no more
 * than so many a day. After a crash one may be sent again: as the same mail, with the same id and token. Rejects when nothing
 * can be sent to anybody.
 */
export async function sendInvitations(parts: ServerParts, options: SendInvitationsOptions): Promise<SentCounts> {
  const counts = { sent: 0, postponed: 0, refused: 0 };
  for (const due of await dueInvitations(parts, options)) {
    options.signal.throwIfAborted();
    counts[await sendOne(parts, due, options)] += 1;
  }
  return counts;
}

interface DueInvitation {
  readonly provider_id: string;
  readonly email: string;
  readonly invited_at: string;
  readonly profile: { readonly firstName?: string; readonly lastName?: string };
  readonly attempts: number | null;
}

async function dueInvitations(
  { database, clock }: ServerParts,
  { mostAtOnce = MOST_AT_ONCE, mostADay = MOST_A_DAY }: SendInvitationsOptions,
): Promise<readonly DueInvitation[]> {
  const now = clock();
  const dayAgo = toTimestamp(new Date(Date.parse(now) - DAY_MS).toISOString());
  return database.tables
    .with('mailed', (db) =>
      db
        .selectFrom('trainers')
        .select(({ fn }) => ['provider_id', fn.countAll<number>().as('today')])
        .where('invitation_sent_at', '>', dayAgo)
        .groupBy('provider_id'),
    )
    .with('waiting', (db) =>
      db
        .selectFrom('trainers as t')
        .leftJoin('trainer_invitations as i', (join) =>
          join.onRef('i.provider_id', '=', 't.provider_id').onRef('i.email', '=', 't.email'),
        )
        .select(['t.provider_id', 't.email', 't.invited_at', 't.profile', 'i.attempts'])
        .select(sql<number>`row_number() over (partition by t.provider_id order by t.invited_at, t.email)`.as('turn'))
        .where('t.state', '=', 'invited')
        .where('t.invitation_sent_at', 'is', null)
        .where('i.refused_at', 'is', null)
        .where((eb) => eb.or([eb('i.next_at', 'is', null), eb('i.next_at', '<=', toTimestamp(now))])),
    )
    .selectFrom('waiting')
    .leftJoin('mailed', 'mailed.provider_id', 'waiting.provider_id')
    .select(['waiting.provider_id', 'email', 'invited_at', 'profile', 'attempts'])
    .where(sql<boolean>`turn + coalesce(today, 0) <= ${mostADay}`)
    .orderBy('turn')
    .orderBy('invited_at')
    .orderBy('waiting.provider_id')
    .limit(mostAtOnce)
    .execute();
}

async function sendOne(
  parts: ServerParts,
  due: DueInvitation,
  { sender, confirmUrl, signal }: SendInvitationsOptions,
): Promise<keyof SentCounts> {
  const { email, profile } = due;
  const token = await tokenFor(parts, due);
  const name = [profile.firstName, profile.lastName].filter(Boolean).join(' ');
  try {
    await sender.send(
      {
        email,
        ...(name !== '' && { name }),
        messageId: messageIdOf(due),
        confirmUrl: confirmUrl.replaceAll('{token}', token),
      },
      { signal },
    );
  } catch (error) {
    if (!(error instanceof MailFault) || error.kind === 'unreachable') throw error;
    return postpone(parts, due, error);
  }
  await openBackend(parts, serverActor(ACTOR, due.provider_id)).recordInvitation(email);
  return 'sent';
}

/** The same every time: what was sent once and again must both work. */
async function tokenFor({ database }: ServerParts, { provider_id, email }: DueInvitation): Promise<string> {
  const { token } = await database.tables
    .insertInto('trainer_invitations')
    .values({ provider_id, email, token: randomBytes(TOKEN_BYTES).toString('base64url') })
    // Changes nothing, and answers what is there.
    .onConflict((conflict) => conflict.columns(['provider_id', 'email']).doUpdateSet({ email }))
    .returning('token')
    .executeTakeFirstOrThrow();
  return token;
}

/** No address is in it, and nobody can tell one from it without knowing when it was. */
function messageIdOf({ provider_id, email, invited_at }: DueInvitation): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([provider_id, email, invited_at]))
    .digest('hex');
  return `invitation.${digest.slice(0, 40)}`;
}

async function postpone(
  { database, clock, log }: ServerParts,
  { provider_id, email, attempts: before }: DueInvitation,
  fault: MailFault,
): Promise<'postponed' | 'refused'> {
  const attempts = (before ?? 0) + 1;
  const isRefused = fault.kind === 'refused' || attempts >= MOST_ATTEMPTS;
  const minutes = Math.min(FIRST_WAIT_MINUTES * 2 ** (attempts - 1), LONGEST_WAIT_MINUTES);
  const nextAt = new Date(Date.parse(clock()) + minutes * 60_000).toISOString();
  await database.tables
    .updateTable('trainer_invitations')
    .set({ attempts, next_at: toTimestamp(nextAt), refused_at: isRefused ? toTimestamp(clock()) : null })
    .where('provider_id', '=', provider_id)
    .where('email', '=', email)
    .execute();
  log.warn({ attempts, isRefused, answer: fault.message }, 'an invitation was not taken');
  return isRefused ? 'refused' : 'postponed';
}
