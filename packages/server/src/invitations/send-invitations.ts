import { createHash, randomBytes } from 'node:crypto';
import { toTimestamp } from '../database/instants.js';
import { openBackend, serverActor } from '../open-backend.js';
import type { ServerParts } from '../server-parts.js';
import { InvitationFault, type InvitationSender } from './invitation-sender.js';

/** What history says of who did it. */
const ACTOR = 'invitations';
/** Mails in one go: a mail server that is sent too much at once refuses it. */
const MOST_AT_ONCE = 50;
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
}

export interface SentCounts {
  readonly sent: number;
  readonly postponed: number;
  readonly refused: number;
}

/**
 * Invites the trainers that were not invited yet, the longest waiting first. After a crash one may be sent again: as the same
 * mail, with the same id and token. Rejects when nothing can be sent to anybody.
 */
export async function sendInvitations(parts: ServerParts, options: SendInvitationsOptions): Promise<SentCounts> {
  const counts = { sent: 0, postponed: 0, refused: 0 };
  for (const due of await dueInvitations(parts, options.mostAtOnce ?? MOST_AT_ONCE)) {
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

async function dueInvitations({ database, clock }: ServerParts, limit: number): Promise<readonly DueInvitation[]> {
  return database.tables
    .selectFrom('trainers as t')
    .leftJoin('trainer_invitations as i', (join) =>
      join.onRef('i.provider_id', '=', 't.provider_id').onRef('i.email', '=', 't.email'),
    )
    .select(['t.provider_id', 't.email', 't.invited_at', 't.profile', 'i.attempts'])
    .where('t.state', '=', 'invited')
    .where('t.invitation_sent_at', 'is', null)
    .where('i.refused_at', 'is', null)
    .where((eb) => eb.or([eb('i.next_at', 'is', null), eb('i.next_at', '<=', toTimestamp(clock()))]))
    .orderBy('t.invited_at')
    .orderBy('t.provider_id')
    .orderBy('t.email')
    .limit(limit)
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
    if (!(error instanceof InvitationFault) || error.kind === 'unreachable') throw error;
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
  fault: InvitationFault,
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
